/** In: bodies of pages, finished PDFs. Out: what the browser prints of them, and the plates that Ghostscript makes. */
import path from 'node:path'
import sharp from 'sharp'
import { launchBrowser } from '../../../scripts/press/browser/browser.ts'
import { fontFaceCss, subsetFaces } from '../../../scripts/press/fonts/subset.ts'
import { printHtml } from '../../support/print-html.ts'
import { run } from '../screen/finish-reading.ts'
import { layoutBleed } from './finish-sample.ts'

/** Each body on a sheet of trim and layout bleed; `.full` reaches the edge of the sheet, `.in` is the page without margins. */
export async function printBodies(bodies: readonly string[], [width, height]: readonly [number, number]) {
  const [w, h] = [width + 2 * layoutBleed, height + 2 * layoutBleed]
  const body = bodies.map((content) => `<div class="sheet">${content}</div>`).join('')
  const css = `${fontFaceCss(await subsetFaces(body))}
@page { size: ${w}mm ${h}mm; margin: 0 } body { margin: 0; font: 400 24pt/36pt Song; font-synthesis: none }
.sheet { position: relative; width: ${w}mm; height: ${h}mm; break-after: page; overflow: hidden } .sheet:last-child { break-after: auto }
.full { position: absolute; inset: 0 } .in { position: absolute; inset: ${layoutBleed + 20}mm }`
  const browser = await launchBrowser()
  try {
    return await printHtml(browser, `<style>${css}</style>`, body, { tagged: true })
  } finally {
    await browser.close()
  }
}

export const plateNames = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const
export type PlateName = (typeof plateNames)[number]

/** Ink by pixel, 0 to 255, from the top left of the sheet. */
export interface Plate {
  readonly width: number
  readonly height: number
  readonly ink: Uint8Array
}

const resolution = 100
/** Pixels of a length in millimetres. */
export const pixels = (millimetres: number): number => Math.round((millimetres / 25.4) * resolution)

/** The four plates of a page. */
export async function plates(folder: string, file: string, page: number): Promise<Record<PlateName, Plate>> {
  const stem = `${path.basename(file, '.pdf')}-${page}`
  const options = [
    '-q',
    '-dNOPAUSE',
    '-dBATCH',
    '-dSAFER',
    `-r${resolution}`,
    `-dFirstPage=${page}`,
    `-dLastPage=${page}`,
  ]
  const device = ['-sDEVICE=tiffsep', '-dOverprint=/enable', '-sOutputFile=' + stem + '.tif', file]
  if (run(folder, 'gs', ...options, ...device).status !== 0) throw new Error('Ghostscript cannot read the file')
  const read = async (plate: PlateName): Promise<[PlateName, Plate]> => {
    const picture = sharp(path.join(folder, `${stem}(${plate}).tif`)).toColourspace('b-w')
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
    return [plate, { width: info.width, height: info.height, ink: data.map((light) => 255 - light) }]
  }
  return Object.fromEntries(await Promise.all(plateNames.map(read))) as Record<PlateName, Plate>
}

/** Ink in a rectangle of a plate; millimetres from the top left of the sheet. */
export function inkIn({ width, ink }: Plate, x: number, y: number, w: number, h: number): number[] {
  const found: number[] = []
  for (let row = pixels(y); row < pixels(y + h); row++)
    for (let column = pixels(x); column < pixels(x + w); column++) found.push(ink[row * width + column]!)
  return found
}
