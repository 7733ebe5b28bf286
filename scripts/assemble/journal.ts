/** The manifest in; the journal's own facts, its page, cover and house style out, with every default filled in. */
import type { Cover, EpubSpec, Journal, PageSpec } from '../model/issue.ts'
import type { Manifest } from '../model/manuscript.ts'
import type { Measures } from '../model/measures.ts'
import { barcodeOf } from './barcode.ts'
import { asList, missing } from './missing.ts'

export function journalOf({ journal }: Manifest): Journal {
  const publisher = journal.kind === 'internal' ? journal.compiler : journal.publisher
  return {
    name: journal.name ?? missing,
    pinyin: journal.pinyin ?? '',
    kind: journal.kind ?? 'internal',
    ...(journal.issn && { issn: journal.issn }),
    ...(journal.cn && { cn: journal.cn }),
    ...(journal.permit && { permit: journal.permit }),
    publisher: publisher ?? missing,
    editors: (journal.editors ?? []).flatMap(({ role, name }) =>
      asList(name).map((one) => ({ role: role ?? missing, name: one })),
    ),
  }
}

const sizes: Readonly<Record<string, string>> = { A4: '210x297' }

/** Millimetres. The default is 大16开, 210 × 285 with 3 mm of bleed. */
export function pageOf({ page }: Manifest, measures: Measures): PageSpec {
  const trim = page?.trim ?? '210x285'
  const [width = 210, height = 285] = (sizes[trim] ?? trim).split('x').map(Number).filter(Number.isFinite)
  return {
    trim: { width, height },
    bleed: page?.bleed ?? 3,
    signature: page?.signature ?? 4,
    fillers: page?.fillers ?? [],
    measures,
  }
}

export function coverOf(manifest: Manifest, pictures: ReadonlySet<string>): Cover {
  const { cover } = manifest
  const barcode = barcodeOf(manifest)
  return {
    ...(cover?.image && pictures.has(cover.image) && { image: { src: cover.image, alt: cover.alt ?? '' } }),
    ...(cover?.headline && { headline: cover.headline }),
    lines: cover?.lines ?? [],
    ...(barcode && { barcode }),
  }
}

/** A claim of conformance is one only with its certifier. */
export function epubOf({ epub }: Manifest): EpubSpec {
  const { notes = 'popup', conformsTo, certifiedBy } = epub ?? {}
  return { notes, ...(conformsTo && certifiedBy && { conformance: { conformsTo, certifiedBy } }) }
}
