/** The bare text of a block in; markup that had no effect and would be printed as it stands, ours and that of others, out. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'
import type { BareText } from './bare-text.ts'
import { type MarkedText, markRules } from './full-width.ts'
import { htmlTag, insteadOf, shownTag } from './html.ts'
import { joinedItems } from './items.ts'
import { misplacedJump } from './jump.ts'
import { findMarks, other } from './mark-rules.ts'

const note = String.raw`(?<note>\[\^[^\]\s]+\])`
const tag = `(?<tag>${htmlTag})`
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
  String.raw`\{[^{}\n|]*\|`,
  String.raw`\{(?:credit|span|decorative)\b[^{}\n]*\}?`,
  '^:{3,}.*$',
  String.raw`^#{2,6}(?=\S)`,
]
/** Half a ruby, as a bare bar leaves it in a table cell: a brace behind the last one that closes. */
const brace = String.raw`(?<brace>\{+)`
const pattern = new RegExp(`${note}|${tag}|${jump}|${citation}|(?<left>${left.join('|')})|${brace}`, 'gmu')

export function leftovers({ text, placeAt, folds }: BareText, kind: MarkedText, verse: boolean): Diagnostic[] {
  const { marks, rest } = findMarks(text, markRules[kind])
  const joined = verse ? null : joinedItems(text, folds)
  const diagnostics: Diagnostic[] = marks
    .filter(({ code, index }) => code !== 'manuscript/markup-doubtful' || index !== joined?.index)
    .toSorted((a, b) => a.index - b.index)
    .map(({ code, index, facts }) => diagnostic(code, placeAt(index), facts))
  if (joined)
    diagnostics.push(diagnostic('manuscript/items-joined', placeAt(joined.index), { written: joined.written }))
  const lastBrace = rest.lastIndexOf('}')
  for (const found of rest.matchAll(pattern)) {
    const fault = faultOf(found.groups!, placeAt(found.index), found.index > lastBrace)
    if (fault) diagnostics.push(fault)
  }
  return diagnostics
}

function faultOf(groups: Readonly<Record<string, string | undefined>>, place: Place, open: boolean): Diagnostic | null {
  if (groups.note) return diagnostic('manuscript/note-missing', place, { label: groups.note.slice(2, -1) })
  if (groups.tag) return diagnostic('manuscript/html', place, { tag: shownTag(groups.tag), way: insteadOf(groups.tag) })
  if (groups.citation) return diagnostic('manuscript/citation-form', place, { written: groups.citation })
  if (groups.jump) return misplacedJump(place, 'inside')
  if (groups.brace)
    return open ? diagnostic('manuscript/markup-left', place, { markup: groups.brace.slice(0, 12) }) : null
  return diagnostic('manuscript/markup-left', place, { markup: groups.left!.replaceAll(other, '…') })
}
