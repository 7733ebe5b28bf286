import type { CodeRow } from '../diagnostic.ts'

export const pdfua = {} as const satisfies Record<string, CodeRow>
