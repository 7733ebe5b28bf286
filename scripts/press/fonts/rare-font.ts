/** Rare characters in; a face with their glyphs and no others, for an EPUB, out. */
import type { RareFace } from '../../model/edition.ts'
import type { OwnFace } from '../../model/manuscript.ts'
import { charactersOf, faces, sourceOf } from './faces.ts'
import { sourceOfBytes, subsetFont } from './subset-cache.ts'

/**
 * A subset of the Song face. TrueType, because Kobo reads no WOFF2 and the file is small anyway.
 * @param characters each once; those that the face lacks are left out, and to the reading system.
 * @returns undefined where nothing is left.
 */
export async function rareFace(characters: string): Promise<RareFace | undefined> {
  if (characters === '') return undefined
  const song = faces[0]!
  const glyphs = await charactersOf(song)
  const covered = [...characters].filter((character) => glyphs.has(character.codePointAt(0)!)).join('')
  if (covered === '') return undefined
  // Subsetting passes over a character that is missing, so that coverage is settled before.
  const data = await subsetFont(await sourceOf(song), covered, { targetFormat: 'truetype' })
  return { mediaType: 'font/ttf', data: new Uint8Array(data), characters: covered }
}

/** The same of a face of the office's own. @param characters all of them are set from it. */
export async function ownRareFace({ data: whole }: OwnFace, characters: string): Promise<RareFace | undefined> {
  if (characters === '') return undefined
  const data = await subsetFont(sourceOfBytes(Buffer.from(whole)), characters, { targetFormat: 'truetype' })
  return { mediaType: 'font/ttf', data: new Uint8Array(data), characters }
}
