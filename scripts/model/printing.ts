/** What an issue asks of the printing house, and what the house asks of its files. */

import type { binding, paperKind, standard, Written } from './schema/index.ts'

/** ISO 15930-7 (PDF/X-4) or ISO 15930-4 (PDF/X-1a:2003). */
export type PrintStandard = Written<typeof standard>
/** 骑马订, wire through the fold; 胶装, glued at the spine. */
export type Binding = Written<typeof binding>
export type PaperKind = Written<typeof paperKind>

/** The printing condition that the inks are meant for; goes into the output intent (ISO 32000-1 14.11.5). */
export interface OutputCondition {
  /** As in the ICC's registry of characterisation data: `FOGRA39`. */
  readonly identifier: string
  /** For people: `Offset, ISO 12647-2:2004, paper type 1 or 2 (coated)`. */
  readonly name: string
  /** Where the identifier is defined; empty for a house's own. */
  readonly registry: string
  readonly paper: PaperKind
  /** The printing house's ICC profile; null for the one that comes with kanben for this kind of paper. */
  readonly profile: Uint8Array | null
}

export interface PaperStock {
  /** As ordered: `80 g/m² 双胶纸`. Empty where not given. */
  readonly name: string
  /** Thickness of a leaf in millimetres; undefined where not given. */
  readonly leaf?: number
}

export interface Printing {
  readonly standard: PrintStandard
  readonly condition: OutputCondition
  /** Pictures are converted to the inks of the condition, or stay in RGB with their profile (not in PDF/X-1a). */
  readonly images: 'cmyk' | 'icc'
  /** Percent of all four inks together that the paper takes. */
  readonly inkLimit: number
  readonly binding: Binding
  readonly paper: { readonly text: PaperStock; readonly cover: PaperStock }
  /** Whom the printing house asks. */
  readonly contact?: { readonly name: string; readonly phone?: string; readonly email?: string }
}

/** Percent; ISO 12647-2 allows up to 350 for coated sheets, houses in practice 300 and 260. */
export const inkLimits: Readonly<Record<PaperKind, number>> = { coated: 300, uncoated: 260 }

/** The conditions of the profiles that come with kanben. */
export const shippedConditions: Readonly<Record<PaperKind, OutputCondition>> = {
  coated: {
    identifier: 'FOGRA39',
    name: 'Offset, ISO 12647-2:2004, paper type 1 or 2 (coated)',
    registry: 'http://www.color.org',
    paper: 'coated',
    profile: null,
  },
  uncoated: {
    identifier: 'FOGRA29',
    name: 'Offset, ISO 12647-2:2004, paper type 4 (uncoated)',
    registry: 'http://www.color.org',
    paper: 'uncoated',
    profile: null,
  },
}

/** What holds for an issue that says nothing of its printing. */
export const usualPrinting: Printing = {
  standard: 'x-4',
  condition: shippedConditions.coated,
  images: 'cmyk',
  inkLimit: inkLimits.coated,
  binding: 'saddle',
  paper: { text: { name: '' }, cover: { name: '' } },
}
