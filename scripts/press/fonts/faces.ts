/**
 * The faces of the house, as full static TrueType files from npm, and which characters each of them sets.
 *
 * A family is a Chinese face and a Western one beside it: the letters, numerals and signs of a Western word come from the
 * Western face, so that Dvořák is one word and not two faces, and a hyphen is as wide as a hyphen.
 */
import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import * as fontkit from 'fontkit'
import { EnvironmentError } from '../../model/environment-error.ts'
import type { FaceSource } from './subset-cache.ts'

const require = createRequire(import.meta.url)

export type Family = 'Song' | 'Hei' | 'Kai'

export interface Face {
  /** Name of a house's family, or of its marks for Western passages. */
  readonly family: Family | `${Family} Western`
  readonly weight: number
  readonly italic: boolean
  /** A Western face beside a Chinese one. */
  readonly companion: boolean
  readonly file: string
  /** Size at which it is set, of that of the text. */
  readonly size: number
  /** Whether a character is taken from the face, where it has it; without it, every one. Of faces of a family the later is asked first. */
  readonly takes?: (codePoint: number) => boolean
}

const between = (ranges: readonly (readonly [number, number])[]) => (codePoint: number) =>
  ranges.some(([first, last]) => codePoint >= first && codePoint <= last)

/** Kai takes Han only, so that marks come from Song, whose marks can be half an em wide. */
const han = between([
  [0x2e80, 0x2fff],
  [0x3005, 0x3007],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x3ffff],
])

/** · — ― ‖ “ ” ‘ ’ … ‥ •: a Chinese text sets them in its own width and at its own height, a Western one in another. */
export const shared = between([
  [0xb7, 0xb7],
  [0x2014, 0x2016],
  [0x2018, 0x201f],
  [0x2022, 0x2022],
  [0x2025, 0x2027],
])

/** Signs that a Chinese text sets as wide as a Han: ※ ℃ ℉, Roman numerals, arrows, ① to ⿿ and all behind. */
const square = between([
  [0x203b, 0x203b],
  [0x2103, 0x2103],
  [0x2109, 0x2109],
  [0x2160, 0x21ff],
  [0x2460, 0x27bf],
  [0x2e80, 0x10ffff],
])

/** The face that has the space gives a family its measures (CSS Fonts 4, 11.5): the grid, ruby and the trimming of marks are made for the Chinese one. */
const space = 0x20
const ofWords = (codePoint: number): boolean => codePoint !== space && !square(codePoint)
const ofLetters = (codePoint: number): boolean => ofWords(codePoint) && !shared(codePoint)

const fileOf = (folder: string, name: string) => (style: string) => `${folder}/${style}/${name}_${style}.ttf`

/**
 * Each weight of a Chinese face, and the one of its companion whose stems come nearest to those of the letters that the
 * Chinese face has itself, which were drawn for it. Per mille of an em at its size: Song 82, 135, 162 beside 89, 124, 166;
 * Hei 92, 147 beside 88, 151.
 */
const weights = [
  { family: 'Song', weight: 400, chinese: '400Regular', companion: '400Regular' },
  { family: 'Song', weight: 700, chinese: '700Bold', companion: '600SemiBold' },
  { family: 'Song', weight: 900, chinese: '900Black', companion: '800ExtraBold' },
  { family: 'Hei', weight: 400, chinese: '400Regular', companion: '400Regular' },
  { family: 'Hei', weight: 700, chinese: '700Bold', companion: '700Bold' },
] as const

/** So that the letters of the companion are as high as those of the Chinese face: x-heights of 514 and 543 per mille. */
const sizes = { Song: 0.95, Hei: 1 } as const

const chinese = {
  Song: fileOf('@expo-google-fonts/noto-serif-sc', 'NotoSerifSC'),
  Hei: fileOf('@expo-google-fonts/noto-sans-sc', 'NotoSansSC'),
} as const
const western = {
  Song: fileOf('@expo-google-fonts/noto-serif', 'NotoSerif'),
  Hei: fileOf('@expo-google-fonts/noto-sans', 'NotoSans'),
} as const

/** The first of each family is the one for which the grid is made. */
export const faces: readonly Face[] = [
  ...weights.map(
    ({ family, weight, chinese: style }): Face => ({
      family,
      weight,
      italic: false,
      companion: false,
      file: chinese[family](style),
      size: 1,
    }),
  ),
  // Named "latin" by its packager, the file holds the whole font.
  {
    family: 'Kai',
    weight: 400,
    italic: false,
    companion: false,
    file: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2',
    size: 1,
    takes: han,
  },
  ...weights.flatMap(({ family, weight, companion: style }): Face[] => {
    const upright = { weight, italic: false, companion: true, file: western[family](style), size: sizes[family] }
    const slanted = western[family](style === '400Regular' ? '400Regular_Italic' : `${style}_Italic`)
    return [
      { ...upright, family, takes: ofLetters },
      // Of a family of their own: from there nothing else is taken.
      { ...upright, family: `${family} Western`, takes: shared },
      { ...upright, family: `${family} Western`, italic: true, file: slanted, takes: ofWords },
    ]
  }),
]

export const takesFrom = ({ takes }: Face, codePoint: number): boolean => takes?.(codePoint) ?? true

/** @throws EnvironmentError where its package is not installed. */
function located(file: string): string {
  try {
    return require.resolve(file)
  } catch (error) {
    const hint = { zh: '请重新运行 npm ci。', en: 'Run npm ci again.' }
    throw new EnvironmentError(`font not found: ${file}`, hint, { cause: error })
  }
}

export const readFace = async ({ file }: Pick<Face, 'file'>): Promise<Buffer> => readFile(located(file))

/** A face of a package, whose versions do not change. */
export async function sourceOf(face: Pick<Face, 'file'>): Promise<FaceSource> {
  const file = located(face.file)
  const folder = file.slice(0, -path.normalize(face.file).length) + face.file.split('/').slice(0, 2).join('/')
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string }
  const { size } = await stat(file)
  return { name: `${face.file} ${version} ${size}`, read: () => readFace(face) }
}

const characterSets = new Map<string, Promise<ReadonlySet<number>>>()

/** Every code point that a face has a glyph for. */
export function charactersOf(face: Pick<Face, 'file'>): Promise<ReadonlySet<number>> {
  const known = characterSets.get(face.file)
  if (known) return known
  const read = readFace(face).then((data) => {
    const font = fontkit.create(data)
    return new Set('characterSet' in font ? font.characterSet : [])
  })
  characterSets.set(face.file, read)
  return read
}

/** Every code point that a family can set in its first weight. */
async function coveredBy(family: Family): Promise<ReadonlySet<number>> {
  const own = faces.filter((face) => face.family === family && face.weight === 400)
  const sets = await Promise.all(
    own.map(async (face) => [...(await charactersOf(face))].filter((codePoint) => takesFrom(face, codePoint))),
  )
  return new Set(sets.flat())
}

/** Every code point that Song and Hei can both set; what is missing here cannot be printed. */
export async function coveredCodePoints(): Promise<ReadonlySet<number>> {
  const [song, hei] = await Promise.all([coveredBy('Song'), coveredBy('Hei')])
  return new Set([...song].filter((codePoint) => hei.has(codePoint)))
}
