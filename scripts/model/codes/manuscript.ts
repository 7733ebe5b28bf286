import type { CodeRow } from '../diagnostic.ts'

export const manuscript = {
} as const satisfies Record<string, CodeRow>
