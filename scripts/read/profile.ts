/** The path of a printing house's ICC profile in; its bytes, or why it cannot be the output profile, out. */
import { type PhraseKey, phrases } from '../model/codes/phrases.ts'
import { type Diagnostic, diagnostic, type Facts } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'
import type { PrintStandard } from '../model/printing.ts'
import { readInside } from './inside.ts'
import { isPlaceholder } from './validate.ts'

/** Why a profile will not do, with what its wording names. */
type Unfit = Facts & { readonly reason: PhraseKey<'profileUnfit'> }

const refusals = {
  outside: 'manuscript/profile-outside',
  name: 'manuscript/file-name',
  missing: 'manuscript/profile-missing',
} as const

/** @param src `coated` and `uncoated` name profiles that come with kanben: nothing is read for them. */
export async function readProfile(
  folder: string,
  src: string | undefined,
  place: Place | undefined,
  standard: PrintStandard | undefined,
): Promise<{ profile: Uint8Array | null; diagnostics: Diagnostic[] }> {
  if (src === undefined || src === 'coated' || src === 'uncoated' || isPlaceholder(src)) {
    return { profile: null, diagnostics: [] }
  }
  const read = await readInside(folder, src)
  if (typeof read === 'string')
    return { profile: null, diagnostics: [diagnostic(refusals[read], place, { src, name: src })] }
  const unfit = unfitness(read, standard ?? 'x-4')
  if (unfit) return { profile: null, diagnostics: [diagnostic('manuscript/profile-unfit', place, { src, ...unfit })] }
  return { profile: read, diagnostics: [] }
}

/** PDF 1.4, on which PDF/X-1a:2003 stands, knows ICC version 2 only (ISO 15930-4, PDF Reference 1.4, 4.5.4). */
const newest: Readonly<Record<PrintStandard, number>> = { 'x-4': 4, 'x-1a': 2 }

/** The header (ICC.1:2010, 7.2), and the two tables that every output profile has (8.5.2); null where all is as it must be. */
export function unfitness(bytes: Uint8Array, standard: PrintStandard): Unfit | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signature = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (bytes.length < 132 || signature(36) !== 'acsp') return { reason: 'format' }
  const size = view.getUint32(0)
  if (size !== bytes.length) return { reason: 'size', bytes: bytes.length, size }
  const kind = signature(12)
  if (kind !== 'prtr') return { reason: 'class', class: kind in phrases.profileClass ? kind : `“${kind}”` }
  const space = signature(16).trim()
  if (space !== 'CMYK') return { reason: 'space', space }
  const connection = signature(20).trim()
  if (connection !== 'Lab' && connection !== 'XYZ') return { reason: 'connection', connection }
  const version = bytes[8]!
  if (version > newest[standard]) return { reason: standard === 'x-1a' ? 'version-x1a' : 'version', version }
  const table = ['A2B0', 'B2A0'].find((tag) => !hasTag(view, tag))
  return table ? { reason: 'table', table } : null
}

/** ICC.1:2010, 7.3: a count, then for each tag its signature, offset and size. */
function hasTag(view: DataView, tag: string): boolean {
  const wanted = [...tag].reduce((sum, character) => sum * 256 + character.charCodeAt(0), 0)
  const count = view.getUint32(128)
  for (let i = 0, at = 132; i < count && at + 12 <= view.byteLength; i++, at += 12) {
    if (view.getUint32(at) === wanted) return view.getUint32(at + 4) + view.getUint32(at + 8) <= view.byteLength
  }
  return false
}
