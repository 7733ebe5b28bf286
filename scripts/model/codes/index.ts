/** The closed list of everything that can be reported, by area. */
import type { CodeRow } from '../diagnostic.ts'
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
import { typography } from './typography.ts'

export const codes = {
  ...manuscript,
  ...layout,
  ...preflight,
  ...epub,
  ...pdfx,
  ...pdfua,
  ...printing,
  ...pageBreaks,
  ...proof,
  ...copyfit,
  ...typography,
  ...importing,
} satisfies Record<string, CodeRow>
export type Code = keyof typeof codes
