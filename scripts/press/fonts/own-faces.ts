/**
 * The files of the office's own faces in; those that can be printed with, with what they set, and why others cannot, out.
 *
 * They set what the faces of the house lack, and nothing else: the page of an issue without such characters is not touched.
 */
import * as fontkit from 'fontkit'
import * as fontverter from 'fontverter'
import type { Code } from '../../model/codes/index.ts'
import type { PhraseKey } from '../../model/codes/phrases.ts'
import { type Diagnostic, diagnostic, type Facts } from '../../model/diagnostic.ts'
import type { FaceFile, OwnFace } from '../../model/manuscript.ts'
import { coveredCodePoints } from './faces.ts'

/** White space and controls need no glyph; a variation selector asks for another glyph than the one that the character has. */
export const needsGlyph = (character: string): boolean => !/[\s\p{Cc}\p{Cf}]/u.test(character)
const selector = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u

/** Tables of a TrueType file by tag; null where it is none, or cut short (OpenType 1.9, “Organization of an OpenType Font”). */
function tablesOf(font: Buffer): ReadonlyMap<string, Buffer> | null {
  if (font.length < 12) return null
  const tables = new Map<string, Buffer>()
  for (let i = 0, at = 12; i < font.readUInt16BE(4); i++, at += 16) {
    if (at + 16 > font.length) return null
    const [from, size] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)]
    if (from + size > font.length) return null
    tables.set(font.toString('latin1', at, at + 4), font.subarray(from, from + size))
  }
  return ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2'].every((tag) => tables.has(tag)) ? tables : null
}

/** Unpacked; null for a collection, a damaged file or something else. */
async function unpacked(data: Uint8Array): Promise<Buffer | null> {
  try {
    return Buffer.from(await fontverter.convert(Buffer.from(data), 'sfnt'))
  } catch {
    return null
  }
}

/** Only static TrueType outlines of one colour become a real font in a PDF; all else becomes Type 3, which no press likes. */
function unprintable(tables: ReadonlyMap<string, Buffer>): PhraseKey<'faceOutlines'> | null {
  const has = (...tags: string[]): boolean => tags.some((tag) => tables.has(tag))
  if (has('COLR', 'SVG ', 'CBDT', 'sbix')) return 'colour'
  if (has('fvar')) return 'variable'
  if (has('CFF ', 'CFF2')) return 'postscript'
  if (!has('glyf') || !has('loca')) return 'bitmap'
  return null
}

/** What the maker lets be done with the file (OpenType 1.9, OS/2, fsType): of several bits the most liberal counts. */
function forbidden(os2: Buffer): PhraseKey<'faceLicence'> | null {
  const type = os2.length >= 10 ? os2.readUInt16BE(8) : 0
  if ((type & 0xf) === 0x2) return 'restricted'
  if (type & 0x100) return 'whole'
  if (type & 0x200) return 'bitmap'
  return null
}

/** Null where the tables that are needed here cannot be understood. */
function understood(font: Buffer): { readonly name: string; readonly characters: readonly number[] } | null {
  try {
    const face = fontkit.create(font)
    if (!('characterSet' in face)) return null
    const name = face.postscriptName
    return typeof name === 'string' && /^[!-~]{1,63}$/.test(name) ? { name, characters: face.characterSet } : null
  } catch {
    return null
  }
}

type Examined =
  | { readonly kind: 'face'; readonly face: OwnFace }
  | { readonly kind: 'refused'; readonly fault: Diagnostic }

async function examined(file: FaceFile): Promise<Examined> {
  const refused = (code: Code, facts: Facts = {}): Examined => ({
    kind: 'refused',
    fault: diagnostic(code, file.place, { src: file.src, ...facts }),
  })
  const font = await unpacked(file.data)
  const tables = font && tablesOf(font)
  if (!tables) return refused('manuscript/face-damaged')
  const outlines = unprintable(tables)
  if (outlines) return refused('manuscript/face-outlines', { reason: outlines })
  const licence = forbidden(tables.get('OS/2')!)
  if (licence) return refused('manuscript/face-licence', { reason: licence })
  const known = understood(font)
  if (!known) return refused('manuscript/face-damaged')
  const { name, characters } = known
  return { kind: 'face', face: { src: file.src, name, data: new Uint8Array(font), codePoints: characters } }
}

/** @param sources texts of the issue: a face that none of them needs is told. */
export async function ownFaces(
  files: readonly FaceFile[],
  sources: ReadonlyMap<string, string>,
): Promise<{ faces: readonly OwnFace[]; diagnostics: readonly Diagnostic[] }> {
  if (files.length === 0) return { faces: [], diagnostics: [] }
  const taken = new Set(await coveredCodePoints())
  const used = new Set([...sources.values()].flatMap((text) => [...new Set(text)]))
  const faces: OwnFace[] = []
  const diagnostics: Diagnostic[] = []
  for (const file of files) {
    const result = await examined(file)
    if (result.kind === 'refused') {
      diagnostics.push(result.fault)
      continue
    }
    const { face } = result
    const codePoints = face.codePoints
      .filter((codePoint) => {
        const character = String.fromCodePoint(codePoint)
        return !taken.has(codePoint) && needsGlyph(character) && !selector.test(character)
      })
      .sort((a, b) => a - b)
    for (const codePoint of codePoints) taken.add(codePoint)
    if (codePoints.some((codePoint) => used.has(String.fromCodePoint(codePoint)))) faces.push({ ...face, codePoints })
    else diagnostics.push(diagnostic('manuscript/face-unused', file.place, { src: face.src }))
  }
  return { faces, diagnostics }
}
