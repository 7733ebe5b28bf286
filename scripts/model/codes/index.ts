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
import { printing, printQuality } from './printing.ts'
import { proof } from './proof.ts'
import type { CodeRow } from './row.ts'
import { typography } from './typography.ts'

/** The rows of an area, with its name and what finds them; what a row says of itself holds. */
const area = <T extends Record<string, CodeRow>>(
  found: Required<Pick<CodeRow, 'area' | 'by'>> & Pick<CodeRow, 'in'>,
  rows: T,
): T => Object.fromEntries(Object.entries(rows).map(([slug, row]) => [slug, { ...found, ...row }])) as T

const paged = ['print', 'screen'] as const

export const codes = {
  ...area({ area: 'manuscript', by: 'inspection' }, manuscript),
  ...area({ area: 'layout', by: 'inspection' }, layout),
  ...area({ area: 'preflight', by: 'proof', in: paged }, preflight),
  ...area({ area: 'epub', by: 'proof', in: ['epub'] }, epub),
  ...area({ area: 'pdfx', by: 'proof', in: ['print'] }, pdfx),
  ...area({ area: 'pdfua', by: 'proof', in: ['screen'] }, pdfua),
  ...area({ area: 'printing', by: 'press', in: ['print'] }, printing),
  ...area({ area: 'printing', by: 'proof', in: ['print'] }, printQuality),
  ...area({ area: 'epub', by: 'proof', in: ['page-map'] }, pageBreaks),
  ...area({ area: 'proof', by: 'proof' }, proof),
  ...area({ area: 'copyfit', by: 'proof', in: paged }, copyfit),
  ...area({ area: 'typography', by: 'proof', in: paged }, typography),
  ...area({ area: 'import', by: 'import' }, importing),
} satisfies Record<string, CodeRow>
export type Code = keyof typeof codes
