/** Printing inks, and the colours of the themes that are mixed by hand. */

/** Cyan, magenta, yellow, black: shares of full ink from 0 to 1. */
export type Ink = readonly [number, number, number, number]

export interface InkRow {
  /** `#rrggbb`, as the style sheet writes it. */
  readonly rgb: string
  readonly ink: Ink
}

/** The colours of the themes and the inks that print them. Neutral colours need no row: they are tints of black. */
export const themeInks: readonly InkRow[] = [
  { rgb: '#b0202b', ink: [0.2, 1, 0.85, 0.15] },
  { rgb: '#f4efe6', ink: [0.03, 0.05, 0.1, 0] },
  { rgb: '#1d3557', ink: [1, 0.75, 0.25, 0.4] },
]
