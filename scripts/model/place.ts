/** Where a fault lies: in a manuscript file, on a page of a PDF, or in an entry of an EPUB. All counts start at 1. */
export interface Place {
  /** Path as the editor would type it, e.g. `manuscript/2026-01/02-tea.md`. */
  readonly file: string
  readonly line?: number
  /** Column in UTF-16 code units. */
  readonly column?: number
  /** Physical page of a PDF. */
  readonly page?: number
  /** Entry inside an EPUB, e.g. `OEBPS/a02.xhtml`. */
  readonly entry?: string
}

/** `file.md:14:7`, `file.pdf#page=12`, `file.epub!OEBPS/a02.xhtml:3`: one form that terminals and editors can follow. */
export function formatPlace(place: Place): string {
  const entry = place.entry === undefined ? '' : `!${place.entry}`
  const page = place.page === undefined ? '' : `#page=${place.page}`
  const line = place.line === undefined ? '' : `:${place.line}`
  const column = place.line === undefined || place.column === undefined ? '' : `:${place.column}`
  return `${place.file}${entry}${page}${line}${column}`
}
