import type { CodeRow } from '../diagnostic.ts'

export const preflight = {
} as const satisfies Record<string, CodeRow>
