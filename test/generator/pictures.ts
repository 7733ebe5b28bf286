/** Random choices in; SVG, PNG and JPEG made on the fly out. */
import sharp, { type Sharp } from 'sharp'
import type { Random } from './random.ts'

const colours = ['#8a3b2a', '#2d4b6b', '#6b7f3a', '#111', '#999', 'rgb(200,180,90)'] as const

const shape = (random: Random, width: number, height: number, clear: boolean): string => {
  const [x, y] = [random.int(0, width), random.int(0, height)]
  const colour = random.pick(colours)
  return random.weighted<() => string>([
    [() => `<rect x="${x}" y="${y}" width="${random.int(5, 80)}" height="${random.int(5, 80)}" fill="${colour}"/>`, 3],
    [() => `<circle cx="${x}" cy="${y}" r="${random.int(3, 40)}" fill="none" stroke="${colour}" stroke-width="8"/>`, 2],
    [() => `<path d="M${x} ${y} l40 -30 l20 50 z" fill="${colour}"${clear ? ' opacity="0.6"' : ''}/>`, 2],
    [
      () =>
        `<line x1="${x}" y1="${y}" x2="${random.int(0, width)}" y2="${random.int(0, height)}" stroke="${colour}" stroke-width="8"/>`,
      2,
    ],
  ])()
}

function svg(random: Random, width: number, height: number, clear: boolean): Uint8Array {
  const shapes = random.times(random.int(1, 8), () => shape(random, width, height, clear)).join('\n  ')
  const sized = random.chance(0.5) ? ` width="${width}" height="${height}"` : ''
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg"${sized} viewBox="0 0 ${width} ${height}">\n  ${shapes}\n</svg>\n`,
  )
}

/** A drawing turned into pixels: less to store than noise, and not one flat colour. */
async function pixels(random: Random, width: number, height: number): Promise<Sharp> {
  const drawing = sharp(svg(random, width, height, true), { limitInputPixels: false }).resize(width, height, {
    fit: 'fill',
  })
  return random.chance(0.3) ? drawing.greyscale() : drawing
}

export const formats = ['svg', 'png', 'jpg'] as const

/**
 * @param clear whether it may be seen through: PDF/X-1a takes no such picture.
 * @returns bytes of the picture; the sides are between 200 and 1600 units or pixels.
 */
export async function picture(random: Random, format: (typeof formats)[number], clear: boolean): Promise<Uint8Array> {
  const [width, height] = random.pick([
    [800, 600],
    [600, 800],
    [1600, 300],
    [300, 1200],
    [1000, 1000],
    [200, 200],
  ] as const)
  if (format === 'svg') return svg(random, width, height, clear)
  const image = await pixels(random, width, height)
  const opaque = format === 'jpg' || !clear ? image.flatten({ background: '#fff' }) : image
  return new Uint8Array(await (format === 'png' ? opaque.png() : opaque.jpeg({ quality: 70 })).toBuffer())
}
