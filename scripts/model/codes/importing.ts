import type { CodeRow } from '../diagnostic.ts'

export const importing = {
} as const satisfies Record<string, CodeRow>
