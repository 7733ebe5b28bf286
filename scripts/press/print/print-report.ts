/** What finishing for print converted in; what an editor should hear of it out: what was reduced, and what could not be done. */
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Ink } from '../../model/inks.ts'
import type { Printing } from '../../model/printing.ts'
import type { PrintReport } from './finish-print.ts'

/** Inks as a printing house writes them: C20 M100 Y85 K15. */
const written = (ink: Ink): string =>
  ink
    .map((share, i) => `${'CMYK'[i]}${Math.round(share * 100)}`)
    .filter((text) => !text.endsWith('0') || text.length > 2)
    .join(' ')

const named = (picture: string | undefined): string => (picture === undefined ? '' : `“${picture}”`)

/** Colours and pictures that were converted and stay within the limits are in the report only. */
export function reportDiagnostics(report: PrintReport, printing: Printing, file: string): Diagnostic[] {
  const { condition, inkLimit: limit, standard } = printing
  const at = (page: number) => ({ file, page })
  const reduced = report.colours.filter(({ total }) => total > limit)
  const full = report.pictures.filter(({ own, fullest }) => own && fullest > limit)
  const flattened = report.pictures.filter((picture) => standard === 'x-1a' && picture.flattened)
  return [
    ...(report.profileUsable
      ? []
      : [diagnostic('printing/profile-unusable', { file }, { condition: condition.identifier })]),
    ...reduced.map(({ rgb, ink, total, pages }) => {
      const facts = { rgb, ink: written(ink), total, limit, pages: pages.join('、') }
      return diagnostic('printing/ink-reduced', at(pages[0]!), facts)
    }),
    ...full.map(({ page, fullest, picture }) => {
      const facts = { page, picture: named(picture), total: Math.round(fullest), limit }
      return diagnostic('printing/picture-ink-limit', at(page), facts)
    }),
    ...flattened.map(({ page, picture }) =>
      diagnostic('printing/flattened', at(page), { page, picture: named(picture) }),
    ),
    ...report.text.map(({ page, font }) => diagnostic('printing/glyph-unreadable', at(page), { page, font })),
  ]
}
