import type { CodeRow } from '../diagnostic.ts'

export const layout = {
} as const satisfies Record<string, CodeRow>
