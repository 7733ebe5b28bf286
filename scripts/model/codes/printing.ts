import type { CodeRow } from '../diagnostic.ts'

export const printing = {} as const satisfies Record<string, CodeRow>
