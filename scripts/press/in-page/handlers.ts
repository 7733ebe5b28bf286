/** Hooks into the pagination of Paged.js. */
import type { InPageSettings } from './settings.ts'

export function registerHandlers(_settings: InPageSettings): void {}
