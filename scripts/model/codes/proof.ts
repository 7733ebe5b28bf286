import type { CodeRow } from '../diagnostic.ts'

export const proof = {
} as const satisfies Record<string, CodeRow>
