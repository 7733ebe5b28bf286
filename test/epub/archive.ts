/** A finished EPUB in; the same with one thing wrong out. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export const entriesOf = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes)

export const textOf = (bytes: Uint8Array, name: string): string => {
  const data = unzipSync(bytes)[name]
  if (!data) throw new Error(`the EPUB has no ${name}`)
  return strFromU8(data)
}

/** Packs entries as an EPUB: `mimetype` first and stored. */
export function packed(entries: Record<string, Uint8Array>): Uint8Array {
  const { mimetype, ...others } = entries
  return zipSync({ mimetype: [mimetype!, { level: 0 }], ...others })
}

/** One entry rewritten; an edit that changes nothing is a fault of the test. */
export function edited(bytes: Uint8Array, name: string, edit: (text: string) => string): Uint8Array {
  const entries = entriesOf(bytes)
  const before = textOf(bytes, name)
  const after = edit(before)
  if (after === before) throw new Error(`nothing to edit in ${name}`)
  return packed({ ...entries, [name]: strToU8(after) })
}
