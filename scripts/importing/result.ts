/** What importing gives: articles as printed, every repair with its line, and the files of a manuscript folder. */
import type { Diagnostic } from '../model/diagnostic.ts'
import type { RuleName } from './rules.ts'

export interface ImportedPerson {
  readonly name: string
  /** As front matter writes it. */
  readonly role: string
  /** Of this person alone; everybody else has the shared ones. */
  readonly affiliations?: readonly string[]
  readonly bio?: string
  /** SHEN Yanqiu of the English title page, as Shen Yanqiu. */
  readonly pinyin?: string
}

/** Facts of a scholarly article, each as front matter writes it; days are ISO. */
export interface ImportedFields {
  readonly lead?: string
  readonly abstract?: string
  readonly keywords?: readonly string[]
  readonly classification?: string
  readonly documentCode?: string
  readonly received?: string
  readonly revised?: string
  readonly accepted?: string
  readonly funding?: string
  readonly doi?: string
  readonly english?: {
    readonly title?: string
    readonly affiliation?: readonly string[]
    readonly abstract?: string
    readonly keywords?: readonly string[]
  }
  readonly references?: readonly string[]
}

/** One article of the printed text. Title, names and units are to the letter; a space in a title marks where its line may break. */
export interface ImportedArticle {
  readonly title: string
  /** A second display line that begins with a dash; without the dash. */
  readonly subtitle?: string
  readonly section?: string
  /** Everybody in the byline, in printed order. */
  readonly people: readonly ImportedPerson[]
  /** Shared by everybody without a unit of his own; without any, all that the people have. */
  readonly affiliations: readonly string[]
  readonly fields: ImportedFields
  /** Whether the whole article is verse. */
  readonly verse: boolean
  readonly blocks: readonly ImportedBlock[]
  /** Place, from 0, of the article after whose end the rest of this one was printed. */
  readonly continuedAfter?: number
  /** Line of the title in the raw text, from 1. */
  readonly line: number
}

/** A stretch of a block's text that is written otherwise in Markdown: the call of a note, a citation. */
export interface Span {
  readonly at: number
  readonly length: number
  readonly markdown: string
}

export interface ImportedBlock {
  readonly kind: 'heading' | 'paragraph' | 'verse' | 'quote' | 'figure' | 'table' | 'jump' | 'note' | 'break'
  /** Lines of verse are parted by line feeds, stanzas by two; of a quotation the last line is the source. */
  readonly text: string
  /** First line of the block in the raw text, from 1. */
  readonly line: number
  readonly spans?: readonly Span[]
  /** Of a heading that the text itself marks; 2 is the highest below the title. */
  readonly level?: number
  /** Of a figure or table: the number it had in print. */
  readonly label?: string
  readonly credit?: string
  readonly rows?: readonly (readonly string[])[]
  /** The text was Markdown already and is written as it stands. */
  readonly markdown?: boolean
}

/**
 * One thing found in the raw text. `applied`: certain, and done. `confirm`: likely, but left as it is until an editor has looked.
 * `flagged`: left as it is and merely pointed out.
 */
export interface Repair {
  /** Line of the raw text; for a join, the line of the first half. */
  readonly line: number
  readonly rule: RuleName
  readonly action: 'applied' | 'confirm' | 'flagged'
  /** By default `applied` is sure, `flagged` likely and `confirm` doubtful. What is not sure waits for an editor's tick. */
  readonly confidence?: Confidence
  /** Excerpts. `after` repeats `before` where nothing was changed. */
  readonly before: string
  readonly after: string
  /** Chinese, for the report. */
  readonly note?: string
}

export type Confidence = 'sure' | 'likely' | 'doubtful'

export const confidenceOf = ({ action, confidence }: Repair): Confidence =>
  confidence ?? ({ applied: 'sure', flagged: 'likely', confirm: 'doubtful' } as const)[action]

/** A line that belongs to no article; it is kept in _leak.txt. */
export interface LeakedLine {
  readonly line: number
  readonly text: string
}

export interface ImportOptions {
  /** Path of the raw text as the editor typed it, for places. */
  readonly file: string
  /** Name of the issue folder, e.g. `2026-01`: gives year and number where `year` does not. */
  readonly id: string
  /** Units above this many characters are never headings. */
  readonly joinLength?: number
  /** Name of the encoding the text came in, for the report. */
  readonly encoding?: string
  /** Year of the issue; the core has no clock. */
  readonly year?: number
}

export interface ImportResult {
  readonly articles: readonly ImportedArticle[]
  readonly leaked: readonly LeakedLine[]
  readonly repairs: readonly Repair[]
  /** Paths inside the issue folder, in the order to write them. */
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly diagnostics: readonly Diagnostic[]
}
