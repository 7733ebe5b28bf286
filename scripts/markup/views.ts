/** What the templates of the paged editions may name, field by field; a text is plain unless it says that it is HTML. */

import type { Colophon, HouseStyle, Reference } from '../model/issue.ts'
import type { Filler, Layout } from '../model/manuscript.ts'
import type { TypeArea } from '../model/type-area.ts'

/** What pages and sheets alike may name: the issue, its journal and its number. */
export interface NamedView {
  /** Who publishes the issue and under which numbers. */
  readonly journal: JournalView
  /** An internal serial, which has a permit instead of ISSN and CN. */
  readonly internal: boolean
  /** 2026 年第 1 期. */
  readonly label: string
  /** 2026 年第 1 期（总第 7 期）. */
  readonly fullLabel: string
  /** 总第 7 期, or empty. */
  readonly serial: string
  /** Vol. 2, No. 1, January 2026. */
  readonly bilingual: string
  /** Theme of the issue, or empty. */
  readonly theme: string
}

/** `issue.hbs`: the whole issue. */
export interface IssueView extends NamedView {
  /** BCP 47. */
  readonly language: string
  /** Of the document: journal and number. */
  readonly title: string
  /** Name of the journal where a seal holds it, up to four characters; else empty. */
  readonly seal: string
  /** The first page. */
  readonly cover: CoverView
  /** The records of the issue (版权页). */
  readonly colophon: ColophonView
  /** The contents (目次). */
  readonly contents: ContentsView
  /** In printed order. */
  readonly articles: readonly ArticleView[]
  /** Pages that may fill the signature; those that are spare are taken out when the pages are counted. */
  readonly fillers: readonly Filler[]
  /** One for each line of a filler for notes. */
  readonly ruledLines: readonly string[]
  /** How wide full-width marks are. */
  readonly punctuation: HouseStyle['punctuation']
  /** Pages are to be stamped 校样. */
  readonly draft: boolean
}

/** `styles/page.css.hbs` and the `page.css.hbs` of a theme: sheet, margins and what stands in them. */
export interface PageView extends NamedView {
  /** Trimmed size in millimetres. */
  readonly trim: { readonly width: number; readonly height: number }
  /** Millimetres on each side, as laid out. */
  readonly bleed: number
  /** Margins in millimetres, type area and columns in points. */
  readonly area: TypeArea
  /** Characters of the name of the journal. */
  readonly nameLength: number
  /** Lines of the ground of a feature. */
  readonly openingLines: number
}

export interface JournalView {
  /** As printed. */
  readonly name: string
  /** Capitals, or empty. */
  readonly pinyin: string
  /** Publisher, or compiling unit of an internal serial. */
  readonly publisher: string
  /** One line per role, in masthead order. */
  readonly editors: readonly { readonly role: string; readonly names: readonly ListName[] }[]
  /** 准印证号 of an internal serial, or empty. */
  readonly permit: string
  /** `ISSN 2096-1235`, or empty. */
  readonly issn: string
  /** As printed, or empty. */
  readonly cn: string
}

/** A name in a list: one of two characters is set as wide as one of three. */
export interface ListName {
  /** The first character of a name of two, after which an em is left; else empty. */
  readonly first: string
  /** The second character of a name of two; else the whole name, in parts between which a line may turn. */
  readonly rest: readonly string[]
}

export interface CoverView {
  /** The picture: a path inside the issue folder, and words for who cannot see it; or null. */
  readonly image: { readonly src: string; readonly alt: string } | null
  /** As HTML, or empty. */
  readonly headline: string
  /** Titles or catchwords below the headline. */
  readonly lines: readonly string[]
  /** SVG, or empty. */
  readonly barcode: string
}

export interface ColophonView {
  /** Label and value, in printed order. */
  readonly entries: Colophon['entries']
  /** As printed, or empty. */
  readonly statement: string
  /** As printed, or empty. */
  readonly rights: string
  /** As printed, or empty. */
  readonly licence: string
}

export interface ContentsView {
  /** How far entries stand apart, so that they fit a page. */
  readonly spacing: 'wide' | 'open' | 'close' | 'compact'
  /** In printed order. */
  readonly sections: readonly ContentsSection[]
}

export interface ContentsSection {
  /** `s2`. */
  readonly id: string
  /** As printed. */
  readonly name: string
  /** One for each article. */
  readonly entries: readonly ContentsEntry[]
}

export interface ContentsEntry {
  /** Of the article. */
  readonly id: string
  /** Features large, small texts small; a class. */
  readonly weight: 'major' | 'minor' | 'plain'
  /** HTML. */
  readonly title: string
  /** As printed, or empty. */
  readonly subtitle: string
  /** Name, and what stands after it. */
  readonly authors: readonly (ListName & { readonly roleLabel: string })[]
}

