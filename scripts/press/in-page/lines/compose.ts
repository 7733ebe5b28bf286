/** A document before its pagination in; the same with its paragraphs broken into lines by us. */

import type { Punctuation } from '../../../model/issue.ts'
import { barePages, by, classes } from '../../../model/markup.ts'
import { guarded } from '../report/guarded.ts'
import type { DividedTitle } from '../report/told.ts'
import { fitTables } from '../tables/tables.ts'
import { breakCosts, type Desperation } from './break-table.ts'
import { fitLines, hole, type Line, loose, type Measure } from './fit.ts'
import { registerLineCuts } from './line-cuts.ts'
import { type Collection, collect, measure, type Run } from './measure.ts'
import { settleOpeners } from './openers.ts'
import { squeezed } from './pieces.ts'
import { setLines, unsetLines } from './set-lines.ts'
import { turnTitles } from './titles.ts'
import { showsLines } from './verify.ts'

/**
 * Lets every block have the measure it will have on its page, and notes stand by themselves: Paged.js floats them to the
 * foot of the type area later.
 */
const unpaged = `
  body > :not(${barePages}) { width: var(--width) !important; }
  ${by.note} { position: absolute; display: block; width: var(--width); }
  ${by.measured} { white-space: nowrap !important; text-align: left !important; text-indent: 0 !important; }
`

/** A line that ends early may lack this part of the measure before words are divided anywhere. */
const shortest = 0.35

interface Plan {
  readonly run: Run
  readonly measure: Measure
  readonly lines: readonly Line[]
}

/** Blocks of Chinese text that the browser would break into lines; the cells of a table are as wide as their text. */
const blocks = `p, li, dd, dt, figcaption, ${by.note}, ${by.lead}`
const outside = `table, pre, header p:not(${by.lead}), ${by.verse}, ${by.contents}, ${by.editors}, ${by.colophon} dl, ${barePages}`

function composable(): HTMLElement[] {
  const fits = (block: HTMLElement): boolean => {
    const language = block.closest<HTMLElement>('[lang]')?.lang ?? ''
    const style = getComputedStyle(block)
    return (
      language.startsWith('zh') &&
      block.closest(outside) === null &&
      style.writingMode === 'horizontal-tb' &&
      style.textWrapMode === 'wrap' &&
      style.textWrapStyle !== 'balance' &&
      /^(?:block|list-item)$/.test(style.display)
    )
  }
  return [...document.querySelectorAll<HTMLElement>(blocks)].filter((block) =>
    guarded('lines', block, () => fits(block), false),
  )
}

/** The content width of a block, in px; its first line's indent. */
function measureOf(block: HTMLElement, punctuation: Punctuation): Measure {
  const style = getComputedStyle(block)
  const justified = style.textAlign === 'justify'
  const px = (name: string) => Number.parseFloat(style.getPropertyValue(name))
  const insets = px('padding-left') + px('padding-right') + px('border-left-width') + px('border-right-width')
  return {
    width: px('width') - (style.boxSizing === 'border-box' ? insets : 0),
    indent: px('text-indent'),
    halfAtEnd: justified && punctuation !== 'full',
    compressed: justified && punctuation === 'compressed',
    justified,
  }
}

function squeezedRun(run: Run): Run {
  const parted = (i: number) => run.spots[i]!.node !== run.spots[i + 1]!.node
  return { ...run, pieces: squeezed(run.pieces, parted) }
}

/** Lines whose Han are seen to stand apart. */
const looseOf = (lines: readonly Line[]): number => lines.filter(({ gap }) => gap > loose).length

/** Whether a line would show a hole; one that ends early may lack so many px. */
const holds = (lines: readonly Line[], early: number): boolean =>
  lines.some(({ gap, slack }) => gap > hole && slack >= early)

/** The lines of all parts of a block; null where some part cannot be set. */
function planOf(run: Run, measure: Measure): Plan | null {
  const { pieces, parts } = run
  const first = measure.indent + run.lead
  const broken = (desperation: Desperation): Line[] | null => {
    const costs = breakCosts(pieces, desperation)
    const lines: Line[] = []
    for (let part = 0; part + 1 < parts.length; part++) {
      const indent = part === 0 ? first : 0
      const found = fitLines(pieces, costs, { ...measure, indent }, parts[part]!, parts[part + 1]!)
      if (!found) return null
      lines.push(...found)
    }
    return lines
  }
  let lines = broken(0)
  // A word takes a hyphen where a line is seen to be loose without, and less so with it.
  if (!lines || looseOf(lines) > 0) {
    const hyphened = broken(1)
    if (hyphened && (!lines || holds(lines, 0) || looseOf(hyphened) < looseOf(lines))) lines = hyphened
  }
  // Everything is opened only where a line would show a hole without, or where there are no lines at all.
  if (!lines || holds(lines, shortest * measure.width)) lines = broken(2) ?? lines
  return lines && { run, measure: { ...measure, indent: first }, lines }
}

/**
 * Breaks the paragraphs into the lines of the finished pages, and tells which titles it had to divide itself. What does not come out as planned is left to the browser.
 * Runs in print media, before Paged.js.
 */
export async function composeDocument(punctuation: Punctuation): Promise<readonly DividedTitle[]> {
  await Promise.all([...document.fonts].map((face) => face.load()))
  await document.fonts.ready
  const sheet = document.createElement('style')
  sheet.textContent = unpaged
  document.head.append(sheet)
  settleOpeners()
  const divided = turnTitles()
  guarded('page', document.body, fitTables, undefined)
  // Everything is read first, then everything changed: a change between two readings would cost a layout each.
  const measured = composable().flatMap((block): [Collection, Measure][] =>
    guarded('lines', block, () => [[collect(block), measureOf(block, punctuation)]], []),
  )
  for (const [{ block }] of measured) block.classList.add(classes.measured)
  const runs = measured.flatMap(([collection, width]): [Run, Measure][] =>
    guarded(
      'lines',
      collection.block,
      () => [[width.compressed ? squeezedRun(measure(collection)) : measure(collection), width]],
      [],
    ),
  )
  for (const [{ block }] of measured) block.classList.remove(classes.measured)
  const plans = runs.flatMap(([run, width]) =>
    run.pieces.length > 0 ? (guarded('lines', run.block, () => planOf(run, width), null) ?? []) : [],
  )
  const broken = plans.filter(({ run, lines }) => {
    const set = () => {
      setLines(run, lines)
      return true
    }
    return !guarded('lines', run.block, set, false)
  })
  const failed = plans.filter(
    (plan) =>
      broken.includes(plan) ||
      !guarded('lines', plan.run.block, () => showsLines(plan.run, plan.lines, plan.measure), false),
  )
  for (const { run } of failed) guarded('lines', run.block, () => unsetLines(run.block), undefined)
  for (const [{ block }] of measured) if (block.classList.length === 0) block.removeAttribute('class')
  sheet.remove()
  registerLineCuts()
  return divided
}
