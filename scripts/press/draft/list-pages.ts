/** In: the marks of a draft. Out: pages behind its own that list all of them: number, page, what is wrong, where, what to do. */
import type { PDFDocument } from '@cantoo/pdf-lib'
import { describe, type Locale } from '../../model/diagnostic.ts'
import type { Mark } from '../../model/mark.ts'
import { formatPlace } from '../../model/place.ts'
import type { Outlines } from '../fonts/outlines.ts'
import { boxArray, name, setPageContent } from '../pdf/document.ts'
import { brokenLines, words } from './drawn-words.ts'

/** Points. */
const type = { title: 16, size: 9, pitch: 13, between: 5 }
const margin = 50
const indent = 64
const inks = { title: '0.8 0.08 0.12', text: '0 0 0', hint: '0.4 0.4 0.4' } as const

const heads = {
  zh: { title: '校样问题一览', page: (page: number | null) => (page === null ? '' : `第 ${page} 页`) },
  en: { title: 'Faults in this draft', page: (page: number | null) => (page === null ? '' : `page ${page}`) },
} as const

interface Line {
  readonly text: string
  readonly ink: keyof typeof inks
}

/** Gives how many there are. */
export function addListPages(
  document: PDFDocument,
  marks: readonly Mark[],
  outlines: Outlines,
  locale: Locale,
): number {
  const [first] = document.getPages()
  const media = first!.getMediaBox()
  const trim = first!.getTrimBox()
  const boxes = [
    ['MediaBox', media],
    ['TrimBox', trim],
    ['BleedBox', first!.getBleedBox()],
    ['CropBox', first!.getCropBox()],
  ] as const
  const { x, y, width, height } = trim
  const head = heads[locale]
  const entries = marks.map(({ number, page, fault }) => {
    const { message, hint } = describe(fault, locale)
    const lines = (text: string, ink: Line['ink']): Line[] =>
      brokenLines(text, outlines, width - 2 * margin - indent, type.size).map((line) => ({ text: line, ink }))
    const place = fault.place ? lines(formatPlace(fault.place), 'hint') : []
    return { number, page, lines: [...lines(message, 'text'), ...place, ...(hint ? lines(hint, 'hint') : [])] }
  })
  let added = 0
  let drawn = ''
  let free = 0
  const end = (): void => {
    if (drawn === '') return
    const page = document.addPage([media.width, media.height])
    for (const [key, box] of boxes) {
      page.node.set(name(key), boxArray(document.context, [box.x, box.y, box.x + box.width, box.y + box.height]))
    }
    setPageContent(page, `q\n${drawn}Q\n`)
    added += 1
    drawn = ''
  }
  const put = (text: string, at: number, base: number, size: number, ink: keyof typeof inks): void => {
    drawn += `${inks[ink]} rg\n${words(text, x + margin + at, base, size, outlines)}`
  }
  const begin = (): void => {
    end()
    free = y + height - margin
    put(head.title, 0, free - type.title, type.title, 'title')
    free -= 2 * type.title
  }
  begin()
  for (const { number, page, lines } of entries) {
    const needed = lines.length * type.pitch
    if (free - needed < y + margin && free < y + height - margin - 2 * type.title) begin()
    put(String(number), 0, free - type.size, type.size, 'title')
    put(head.page(page), 24, free - type.size, type.size, 'text')
    for (const { text, ink } of lines) {
      put(text, indent, free - type.size, type.size, ink)
      free -= type.pitch
    }
    free -= type.between
  }
  end()
  return added
}
