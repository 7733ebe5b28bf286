/** What importing gives: articles as printed, every repair with its line, and the files of a manuscript folder. */
import type { Diagnostic } from '../model/diagnostic.ts'
import type { RuleName } from './rules.ts'

/** One article of the printed text. Title, names and units are to the letter; a space in a title marks a turn of the line. */
export interface ImportedArticle {
  readonly title: string
  /** A second display line that begins with a dash; without the dash. */
  readonly subtitle?: string
  readonly authors: readonly string[]
  /** Everybody else in the byline (图, 摄影, 译 …) with the role's name as front matter writes it. */
  readonly others: readonly { readonly name: string; readonly role: string }[]
  readonly affiliations: readonly string[]
  readonly blocks: readonly ImportedBlock[]
  /** Line of the title in the raw text, from 1. */
  readonly line: number
}

export interface ImportedBlock {
  readonly kind: 'heading' | 'paragraph'
  readonly text: string
  /** First line of the block in the raw text, from 1. */
  readonly line: number
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
  /** Excerpts. `after` repeats `before` where nothing was changed. */
  readonly before: string
  readonly after: string
  /** Chinese, for the report. */
  readonly note?: string
}

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
