/** Raw text in, its units out: one per line that has text, free of invisible characters, with every change reported. */
import { opening } from '../characters/marks.ts'
import type { Repair } from '../result.ts'
import { readHtml } from './html.ts'
import { ocrSpaced, withoutSpaces } from './spaces.ts'

export interface Unit {
  readonly text: string
  /** From 1. */
  readonly line: number
  /** Last line, where several were joined. */
  readonly last?: number
  /** Whether the line began with an indent of at least one full character. */
  readonly indented: boolean
  /** The indent in full characters: lines of verse keep it. */
  readonly step?: number
  /** Whether an empty line stands before it. */
  readonly blank: boolean
  /** Columns of a row: a tab or a wide gap parted them. */
  readonly cells?: readonly string[]
  /** Level of a heading that the text itself marks (#, Title:); 1 is the title. */
  readonly heading?: number
  /** What the line is, where its form alone tells: it is no text, but says where an article ends. */
  readonly kind?: 'credit' | 'end' | 'web'
  /** （下转…） stood at its end (`to`), （上接…） at its start (`from`). */
  readonly jump?: Jump
  /** Of its last line, where lines were joined; half characters. */
  readonly width?: number
  /** A line of ornaments, or a rule that parts two passages, stood before it. */
  readonly parted?: boolean
}

export interface Jump {
  readonly to?: JumpMark
  readonly from?: JumpMark
}

export interface JumpMark {
  readonly line: number
  /** As printed: 8, A3, 三. */
  readonly page?: string
  /** The title that a mark such as （上接第1版《…》） repeats. */
  readonly about?: string
}

const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/gu
const otherSpace = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu
/** ⽂ and the like: radicals that PDF extraction gives for ordinary Han. */
const radical = /[\u2f00-\u2fd5]/gu

const visible = (text: string): string =>
  text.replace(
    /[^\P{C}]|[\u00a0\u2000-\u200f\u202a-\u202f\u2060-\u2064\ufeff]/gu,
    (c) => `⟨U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`,
  )

/** Two spaces at least, or a tab, with text on both sides that ends no sentence: columns of a table. */
function cellsOf(clean: string): string[] | undefined {
  const cells = clean
    .trim()
    .split(/\t+|[ \u3000]{3,}/u)
    .map((cell) => cell.replace(otherSpace, ' ').trim())
  return cells.length >= 2 && cells.every((cell) => cell !== '' && !/[。！？；]/u.test(cell)) ? cells : undefined
}

/** White space before a line in full characters; one space alone is an accident. */
function stepOf(clean: string): number {
  let width = 0
  for (const c of /^[\t \u00a0\u2000-\u200a\u3000]*/u.exec(clean)![0])
    width += c === '\t' ? 2 : /[\u2001\u2003\u3000]/u.test(c) ? 1 : 0.5
  return Math.floor(width + 0.25)
}

interface Raw {
  readonly text: string
  readonly line: number
  readonly blank: boolean
}

function rawLines(text: string, repairs: Repair[]): Raw[] {
  const all: Raw[] = []
  let blank = false
  for (const [at, raw] of text.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/u).entries()) {
    const { lines, found } = readHtml(raw)
    if (found.length > 0) {
      const before = found.join(' ')
      repairs.push({ line: at + 1, rule: 'html', action: 'applied', before, after: '（解码或删去）' })
    }
    for (const one of lines) {
      if (one.replace(invisible, '').trim() === '') {
        blank ||= lines.length === 1 || found.some((tag) => /^<\/?p\b/iu.test(tag))
        continue
      }
      all.push({ text: one, line: at + 1, blank })
      blank = false
    }
  }
  return all
}

export function readUnits(text: string): { units: Unit[]; repairs: Repair[] } {
  const repairs: Repair[] = []
  const raws = rawLines(text, repairs)
  const isSpaced = ocrSpaced(raws.map((raw) => raw.text.replace(otherSpace, ' ').trim()))
  const despaced: number[] = []
  const units = raws.flatMap(({ text: raw, line, blank }): Unit[] => {
    const clean = raw.replace(invisible, '')
    const indented = /^(?:\u3000| {2,}|\t|\u00a0{2,})\s*\S/u.test(clean)
    const body = clean.trim()
    const even = body.replace(otherSpace, ' ')
    const ocr = isSpaced(even.replace(/ {2,}/g, ' '))
    const spaced = ocr ? withoutSpaces(even) : even.replace(/ {2,}/g, ' ')
    const unit = spaced.replace(radical, (c) => c.normalize('NFKC'))
    if (unit === '') return []
    const report = (rule: 'invisible' | 'space-run' | 'radical', before: string, after: string): void => {
      repairs.push({ line, rule, action: 'applied', before: visible(opening(before)), after: opening(after) })
    }
    if (clean !== raw) report('invisible', raw.trim(), body)
    const cells = ocr ? undefined : cellsOf(clean)
    if (ocr) despaced.push(line)
    else if (spaced !== body && !cells) report('space-run', body, spaced)
    if (unit !== spaced) report('radical', spaced, unit)
    const step = stepOf(clean)
    return [{ text: unit, line, indented, blank, ...(step > 0 && { step }), ...(cells && { cells }) }]
  })
  if (despaced.length > 0)
    repairs.push({
      line: despaced[0]!,
      rule: 'space-ocr',
      action: 'applied',
      before: opening(raws.find((raw) => raw.line === despaced[0])!.text.trim()),
      after: opening(units.find((unit) => unit.line === despaced[0])!.text),
      note: `共 ${despaced.length} 行，汉字之间识别时多出的空格已删去：第 ${despaced.slice(0, 40).join('、')}${despaced.length > 40 ? '……' : ''} 行。`,
    })
  return { units, repairs }
}
