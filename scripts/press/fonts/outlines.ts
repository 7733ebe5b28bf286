/** In: characters. Out: their outlines in a face of the house, as paths: what is drawn so is no text and needs no font. */
import * as fontkit from 'fontkit'
import { faces, readFace } from './faces.ts'

export interface Outline {
  /** Path of a content stream in units of the face, without a painting operator; empty for white space. */
  readonly path: string
  /** In units of the face. */
  readonly advance: number
}

export interface Outlines {
  /** Units of the face in an em. */
  readonly em: number
  readonly of: (character: string) => Outline
}

/** How far a text goes, in units of the face. */
export const advanceOf = (text: string, { of }: Outlines): number =>
  Array.from(text).reduce((sum, character) => sum + of(character).advance, 0)

/** Operators that fill the characters of a text one after another, in units of the face. */
export const filledText = (text: string, { of }: Outlines): string =>
  Array.from(text, (character) => {
    const { path, advance } = of(character)
    return `${path && `${path} f `}1 0 0 1 ${advance} 0 cm\n`
  }).join('')

/** What lies at `t` of the way, in whole units. */
const between = (from: number, to: number, t: number): number => Math.round(from + (to - from) * t)

/** A path in cubic curves, the only ones that a content stream has (ISO 32000-1 8.5.2.2). */
function pathOf({ commands }: fontkit.Path): string {
  const operators = { moveTo: 'm', lineTo: 'l', bezierCurveTo: 'c', quadraticCurveTo: 'c', closePath: 'h' } as const
  let [x, y] = [0, 0]
  return commands
    .map(({ command, args }) => {
      let points = args.map(Math.round)
      if (command === 'quadraticCurveTo') {
        const [cx, cy, toX, toY] = args as [number, number, number, number]
        const handles = [between(x, cx, 2 / 3), between(y, cy, 2 / 3), between(toX, cx, 2 / 3), between(toY, cy, 2 / 3)]
        points = [...handles, ...points.slice(2)]
      }
      if (args.length > 0) [x, y] = args.slice(-2) as [number, number]
      return [...points, operators[command]].join(' ')
    })
    .join(' ')
}

async function read(): Promise<Outlines> {
  const face = faces.find(({ family, weight }) => family === 'Hei' && weight === 400)!
  const font = fontkit.create(await readFace(face))
  if (!('unitsPerEm' in font)) throw new Error(`${face.file} is a collection of fonts`)
  const known = new Map<string, Outline>()
  return {
    em: font.unitsPerEm,
    of: (character) => {
      const found = known.get(character)
      if (found) return found
      const glyph = font.glyphForCodePoint(character.codePointAt(0)!)
      const outline = { path: pathOf(glyph.path), advance: glyph.advanceWidth }
      known.set(character, outline)
      return outline
    },
  }
}

let loaded: Promise<Outlines> | undefined

/** Hei, of normal weight; read once. A character that it has not is drawn as its missing glyph. */
export function heiOutlines(): Promise<Outlines> {
  loaded ??= read()
  return loaded
}
