/** What finishing for print had to leave in, diagnostics out: nothing stays RGB, transparent or unreadable in silence. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { PrintReport } from './finish-print.ts'

export function reportDiagnostics(report: PrintReport, file: string): Diagnostic[] {
  const at = (page: number) => ({ file, page })
  return [
    ...report.colours.map(({ rgb, pages }) =>
      diagnostic('preflight/colour-left', at(pages[0]!), { rgb, pages: pages.join('、') }),
    ),
    ...report.images.map(({ page, width, height, space }) =>
      diagnostic('preflight/picture-left', at(page), { page, width, height, space }),
    ),
    ...report.shadings.map((page) => diagnostic('preflight/gradient', at(page), { page })),
    ...report.transparency.map((page) => diagnostic('preflight/transparency', at(page), { page })),
    ...report.text.map(({ page, font }) => diagnostic('preflight/glyph-unreadable', at(page), { page, font })),
  ]
}
