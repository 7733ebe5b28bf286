/** One issue of a journal as frozen plain data: stages before it build it, stages after it only read it. */
import type { BodyToken, Note } from './body.ts'
import type { Filler, JournalKind, Layout, OwnFace, Resource } from './manuscript.ts'
import type { Measures } from './measures.ts'
import type { Printing } from './printing.ts'
import type { epubNotes, punctuation, Written } from './schema/index.ts'

export interface Issue {
  /** Folder name; part of every artifact's name. */
  readonly id: string
  /** BCP 47. */
  readonly language: string
  readonly journal: Journal
  readonly numbering: Numbering
  readonly page: PageSpec
  readonly printing: Printing
  readonly epub: EpubSpec
  readonly style: HouseStyle
  readonly cover: Cover
  readonly sections: readonly Section[]
  /** Every article in printed order: the sections' articles, flattened. */
  readonly articles: readonly Article[]
  /** Articles of which the rest, from their `jump` token on, is printed after another article. */
  readonly continuations: readonly Continuation[]
  readonly colophon: Colophon
  readonly resources: readonly Resource[]
  /** Faces of the office's own, for what the house's lack. */
  readonly faces: readonly OwnFace[]
}

export interface Journal {
  readonly name: string
  /** Capitals, word by word (GB/T 3259): KAN BEN. Empty where not given. */
  readonly pinyin: string
  readonly kind: JournalKind
  readonly issn?: string
  readonly cn?: string
  readonly permit?: string
  /** Publisher of a periodical, compiling unit (编印单位) of an internal serial. */
  readonly publisher: string
  /** Editors with their Chinese role, in masthead order. */
  readonly editors: readonly { readonly role: string; readonly name: string }[]
}

export interface Numbering {
  readonly year: number
  readonly volume?: number
  /** As printed: `1` or `9-10`. */
  readonly number: string
  /** 总期号. */
  readonly serial?: number
  /** ISO 8601 calendar date of the issue; the only date any artifact carries. */
  readonly date: string
  readonly theme?: string
  /** 2026 年第 1 期. */
  readonly label: string
  /** 2026 年第 1 期（总第 7 期）. */
  readonly fullLabel: string
}

export interface PageSpec {
  /** Trimmed size in millimetres. */
  readonly trim: { readonly width: number; readonly height: number }
  /** Bleed on each side in millimetres. */
  readonly bleed: number
  /** The page count is a multiple of this. */
  readonly signature: number
  readonly fillers: readonly Filler[]
  /** Of the theme. */
  readonly measures: Measures
}

/** 下转、上接: the rest of one article is printed directly after the end of another, in print only. */
export interface Continuation {
  /** Id of the article that is continued. */
  readonly article: string
  /** Id of the article after which its rest stands. */
  readonly after: string
}

/** How wide full-width marks are: squeezed wherever two meet and at line edges; half at line ends only; always full. */
export type Punctuation = Written<typeof punctuation>

export interface HouseStyle {
  /** Where notes stand in the paged editions unless an article says otherwise: at the foot of the page or after the article. */
  readonly notes: 'foot' | 'end'
  /** Name of a folder in templates/themes. */
  readonly theme: string
  readonly punctuation: Punctuation
}

/**
 * How notes are linked in the EPUB: as pop-ups where the reading system has them (EPUB 3 `noteref`), in the form that 多看
 * knows besides, or as plain notes after the article.
 */
export type EpubNotes = Written<typeof epubNotes>

export interface EpubSpec {
  readonly notes: EpubNotes
  /** A claim that people have made after looking at the book; never made by kanben. */
  readonly conformance?: { readonly conformsTo: string; readonly certifiedBy: string }
}

export interface Cover {
  readonly image?: { readonly src: string; readonly alt: string }
  readonly headline?: string
  readonly lines: readonly string[]
  /** Of a periodical with an ISSN: 13 digits (977 + ISSN + variant + check digit) and the 2 digits of the issue (GB/T 16827). */
  readonly barcode?: { readonly ean: string; readonly addOn: string }
}

/** 版权页: labelled facts in printed order, then statements. */
export interface Colophon {
  readonly entries: readonly { readonly label: string; readonly value: string }[]
  readonly statement?: string
  readonly rights?: string
  readonly licence?: string
}

/** 栏目. */
export interface Section {
  /** ASCII: s1, s2 … */
  readonly id: string
  readonly name: string
  readonly articles: readonly Article[]
}

export interface Article {
  /** ASCII, by position in the issue: a01, a02 … Every id inside the article starts with it. */
  readonly id: string
  /** ASCII part of the file name: `02-tea.md` gives `tea`. */
  readonly slug: string
  /** Name of its section (栏目) as printed. */
  readonly section: string
  /** Manuscript file as the editor would type it, for places. */
  readonly file: string
  /** To the letter. A space between Han characters marks where a display line may break. */
  readonly title: string
  /** The title with `|` wherever else a display line may break: a boundary of sense that shows no space. */
  readonly titleWithBreaks: string
  readonly subtitle?: string
  readonly runningTitle: string
  readonly layout: Layout
  /** May begin on the page where the article before it ends, if fifteen lines are left there. */
  readonly runOn: boolean
  /** Where its notes stand in the paged editions. */
  readonly notesAt: 'foot' | 'end'
  /** Never empty. */
  readonly byline: readonly Credit[]
  /** In order of first appearance; credits refer to them by index. */
  readonly affiliations: readonly string[]
  readonly lead?: string
  readonly abstract?: string
  readonly keywords: readonly string[]
  /** Further facts as printed, label and value: 中图分类号, 收稿日期, 基金项目, DOI … */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** 文章编号 up to the pages, which only the laid-out issue knows: `2096-1235(2026)01`; pages follow as `-0010-04`. */
  readonly numberStem?: string
  readonly english?: EnglishBlock
  readonly references: readonly Reference[]
  readonly doi?: string
  readonly licence?: string
  readonly body: readonly BodyToken[]
  readonly notes: readonly Note[]
}

/** The title block in English of an academic article; names are the byline's pinyin. */
export interface EnglishBlock {
  readonly title: string
  /** As printed: SHEN Yanqiu. One per credit, in order. */
  readonly names: readonly string[]
  readonly affiliations: readonly string[]
  readonly abstract?: string
  readonly keywords: readonly string[]
}

/** An entry of 参考文献 as plain text by GB/T 7714; the number is printed before it as [1]. */
export interface Reference {
  readonly number: number
  readonly id: string
  readonly text: string
}

/** MARC relator codes of the roles a byline knows. */
export type Role = 'aut' | 'trl' | 'edt' | 'ill' | 'pht' | 'com' | 'ivr' | 'rev'

export interface Credit {
  readonly name: string
  readonly pinyin?: string
  readonly role: Role
  /** What stands after the name, empty for an author: 译, 摄影 … */
  readonly roleLabel: string
  /** Indices into the article's affiliations, never empty. */
  readonly affiliations: readonly number[]
  readonly email?: string
  readonly orcid?: string
  readonly bio?: string
}
