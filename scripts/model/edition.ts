/** The closed table of editions, and what layout hands to the press for each kind. */
import type { OwnFace, Resource } from './manuscript.ts'

export type EditionName = 'print' | 'screen' | 'epub'

/** `print` and `screen` share one paged layout, so that a reader of either cites the same page. */
export const editions = {
  print: { kind: 'paged', suffix: '-print.pdf' },
  screen: { kind: 'paged', suffix: '-screen.pdf' },
  epub: { kind: 'reflow', suffix: '.epub' },
} as const satisfies Record<EditionName, { kind: 'paged' | 'reflow'; suffix: string }>

export const editionNames = Object.keys(editions) as EditionName[]

/** Whether it has pages. */
export const isPaged = (edition: EditionName): boolean => editions[edition].kind === 'paged'

/** HTML and style sheets for Paged.js. Pictures are referenced by their `src` in the issue folder, faces by family name. */
export interface PagedDocument {
  readonly html: string
  readonly css: string
  readonly resources: readonly Resource[]
  /** Faces beside those of the house. */
  readonly faces: readonly OwnFace[]
}

/** Every file of an EPUB but the container, as text; the press only packs. Hrefs are ASCII, relative to OEBPS/. */
export interface EpubDocument {
  readonly title: string
  readonly language: string
  /** urn:uuid, the same for every build of the issue. */
  readonly identifier: string
  /** ISO 8601 second, UTC: dcterms:modified and the date of every zip entry. */
  readonly modified: string
  readonly css: string
  readonly package: string
  readonly navigation: string
  readonly ncx: string
  readonly chapters: readonly {
    readonly id: string
    readonly href: string
    readonly title: string
    readonly xhtml: string
  }[]
  readonly resources: readonly { readonly href: string; readonly mediaType: string; readonly data: Uint8Array }[]
}

/** A face for an EPUB that sets nothing but characters which the faces of reading systems lack. */
export interface RareFace {
  readonly mediaType: 'font/ttf'
  readonly data: Uint8Array
  /** Every character that it has. */
  readonly characters: string
}
