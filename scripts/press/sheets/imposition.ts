/**
 * In: the finished print edition, one page per sheet. Out: its printer's spreads, two pages side by side on each side of a
 * sheet that is folded once, in the order of printing.
 */

import { creepOf, type Spread, signatures, spreads } from '../../model/binding.ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Issue } from '../../model/issue.ts'
import { heiOutlines } from '../fonts/outlines.ts'
import { openPdf, points } from '../pdf/document.ts'
import { slug } from '../print/sheet.ts'
import { addSheet, formOf, type PressSheet, sameGroup, serializeSheets } from './press-sheet.ts'

export interface Imposed {
  /** Null where the pages cannot be imposed; the diagnostics say why. */
  readonly bytes: Uint8Array | null
  readonly diagnostics: readonly Diagnostic[]
}

export interface ImpositionOptions {
  /** Name of the print edition, for diagnostics. */
  readonly file: string
  /** False leaves every sheet as wide as the outermost. */
  readonly creep?: boolean
}

/** Collation marks (折标) in millimetres: on the fold where glue will cover them, in the slug where wire is used. */
const collation = {
  width: 2,
  height: 8,
  first: 30,
  slugWidth: 3,
  slugHeight: 2,
  slugStep: 6.5,
  slugFirst: 5,
  slugClear: 1.5,
} as const

/**
 * A step lower on the fold for each signature: on the backs of gathered signatures a missing, doubled or misplaced one breaks
 * the stair. Under wire the fold stays in sight, so there the steps lie outside of the bleed, one for each sheet.
 */
function collationMark(
  spread: Spread,
  issue: Issue,
  sheet: { fold: number; height: number; bleed: number; gap: number },
): Pick<PressSheet, 'bars' | 'notes'> {
  const { width, height, first, slugWidth, slugHeight, slugStep, slugFirst, slugClear } = collation
  if (spread.side === 'back') return {}
  if (issue.printing.binding === 'saddle') {
    const x = sheet.fold + points(slugFirst + (spread.sheet - 1) * slugStep)
    const y = -sheet.bleed - points(slugClear + slugHeight)
    return {
      bars: [[x, y, points(slugWidth), points(slugHeight)]],
      notes: [{ text: String(spread.sheet), x: x + points(slugWidth + 0.5), y }],
    }
  }
  if (spread.sheet > 1) return {}
  const steps = Math.max(1, Math.floor((issue.page.trim.height - 2 * first) / height))
  const y = sheet.height - points(first + (((spread.signature - 1) % steps) + 1) * height)
  // No wider than what is milled off.
  const across = Math.min(points(width), 2 * sheet.gap)
  return across > 0 ? { bars: [[sheet.fold - across / 2, y, across, points(height)]] } : {}
}

function labelOf(spread: Spread, issue: Issue, creep: number, single: boolean): string {
  const { signature, sheet, side, left, right } = spread
  const parts = [
    `${issue.journal.name} ${issue.numbering.fullLabel}`,
    ...(single ? [] : [`第 ${signature} 帖`]),
    `第 ${sheet} 张 ${side === 'front' ? '正面' : '反面'}`,
    `第 ${left}、${right} 页`,
    ...(creep > 0 ? [`爬移 ${Number(creep.toFixed(2))} mm`] : []),
  ]
  return parts.join('　')
}

/**
 * Printer's spreads of a print edition. Under wire all sheets lie in one another; under glue the text without its cover is in
 * signatures of `page.signature`, and the pages show their bleed at the fold too, which the binder mills off.
 *
 * Each page of a sheet that creeps is moved towards the fold, and with it its trim and its marks: the knife cuts there.
 * @param print from `finishPrint`; the sheets keep its header, output intent, metadata and fonts.
 */
export async function impose(print: Uint8Array, issue: Issue, options: ImpositionOptions): Promise<Imposed> {
  const document = await openPdf(print)
  const pages = document.getPages()
  const { binding } = issue.printing
  const { signature } = issue.page
  if (pages.length % 4 !== 0 || (binding === 'perfect' && signature % 4 !== 0)) {
    const facts = { pages: pages.length, signature }
    return { bytes: null, diagnostics: [diagnostic('printing/imposition-pages', { file: options.file }, facts)] }
  }
  const outlines = await heiOutlines()
  const bleed = points(issue.page.bleed)
  const gap = binding === 'perfect' ? bleed : 0
  const [width, height] = [points(issue.page.trim.width), points(issue.page.trim.height)]
  const single = signatures(pages.length, binding, signature).length === 1
  for (const spread of spreads(pages.length, binding, signature)) {
    const creep = options.creep === false ? 0 : creepOf(issue, spread.sheet)
    const shift = points(creep)
    const [left, right] = [pages[spread.left - 1]!, pages[spread.right - 1]!]
    const fold = width - shift + gap
    addSheet(
      document,
      {
        trim: { width: 2 * fold, height },
        bleed,
        edge: { x: points(slug) + bleed + shift, y: points(slug) + bleed },
        panels: [
          { form: formOf(left, { left: bleed, right: gap - shift }), x: 0 },
          { form: formOf(right, { left: gap - shift, right: bleed }), x: fold + gap - shift },
        ],
        folds: [fold],
        label: labelOf(spread, issue, creep, single),
        ...collationMark(spread, issue, { fold, height, bleed, gap }),
        group: sameGroup([left, right]),
      },
      outlines,
    )
  }
  for (const _ of pages) document.removePage(0)
  return { bytes: await serializeSheets(document, print), diagnostics: [] }
}
