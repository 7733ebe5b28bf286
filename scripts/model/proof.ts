/** The verdict on the artifacts: every check that was made, passed ones included. */
import type { PageRecord } from './artifact.ts'
import type { Copyfit } from './copyfit.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { EditionName } from './edition.ts'
import type { Plate } from './job.ts'
import type { Mark } from './mark.ts'

export type Outcome = 'passed' | 'failed' | 'skipped'

export interface Check {
  /** Slug of the check: `text/conserved`, `credits/byline`, `contents/folio`, `structure/count`, `preflight/trim-box` … */
  readonly name: string
  readonly edition: EditionName
  /** Where the check is an assertion on the file: its id in the list and the clause that asks for it. */
  readonly rule?: { readonly id: string; readonly clause: string }
  /** What was looked at: an article's title, a page, a file. */
  readonly subject: string
  readonly outcome: Outcome
  /** How many places were looked at, and at how many of them something was wrong; where a check counts. */
  readonly places?: number
  readonly faults?: number
  /** Faults that the issue's waivers allow; they count as none. */
  readonly waived?: number
  /** Why it failed or was skipped, with the first lost characters or the two numbers that differ. */
  readonly because?: string
  /** The same reasons as data, to be worded in the reader's language. */
  readonly causes?: readonly Diagnostic[]
}

/** Boxes of a page as they stand in the file: left, bottom, right, top in points. */
export interface PageBoxes {
  readonly media: Box
  readonly bleed: Box
  readonly trim: Box
}
type Box = readonly [number, number, number, number]

export interface ProvedArtifact {
  readonly edition: EditionName
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  /** Empty for an EPUB. */
  readonly pages: readonly PageRecord[]
  /** Of every page of a print edition; null for a page that lacks one of them. */
  readonly boxes?: readonly (PageBoxes | null)[]
  /** Of every page of a print edition: the plates that print inside its bleed. */
  readonly plates?: readonly (readonly Plate[])[]
}

export interface Proof {
  readonly issue: string
  readonly tool: string
  readonly artifacts: readonly ProvedArtifact[]
  readonly checks: readonly Check[]
  readonly diagnostics: readonly Diagnostic[]
  /** What stands of the manuscript and of the making, besides what was found in the files. */
  readonly besides?: readonly Diagnostic[]
  /** A draft is never printed, whatever was found. */
  readonly draft?: boolean
  /** Of a draft: the faults that are marked on its pages. */
  readonly marks?: readonly Mark[]
  /** Null where no paged edition was proved. */
  readonly copyfit: Copyfit | null
}
