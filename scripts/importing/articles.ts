/** Units in, articles out, each with its title, byline, affiliations and the units of its body; what is left over is leaked. */
import { affiliationsOf } from './affiliation.ts'
import { type Byline, parseByline } from './byline.ts'
import { endingOf, lengthOf } from './characters.ts'
import { withoutEnumerator } from './numbering.ts'
import type { LeakedLine, Repair } from './result.ts'
import type { Unit } from './units.ts'

export interface ArticleUnits {
  readonly title: string
  readonly subtitle?: string
  readonly byline: Byline | undefined
  readonly affiliations: readonly string[]
  readonly body: readonly Unit[]
  readonly line: number
}

export interface Division {
  readonly articles: readonly ArticleUnits[]
  readonly leaked: readonly LeakedLine[]
  readonly repairs: readonly Repair[]
  /** False where no anchor divides the text, so that all of it had to be taken for one article. */
  readonly anchored: boolean
}

interface Part {
  readonly units: readonly Unit[]
  readonly affiliations: readonly string[]
}

/** · 12 ·, — 12 —, 第 12 页, （下转第 30 页）: what the page had besides its text. */
const residue =
  /^(?:[·•—–-]?\s*\d{1,3}\s*[·•—–-]?|第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?|[（(][上下][接转]第?\s*\d+\s*[页版][)）])$/u

/** The unit with the names is one of the second to fourth; a sign or a known surname goes before mere shape. */
function bylineAt(units: readonly Unit[]): number {
  const early = units.slice(0, 4).map((unit) => parseByline(unit.text))
  const sure = early.findIndex(
    (byline, at) => at > 0 && byline && (byline.marked || !byline.doubts.includes('surname')),
  )
  if (sure !== -1) return sure
  return early[1] ? 1 : -1
}

const isProse = (unit: Unit): boolean => endingOf(unit.text) === 'stop' && /[，。]/u.test(unit.text)

function titleOf(units: readonly Unit[], repairs: Repair[]): { title: string; subtitle?: string } {
  const main = units.filter((unit) => !/^[—–-]{1,2}/u.test(unit.text))
  const sub = units.find((unit) => /^[—–-]{1,2}/u.test(unit.text))
  const title = main.map((unit) => unit.text).join(' ')
  if (main.length > 1)
    repairs.push({
      line: main[0]!.line,
      rule: 'title-lines',
      action: 'confirm',
      before: main.map((unit) => unit.text).join(' ⏎ '),
      after: title,
      note: '署名之前有几行，按一个标题的几个展示行处理，中间留一个空格；如前一行是栏目名，请移出。',
    })
  return { title, ...(sub && { subtitle: sub.text.replace(/^[—–-]+\s*/u, '') }) }
}

const bylineNotes = {
  surname: '首字不是常见姓氏，请核对这一行是不是署名。',
  spacing: '单字之间的空格是为撑满三字所加，姓名已合为一个词。',
  post: '署名行中的“记者”“通讯员”等身份没有写入。',
  picture: '“图”按绘图（illustrator）处理；如是照片，请改为 photographer。',
} as const

function articleOf(part: Part, repairs: Repair[], leaked: LeakedLine[]): ArticleUnits {
  const { units } = part
  const at = bylineAt(units)
  const byline = at === -1 ? undefined : parseByline(units[at]!.text)
  const heads = at === -1 ? units.slice(0, 1) : units.slice(0, at)
  for (const doubt of byline?.doubts ?? []) {
    const before = units[at]!.text
    const after = byline!.names.map((named) => named.name).join('、')
    repairs.push({
      line: units[at]!.line,
      rule: doubt === 'spacing' ? 'name-space' : 'byline',
      action: doubt === 'spacing' ? 'applied' : 'confirm',
      before,
      after,
      note: bylineNotes[doubt],
    })
  }
  if (part.affiliations.length > 1 && (byline?.names.length ?? 0) > 1)
    repairs.push({
      line: units.at(-1)!.line,
      rule: 'affiliation',
      action: 'confirm',
      before: part.affiliations.join('；'),
      after: part.affiliations.join('；'),
      note: '作者和单位都不止一个：现在每位作者都署全部单位，请在 byline 中分别写明。',
    })
  const body = units.slice(at === -1 ? 1 : at + 1).filter((unit) => {
    if (!residue.test(unit.text)) return true
    leaked.push({ line: unit.line, text: unit.text })
    repairs.push({ line: unit.line, rule: 'residue', action: 'applied', before: unit.text, after: '（移出正文）' })
    return false
  })
  return { ...titleOf(heads, repairs), byline, affiliations: part.affiliations, body, line: units[0]!.line }
}

