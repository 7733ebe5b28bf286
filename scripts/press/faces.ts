/** The faces of the house, as full static TrueType files from npm, and which characters they can set. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { EnvironmentError } from '../model/environment-error.ts'

const require = createRequire(import.meta.url)

export interface Face {
  readonly family: 'Song' | 'Hei' | 'Kai'
  readonly weight: number
  readonly file: string
  /** Only these characters are taken from the face, so that marks come from Song, whose marks can be half an em wide. */
  readonly unicodeRange?: string
}

const han = 'U+2E80-2FFF,U+3005-3007,U+3400-9FFF,U+F900-FAFF,U+20000-3FFFF'

export const faces: readonly Face[] = [
  { family: 'Song', weight: 400, file: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf' },
  { family: 'Song', weight: 700, file: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf' },
  { family: 'Song', weight: 900, file: '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf' },
  { family: 'Hei', weight: 400, file: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf' },
  { family: 'Hei', weight: 700, file: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf' },
  // Named "latin" by its packager, the file holds the whole font.
  {
    family: 'Kai',
    weight: 400,
    file: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2',
    unicodeRange: han,
  },
]

export async function readFace(face: Face): Promise<Buffer> {
  try {
    return await readFile(require.resolve(face.file))
  } catch (error) {
    throw new EnvironmentError(
      `font not found: ${face.file}`,
      { zh: '请重新运行 npm ci。', en: 'Run npm ci again.' },
      { cause: error },
    )
  }
}

/** Every code point that Song and Hei can both set; what is missing here cannot be printed. */
export async function coveredCodePoints(): Promise<ReadonlySet<number>> {
  const [song, hei] = await Promise.all(
    [faces[0]!, faces[3]!].map(async (face) => {
      const font = fontkit.create(await readFace(face))
      return new Set('characterSet' in font ? font.characterSet : [])
    }),
  )
  return new Set([...song!].filter((codePoint) => hei!.has(codePoint)))
}

/** Characters that no face can set, each at its first place in each file. White space and controls need no glyph. */
export async function missingGlyphs(sources: ReadonlyMap<string, string>): Promise<Diagnostic[]> {
  const covered = await coveredCodePoints()
  const found: Diagnostic[] = []
  for (const [file, text] of sources) {
    const seen = new Set<number>()
    text.split('\n').forEach((row, index) => {
      let column = 1
      for (const character of row) {
        const codePoint = character.codePointAt(0)!
        if (!covered.has(codePoint) && !seen.has(codePoint) && !/[\s\p{Cc}\p{Cf}]/u.test(character)) {
          seen.add(codePoint)
          const codepoint = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
          found.push(diagnostic('layout/glyph-missing', { file, line: index + 1, column }, { character, codepoint }))
        }
        column += character.length
      }
    })
  }
  return found
}
