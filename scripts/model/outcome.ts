/** What a run tells while it works, and what it leaves: the shapes that pipeline and command line share. */
import type { Copyfit } from './copyfit.ts'
import type { Diagnostic, Release } from './diagnostic.ts'
import type { EditionName } from './edition.ts'

export type Stage = 'read' | 'fonts' | 'paginate' | 'print' | 'finish' | 'epub' | 'prove' | 'write'

export interface ProgressEvent {
  readonly stage: Stage
  /** Title of the article at hand. */
  readonly article?: string
  /** Pages laid out so far. */
  readonly pages?: number
  readonly edition?: EditionName
}

export type Progress = (event: ProgressEvent) => void

export interface Delivered {
  readonly edition: EditionName
  readonly path: string
  /** Null for an EPUB. */
  readonly pages: number | null
  readonly bytes: number
  readonly seconds: number
}

/** Made for the printing house of a proved print edition: printer's spreads, the wrap-around cover, the job sheet. */
export interface Companion {
  readonly kind: 'imposition' | 'cover' | 'job'
  readonly path: string
  readonly bytes: number
}

export interface Outcome {
  readonly diagnostics: readonly Diagnostic[]
  /** Manuscript files by the path of their diagnostics, to show source lines. */
  readonly sources: ReadonlyMap<string, string>
  readonly delivered: readonly Delivered[]
  /** What was found of the finished files, or would have been of a draft; absent where none were asked for. */
  readonly release?: Release
  readonly companions?: readonly Companion[]
  /** Of a paged edition that was proved. */
  readonly copyfit?: Copyfit
}
