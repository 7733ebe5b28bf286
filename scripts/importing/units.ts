/** Raw text in, its units out: one per line that has text, free of invisible characters, with every change reported. */
import { opening } from './characters.ts'
import type { Repair } from './result.ts'

export interface Unit {
  readonly text: string
  /** From 1. */
  readonly line: number
  /** Whether the line began with an indent of at least one full character. */
  readonly indented: boolean
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

export function readUnits(text: string): { units: Unit[]; repairs: Repair[] } {
  const units: Unit[] = []
  const repairs: Repair[] = []
  let indents = 0
  let firstIndent = 0
  for (const [at, raw] of text.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/u).entries()) {
    const line = at + 1
    const clean = raw.replace(invisible, '')
    const indented = /^(?:\u3000| {2,}|\t)\s*\S/u.test(clean)
    const body = clean.trim()
    const spaced = body.replace(otherSpace, ' ').replace(/ {2,}/g, ' ')
    const unit = spaced.replace(radical, (c) => c.normalize('NFKC'))
    if (unit === '') continue
    units.push({ text: unit, line, indented })
    if (indented) {
      indents += 1
      firstIndent ||= line
    }
    const report = (rule: 'invisible' | 'space-run' | 'radical', before: string, after: string): void => {
      repairs.push({ line, rule, action: 'applied', before: visible(opening(before)), after: opening(after) })
    }
    if (clean !== raw) report('invisible', raw.trim(), body)
    if (spaced !== body) report('space-run', body, spaced)
    if (unit !== spaced) report('radical', spaced, unit)
  }
  if (indents > 0)
    repairs.push({
      line: firstIndent,
      rule: 'indent',
      action: 'applied',
      before: '行首空格',
      after: '（删去）',
      note: `共 ${indents} 行。段首缩进由版式给出，原稿中不写。`,
    })
  return { units, repairs }
}
