/** The text of a block in, where in it a note is called or the references are cited out. */
import { excerpt } from '../characters/marks.ts'
import type { Unit } from '../lines/units.ts'
import type { Repair, Span } from '../result.ts'
import type { Note } from './notes.ts'

/** Signs that stand for a hyphen between two numbers. */
const dashes = '–—~～－⁃‐‑−'
/** A range, or a page that is called one. */
const ranged = new RegExp(`[-${dashes}Pp]`, 'u')
const dash = new RegExp(`[${dashes}]`, 'gu')
const numbers = `\\d{1,3}(?:\\s*[-${dashes},，、]\\s*\\d{1,3})*`
const pages = `\\d{1,4}(?:\\s*[-${dashes}]\\s*\\d{1,4})?`
/** [2], [2]15-18, [2]P15, [2](15), [3:15]: after the number of the work that of its page. */
const citation = new RegExp(
  `[[［〔](?:(${numbers})|(\\d{1,3})\\s*[:：]\\s*(${pages}))[\\]］〕](?:([Pp]{0,2}\\.?\\s?${pages})(?![\\d年月日个人次种处元万亿％%.．])|[（(]([Pp]{0,2}\\.?\\s?${pages})[）)])?`,
  'gu',
)

export interface Spans {
  readonly spans: Span[]
  readonly repairs: Repair[]
}

/** @param references length of the list: numbers beyond it are no citations. */
export function spansOf(text: string, own: readonly Unit[], notes: readonly Note[], references: number): Spans {
  const spans: Span[] = []
  const repairs: Repair[] = []
  for (const note of notes) {
    if (!own.includes(note.call.unit)) continue
    // The unit's text stands in the block, perhaps without its first, doubled character.
    const tail = note.call.unit.text.slice(1)
    const start = text.indexOf(note.call.unit.text) !== -1 ? text.indexOf(note.call.unit.text) : text.indexOf(tail) - 1
    if (start >= -1 && text.indexOf(tail) !== -1)
      spans.push({ at: start + note.call.at, length: note.call.length, markdown: `[^${note.label}]` })
  }
  if (references === 0) return { spans: spans.sort((a, b) => a.at - b.at), repairs }
  for (const hit of text.matchAll(citation)) {
    const works = (hit[1] ?? hit[2]!)
      .replace(dash, '-')
      .replace(/[，、]/gu, ',')
      .replace(/\s/gu, '')
    const fits = works.split(/[-,]/u).every((number) => Number(number) >= 1 && Number(number) <= references)
    const free = spans.every(({ at, length }) => hit.index >= at + length || hit.index + hit[0].length <= at)
    if (!fits || !free || hit.index === 0) continue
    // The page of one work; after several, or run into a word, it may be a number of the text.
    const after = text.slice(hit.index + hit[0].length)
    const bare = hit[4]
    const located =
      hit[3] ??
      hit[5] ??
      (bare !== undefined && (ranged.test(bare) || /^(?:[^\p{L}\d]|$)/u.test(after)) ? bare : undefined)
    const page = located?.replace(/\s/gu, '').replace(dash, '-')
    const length = hit[0].length - (bare !== undefined && page === undefined ? bare.length : 0)
    spans.push({ at: hit.index, length, markdown: `[@${works}]${page === undefined ? '' : `^${page}^`}` })
    const digit = /^\d/u.test(text.slice(hit.index + length))
    if (page === undefined && !digit) continue
    const unit = own.find((one) => one.text.includes(hit[0])) ?? own[0]!
    const end = hit.index + hit[0].length
    const shown = (inner: string): string => excerpt(text.slice(0, hit.index), text.slice(end), inner)
    repairs.push({
      line: unit.line,
      rule: 'citation',
      action: 'applied',
      confidence: 'likely',
      before: shown(`【${hit[0]}】`),
      after: page === undefined ? shown(`[@${works}]${bare ?? ''}`) : shown(`[@${works}]^${page}^`),
      note:
        page === undefined
          ? '引用标注后面的数字按正文处理；如是页码，请改作上标。'
          : '引用标注后面的数字按页码处理，写作上标；如是正文，请改。',
    })
  }
  return { spans: spans.sort((a, b) => a.at - b.at), repairs }
}
