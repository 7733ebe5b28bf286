/** The closed list of everything that can be reported, by area. */

import { copyfit } from './copyfit.ts'
import { epub } from './epub.ts'
import { importing } from './importing.ts'
import { layout } from './layout.ts'
import { manuscript } from './manuscript.ts'
import { pageBreaks } from './page-breaks.ts'
import { pdfua } from './pdfua.ts'
import { pdfx } from './pdfx.ts'
import { preflight } from './preflight.ts'
import { printing } from './printing.ts'
import { proof } from './proof.ts'
import type { CodeRow } from './row.ts'
import { typography } from './typography.ts'

/** The rows of an area, with what finds them; what a row says of itself holds. */
const area = <T extends Record<string, CodeRow>>(found: Pick<CodeRow, 'by' | 'in'>, rows: T): T =>
  Object.fromEntries(Object.entries(rows).map(([slug, row]) => [slug, { ...found, ...row }])) as T

const paged = ['print', 'screen'] as const

export const codes = {
  ...area({ by: 'inspection' }, manuscript),
  ...area({ by: 'inspection' }, layout),
  ...area({ by: 'proof', in: paged }, preflight),
  ...area({ by: 'proof', in: ['epub'] }, epub),
  ...area({ by: 'proof', in: ['print'] }, pdfx),
  ...area({ by: 'proof', in: ['screen'] }, pdfua),
  ...area({ by: 'press', in: ['print'] }, printing),
  ...area({ by: 'proof', in: ['page-map'] }, pageBreaks),
  ...area({ by: 'proof' }, proof),
  ...area({ by: 'proof', in: paged }, copyfit),
  ...area({ by: 'proof', in: paged }, typography),
  ...area({ by: 'import' }, importing),
} satisfies Record<string, CodeRow>
export type Code = keyof typeof codes