/** What an article and its rest after a jump have in common; the rest has nothing else. */
export interface PieceView {
  /** Of the article: `a05`. */
  readonly id: string
  /** Kind of head and columns; a class. */
  readonly layout: Layout
  /** Further classes, each with a space before it, or empty. */
  readonly variant: string
  /** The running title. */
  readonly running: string
  /** Names and running title, for the heads of odd pages in academic journals. */
  readonly authorsAndTitle: string
  /** HTML; of a feature vertical, each part a column. */
  readonly title: string
  /** Every name of the byline. */
  readonly byline: readonly CreditView[]
  /** HTML: the text, or that of a photo page which follows the last picture. */
  readonly body: string
  /** HTML: affiliations in one line at the end, or empty. */
  readonly closing: string
  /** Names stand at the end. */
  readonly signature: boolean
  /** Authors with a notice: index in the byline, name and text. */
  readonly bios: readonly { readonly index: number; readonly name: string; readonly text: string }[]
  /** Number, id and text. */
  readonly references: readonly Reference[]
  /** There are more than 99. */
  readonly manyReferences: boolean
  /** Notes that stand after the text; empty where they stand at the foot. */
  readonly endNotes: readonly EndNoteView[]
}

export interface ArticleView extends PieceView {
  /** On a page of its own, where the one before it ends if lines are left, or behind it whole; a class. */
  readonly begins: 'opens' | 'runs-on' | 'follows'
  /** Name of the section (栏目). */
  readonly section: string
  /** It is the first of its section. */
  readonly opensSection: boolean
  /** As printed, or empty. */
  readonly subtitle: string
  /** HTML: the title horizontal, whatever the layout. */
  readonly displayTitle: string
  /** In order of first appearance. */
  readonly affiliations: readonly AffiliationView[]
  /** Affiliations stand under the names. */
  readonly showAffiliations: boolean
  /** As printed, or empty. */
  readonly lead: string
  /** As printed, or empty. */
  readonly abstract: string
  /** Joined by ；, or empty. */
  readonly keywords: string
  /** All facts: label and value. */
  readonly facts: readonly FactView[]
  /** Those that classify: 中图分类号, 文献标志码. */
  readonly classification: readonly FactView[]
  /** There are such, or a number. */
  readonly classified: boolean
  /** The others: 收稿日期, 基金项目, DOI … */
  readonly history: readonly FactView[]
  /** 文章编号 up to the pages, or empty. */
  readonly numberStem: string
  /** Abstract, key words or facts stand between head and text. */
  readonly hasFront: boolean
  /** The English title block, or null. */
  readonly english: EnglishView | null
  /** Of a photo page: text and rows of pictures before `body`, as HTML; else empty. */
  readonly rows: readonly { readonly kind: 'text' | 'wide' | 'pair'; readonly html: string }[]
  /** Declarations for the body of a short text, or empty. */
  readonly bodyStyle: string
  /** The body ends with a jump, and its rest is a continuation of another article. */
  readonly jumps: boolean
  /** What goes on after this article. */
  readonly continuations: readonly PieceView[]
}

export interface CreditView {
  /** As printed. */
  readonly name: string
  /** What stands after the name: 译, 摄影; empty for an author. */
  readonly roleLabel: string
  /** Who asks in an interview. */
  readonly asks: boolean
  /** Numbers of affiliations, where there are several; else empty. */
  readonly marks: string
}

export interface AffiliationView {
  /** Its number, where there are several; else empty. */
  readonly mark: string
  /** As printed. */
  readonly name: string
}

export interface FactView {
  /** 中图分类号. */
  readonly label: string
  /** As printed. */
  readonly value: string
}

export interface EndNoteView {
  /** `a05-n3`. */
  readonly id: string
  /** Of the call. */
  readonly refId: string
  /** As printed: ①. */
  readonly number: string
  /** HTML. */
  readonly text: string
}

export interface EnglishView {
  /** As printed. */
  readonly title: string
  /** Name, and numbers of affiliations where there are several. */
  readonly names: readonly { readonly name: string; readonly marks: string }[]
  /** Those of `affiliations` in English. */
  readonly affiliations: readonly AffiliationView[]
  /** As printed, or empty. */
  readonly abstract: string
  /** Joined by `; `, or empty. */
  readonly keywords: string
}

/** `spine.hbs`. */
export interface SpineView {
  /** BCP 47. */
  readonly language: string
  /** Of the document. */
  readonly title: string
  /** Wide enough for words. */
  readonly printed: boolean
  /** Of the journal. */
  readonly name: string
  /** Year, volume, number and serial number in Chinese numerals. */
  readonly numbering: readonly string[]
  /** Or compiling unit. */
  readonly publisher: string
}
