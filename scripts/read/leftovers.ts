/** The inline children of a block in; Markdown that had no effect and would be printed as it stands out. */
import type { Token } from 'markdown-it'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'
import { misplacedJump } from './jump.ts'
import { invisibleCharacters } from './source.ts'

const note = String.raw`(?<note>\[\^[^\]\s]+\])`
const tag = String.raw`(?<tag><\/?[A-Za-z][\w-]*(?:\s[^<>]*)?\/?>|<!--)`
const jump = String.raw`(?<jump>\{[上下][转接][^{}\n]*\})`
const citation = String.raw`(?<citation>\[@[^\]\n]*\]?)`
const left = [
  String.raw`\^\[`,
  String.raw`\*+`,
  '~~+',
  '`+',
  String.raw`\]\(`,
  String.raw`\]\[`,
  String.raw`\]\{[^{}\n]*\}?`,
  String.raw`\{\.[^{}\n]*\}`,
  String.raw`\{[^{}\n]*\|`,
  // Half a ruby, as a bare bar leaves it in a table cell.
  String.raw`\{(?![\s\S]*\})`,
  String.raw`\{(?:credit|span|decorative)\b[^{}\n]*\}?`,
  '^:{3,}.*$',
  String.raw`^#{2,6}(?=\S)`,
  String.raw`\|\s*:?-{3,}`,
]
const pattern = new RegExp(`${note}|${tag}|${jump}|${citation}|(?<left>${left.join('|')})`, 'gmu')

/** Stands for whatever is not bare text: an escaped character, a link, a note call. */
const other = '\ufffc'

/** `offsets` are those of the children in their content; `at` turns an offset into a place. */
export function leftovers(
  children: readonly Token[],
  offsets: readonly number[],
  at: (offset: number) => Place,
): Diagnostic[] {
  let plain = ''
  const segments: { start: number; offset: number }[] = []
  const diagnostics: Diagnostic[] = []
  children.forEach((child, i) => {
    segments.push({ start: plain.length, offset: offsets[i]! })
    if (child.type === 'text') plain += child.content
    else plain += child.type === 'softbreak' || child.type === 'hardbreak' ? '\n' : other
    if (child.type === 'text_special') {
      const place = at(offsets[i]!)
      diagnostics.push(...invisibleCharacters(child.content, place).map((d) => ({ ...d, place })))
    }
  })
  for (const found of plain.matchAll(pattern)) {
    const segment = segments.findLast(({ start }) => start <= found.index)!
    const place = at(segment.offset + found.index - segment.start)
    const groups = found.groups!
    if (groups.note) diagnostics.push(diagnostic('manuscript/note-missing', place, { label: groups.note.slice(2, -1) }))
    else if (groups.tag) diagnostics.push(diagnostic('manuscript/html', place, { tag: groups.tag }))
    else if (groups.citation)
      diagnostics.push(diagnostic('manuscript/citation-form', place, { written: groups.citation }))
    else if (groups.jump) diagnostics.push(misplacedJump(place, 'inside'))
    else diagnostics.push(diagnostic('manuscript/markup-left', place, { markup: groups.left!.replaceAll(other, '…') }))
  }
  return diagnostics
}
