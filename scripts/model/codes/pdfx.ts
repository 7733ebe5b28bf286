import type { CodeRow } from '../diagnostic.ts'

export const pdfx = {} as const satisfies Record<string, CodeRow>
