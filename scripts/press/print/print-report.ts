/** The report of finishing for print in; diagnostics out: nothing stays RGB, transparent, coarse or unreadable in silence. */
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Ink } from './colour/ink.ts'
import type { ColourReport } from './convert-colours.ts'
import type { PrintReport } from './finish-print.ts'
import { limits } from './print-check.ts'

/** Inks as a printing house writes them: C20 M100 Y85 K15. */
const written = (ink: Ink): string =>
  ink
    .map((share, i) => `${'CMYK'[i]}${Math.round(share * 100)}`)
    .filter((text) => !text.endsWith('0') || text.length > 2)
    .join(' ')

const named = (picture: string | undefined): string => (picture === undefined ? '' : `“${picture}”`)
const millimetres = (points: number): number => Math.round((points / 72) * 25.4)
/** Two digits behind the point, as `Number` writes them. */
const rounded = (value: number): number => Number(value.toFixed(2))

type Finding = ColourReport['findings'][number]

function resolution(finding: Extract<Finding, { kind: 'resolution' }>, file: string): Diagnostic {
  const { page, ppi, width, height, picture, lineArt } = finding
  const { picture: rule } = limits
  const fine = lineArt && ppi >= rule.ppi * rule.tolerance
  const least = fine ? rule.lineArt : rule.ppi
  const facts = {
    page,
    picture: named(picture),
    ppi: Math.floor(ppi),
    least,
    width: millimetres(width),
    height: millimetres(height),
    needWidth: Math.ceil((width / 72) * least),
    needHeight: Math.ceil((height / 72) * least),
  }
  if (ppi < rule.coarse) return diagnostic('printing/picture-coarse', { file, page }, facts)
  return diagnostic(fine ? 'printing/line-art-resolution' : 'printing/picture-resolution', { file, page }, facts)
}

function found(finding: Finding, file: string): Diagnostic {
  const { page } = finding
  const place = { file, page }
  switch (finding.kind) {
    case 'resolution':
      return resolution(finding, file)
    case 'hairline': {
      const { width, count } = finding
      return diagnostic('printing/hairline', place, {
        page,
        count,
        width: rounded(width),
        least: limits.hairline.width,
      })
    }
    case 'rich-black': {
      const code = finding.of === 'text' ? 'printing/rich-black-text' : 'printing/rich-black-line'
      return diagnostic(code, place, { page, ink: written(finding.ink) })
    }
    case 'reversed-type':
      return diagnostic('printing/reversed-type', place, {
        page,
        size: rounded(finding.size),
        least: limits.reversedType,
      })
    case 'many-inks': {
      const facts = { page, size: rounded(finding.size), ink: written(finding.ink), least: limits.manyInksType }
      return diagnostic('printing/small-type-inks', place, facts)
    }
  }
}

function colours({ colours: all, inkLimit: limit }: ColourReport, file: string): Diagnostic[] {
  return all
    .filter(({ total }) => total > limit)
    .map(({ rgb, ink, by, total, pages }) => {
      const facts = { rgb, ink: written(ink), total, limit, pages: pages.join('、') }
      const code = by === 'engine' ? 'printing/ink-reduced' : 'printing/ink-limit'
      return diagnostic(code, { file, page: pages[0]! }, facts)
    })
}

/**
 * What an editor should hear of a print edition. Colours and pictures that were converted and stay within the limits are
 * in the report only.
 */
export function reportDiagnostics(report: PrintReport, file: string): Diagnostic[] {
  const at = (page: number) => ({ file, page })
  const x1a = report.standard === 'x-1a'
  const unusable = report.profileUsable
    ? []
    : [diagnostic('printing/profile-unusable', { file }, { condition: report.condition })]
  const left = report.pictures.filter(({ to }) => to === null)
  const full = report.pictures.filter(({ own, fullest }) => own && fullest > report.inkLimit)
  const flattened = report.pictures.filter((picture) => x1a && picture.flattened)
  const gradients = report.gradients.filter(({ to }) => to === 'profile').map(({ page }) => page)
  return [
    ...unusable,
    ...colours(report, file),
    ...left.map(({ page, width, height, from, picture }) =>
      diagnostic('preflight/picture-left', at(page), { page, width, height, space: from, picture: named(picture) }),
    ),
    ...full.map(({ page, fullest, picture }) => {
      const facts = { page, picture: named(picture), total: Math.round(fullest), limit: report.inkLimit }
      return diagnostic('printing/picture-ink-limit', at(page), facts)
    }),
    ...flattened.map(({ page, picture }) =>
      diagnostic('printing/flattened', at(page), { page, picture: named(picture) }),
    ),
    ...[...new Set(gradients)].map((page) =>
      diagnostic(x1a ? 'printing/gradient-x1a' : 'preflight/gradient', at(page), { page }),
    ),
    ...report.transparency.map((page) =>
      diagnostic(x1a ? 'printing/transparency-x1a' : 'preflight/transparency', at(page), { page }),
    ),
    ...report.findings.map((finding) => found(finding, file)),
    ...report.text.map(({ page, font }) => diagnostic('preflight/glyph-unreadable', at(page), { page, font })),
  ]
}
