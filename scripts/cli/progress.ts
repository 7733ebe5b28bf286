/** In: events of the pipeline. Out: one line kept up to date on a terminal, plain lines elsewhere. */

import type { Locale } from '../model/diagnostic.ts'
import type { EditionName } from '../model/edition.ts'
import type { Progress, ProgressEvent, Stage } from '../model/outcome.ts'
import { humanTime } from './files.ts'
import type { Words } from './locale.ts'
import { shorten } from './width.ts'

const stages: Readonly<Record<Stage, Words>> = {
  read: { zh: '读稿', en: 'Reading' },
  fonts: { zh: '核对字形', en: 'Checking glyphs' },
  paginate: { zh: '排版分页', en: 'Laying out pages' },
  print: { zh: '输出 PDF', en: 'Printing' },
  finish: { zh: 'PDF 印前处理', en: 'Finishing the PDF' },
  epub: { zh: '制作 EPUB', en: 'Packing the EPUB' },
  prove: { zh: '核对成品', en: 'Proving' },
  write: { zh: '写入文件', en: 'Writing files' },
}

const editionWords: Readonly<Record<EditionName, Words>> = {
  print: { zh: '印刷版', en: 'print' },
  screen: { zh: '阅读版', en: 'screen' },
  epub: { zh: 'EPUB', en: 'EPUB' },
}

/** What progress needs of a stream; process.stderr has it. */
export interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** Plain output says how far layout has come every so many pages. */
const pageStep = 10

/** `report` goes to the pipeline; `close` leaves a clean line for whoever writes next. */
export function startProgress(
  terminal: Terminal,
  locale: Locale,
  now: () => number = () => performance.now(),
): { report: Progress; close: () => void } {
  return terminal.isTTY ? liveLine(terminal, locale, now) : plainLines(terminal, locale)
}

const pagesOf = (count: number, locale: Locale): string =>
  locale === 'zh' ? `${count} 页` : `${count} page${count === 1 ? '' : 's'}`

const stageOf = (event: ProgressEvent, locale: Locale): string => {
  const edition = event.edition && event.stage !== 'epub' ? editionWords[event.edition][locale] : ''
  const [open, close] = locale === 'zh' ? ['（', '）'] : [' (', ')']
  return stages[event.stage][locale] + (edition && open + edition + close)
}

function liveLine(terminal: Terminal, locale: Locale, now: () => number) {
  const begun = now()
  let latest: ProgressEvent | undefined
  const draw = () => {
    if (!latest) return
    const parts = [
      stageOf(latest, locale),
      latest.article,
      latest.pages === undefined ? '' : pagesOf(latest.pages, locale),
    ]
    const text = [...parts, humanTime((now() - begun) / 1000)].filter(Boolean).join(' · ')
    terminal.write(`\r\x1b[2K${shorten(text, (terminal.columns || 80) - 1)}`)
  }
  // The clock goes on while a long step says nothing, so that nobody takes it for dead.
  const clock = setInterval(draw, 500)
  clock.unref()
  return {
    report: (event: ProgressEvent) => {
      latest = event.stage === latest?.stage ? { ...latest, ...event } : event
      draw()
    },
    close: () => {
      clearInterval(clock)
      if (latest) terminal.write('\r\x1b[2K')
      latest = undefined
    },
  }
}

function plainLines(terminal: Terminal, locale: Locale) {
  const seen = new Set<string>()
  let reached = 0
  return {
    report: (event: ProgressEvent) => {
      const stage = stageOf(event, locale)
      if (!seen.has(stage)) {
        seen.add(stage)
        reached = 0
        terminal.write(`${stage}\n`)
      }
      if (event.pages === undefined || event.pages < reached + pageStep) return
      reached = event.pages - (event.pages % pageStep)
      terminal.write(`${stage}${locale === 'zh' ? '：' : ': '}${pagesOf(event.pages, locale)}\n`)
    },
    close: () => {},
  }
}