/** Anchors directly under the names: each article then runs to the title of the next. */
function partsByHead(units: readonly Unit[], anchors: readonly number[]): Part[] {
  return anchors.map((anchor, at) => {
    const next = anchors[at + 1]
    const head = units.slice(Math.max(0, anchor - 2), anchor)
    const body = units.slice(anchor + 1, next === undefined ? undefined : next - 2)
    return { units: [...head, ...body], affiliations: affiliationsOf(units[anchor]!.text)! }
  })
}

function partsByFoot(units: readonly Unit[]): { parts: Part[]; rest: Unit[] } {
  const parts: { units: Unit[]; affiliations: string[] }[] = []
  let rest: Unit[] = []
  for (const unit of units) {
    const affiliations = affiliationsOf(unit.text)
    if (affiliations === undefined) rest.push(unit)
    else if (rest.length === 0 && parts.length > 0) parts.at(-1)!.affiliations.push(...affiliations)
    else {
      parts.push({ units: rest, affiliations })
      rest = []
    }
  }
  return { parts, rest }
}

/**
 * An affiliation closes its article; the unit after it is a title, the one after that the names (four of four in the first spread). Where the first
 * affiliation stands under the names, with no prose before it, every one is taken to open its article instead.
 * What follows the last affiliation is an article of its own only if it has names and prose; otherwise it is leaked: the piece that
 * begins on a page not printed here.
 */
export function divide(units: readonly Unit[]): Division {
  const repairs: Repair[] = []
  const leaked: LeakedLine[] = []
  const anchors = units.flatMap((unit, at) => (affiliationsOf(unit.text) ? [at] : []))
  if (anchors.length === 0) {
    const articles = units.length === 0 ? [] : [articleOf({ units, affiliations: [] }, repairs, leaked)]
    return { articles, leaked, repairs, anchored: false }
  }
  const opens = anchors[0]! >= 2 && anchors[0]! <= 4 && !units.slice(0, anchors[0]).some(isProse)
  const leak = (unit: Unit, note: string): void => {
    leaked.push({ line: unit.line, text: unit.text })
    repairs.push({
      line: unit.line,
      rule: 'leak',
      action: 'applied',
      before: unit.text,
      after: '（移至 _leak.txt）',
      note,
    })
  }
  if (opens) {
    for (const unit of units.slice(0, anchors[0]! - 2)) leak(unit, '在第一篇的标题之前。')
    const articles = partsByHead(units, anchors).map((part) => articleOf(part, repairs, leaked))
    return { articles, leaked, repairs, anchored: true }
  }
  const { parts, rest } = partsByFoot(units)
  const articles = parts.filter((part) => part.units.length > 0).map((part) => articleOf(part, repairs, leaked))
  const named = bylineAt(rest)
  const goesOn =
    named !== -1 && rest.slice(named + 1).some((unit) => isProse(unit) && lengthOf(withoutEnumerator(unit.text)) > 0)
  if (goesOn) articles.push(articleOf({ units: rest, affiliations: [] }, repairs, leaked))
  else for (const unit of rest) leak(unit, '在最后一篇的作者单位之后，没有署名和正文，多半是下一篇的标题。')
  return { articles, leaked, repairs, anchored: true }
}
