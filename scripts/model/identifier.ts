/** An issue in; the UUID that names it, or one of its PDFs, out: the same for every build, on every machine. */
import { createHash } from 'node:crypto'
import type { Issue } from './issue.ts'

/** Namespace for names that are URLs or URNs (RFC 9562, appendix on name spaces). */
const urlNamespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/** UUID of version 5 (RFC 9562 5.5). */
export function uuid5(name: string): string {
  const bytes = createHash('sha1').update(urlNamespace).update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** An ISSN names the serial and not the issue, so the name is made of it and of year and number; a PDF's has the edition besides. */
export function uuidOf({ journal, numbering }: Issue, edition?: 'print' | 'screen'): string {
  const serial = journal.issn ? `urn:issn:${journal.issn}` : `urn:x-kanben:${journal.name}`
  return uuid5(`${serial}:${numbering.year}:${numbering.number}${edition ? `:${edition}` : ''}`)
}
