/** Units of a text and a place among them in, the head of an article that may stand there out, with the evidence for it. */

import { enumeratorOf, standingHead } from '../blocks/numbering.ts'
import { seamOf } from '../blocks/seam.ts'
import { affiliationsOf, anchorOf, unitLine } from '../byline/affiliation.ts'
import { bioLine } from '../byline/bio.ts'
import { type Byline, parseByline } from '../byline/byline.ts'
import { isOrganisation } from '../byline/organisations.ts'
import { balanceOf, endingOf, lengthOf } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import { isCaption } from '../furniture/captions.ts'
import type { Unit } from '../lines/units.ts'
import { isLatin } from '../lines/width.ts'
import { labelledFacts } from '../matter/labels.ts'
import { isReferenceEntry, isReferenceHead } from '../matter/references.ts'
import { type TagLine, tagOf } from './tags.ts'

export interface NamedLine {
  readonly unit: Unit
  readonly byline: Byline
}

export interface Head {
  readonly from: number
  /** Index of the first unit of the body. */
  readonly to: number
  readonly section: (TagLine & { readonly unit: Unit }) | undefined
  /** Lines over the title, of a newspaper. */
  readonly kickers: readonly Unit[]
  readonly titles: readonly Unit[]
  readonly subtitles: readonly Unit[]
  readonly names: readonly NamedLine[]
  /** Lines with units under the names. */
  readonly places: readonly Unit[]
  /** Above the threshold the evidence is for an article that begins here. */
  readonly score: number
}

export interface HeadContext {
  readonly repeatedTags: ReadonlySet<string>
  /** Titles from a list of contents, without spaces. */
  readonly contents: ReadonlySet<string>
  /** Units that anchors name anywhere: an institution as author is sure where it is one of them. */
  readonly units: ReadonlySet<string>
  /** Indices before which a line stood that closes an article (责任编辑, 完). */
  readonly closed: ReadonlySet<number>
}

const mostDisplayLines = 5
export const headThreshold = 7
/** The article of a newspaper opens with it. */
export const newsLead =
  /^(?:[【〔]?(?:本[报報刊网台][讯訊]|[记記]者\p{Script=Han}{2,4}[／/｜])|本[报刊网台]讯|[\p{Script=Han}]{2,4}[日晚]报讯|新华社|中新社|.{2,12}(?:\d{1,2}月)?\d{1,2}日电|[本校][报刊]\p{Script=Han}{0,4}[（(]?(?:记者|通讯员))[（(：:\s\p{Script=Han}\d]/u
const dialogue = /^[“「『"].*[。！？…][”」』"]$|^(?:问|答|记者|主持人|\p{Script=Han}{2,4})[:：]/u
const closing =
  /^(?:此致|敬礼|此\s*致|敬\s*礼|[即顺并恭敬谨专]?\s*[祝颂请候致贺]\s*[您你]?(?:们)?|[顺即敬谨此]\s*[祝颂请致]\p{Script=Han}{0,6}|[春夏秋冬暑撰编文近大教台刊著学旅]安|[时编商撰文夏秋春冬教]祺|祝\p{Script=Han}{2,8}|(?:身体|工作|万事|学习|阖家)\p{Script=Han}{2,4})[！!。]?$|^(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?(?:\s*[于於写]\s*\p{Script=Han}{2,12})?$|^附件[:：]/u
/** What it wishes stands on the next line. */
const wish = /^(?:[即顺并恭敬谨专此]*\s*[祝颂请候致贺]\s*[您你]?(?:们)?)[:：]?$/u
/** What who signs a letter calls himself before his name. */
export const signers =
  '(?:[一老热心]{0,2}读者|一?市民|家长|学生|网友|观众|听众|订户|您的读者|你的朋友|后学|晚辈|愚弟|友)(?:\\s+|[:：]\\s*)'
/** 读者 祝长庚: who signs a letter. */
const sender = new RegExp(`^${signers}\\p{Script=Han}{1,4}(?:\\s\\p{Script=Han}{1,2})?$`, 'u')
/** 时间：…, 地点：…: facts of an interview. */
const fact =
  /^(?:(?:采访|访谈|对话|活动)?(?:时间|地点|人物|对象)|采访人|受访人?者?|受访嘉宾|嘉宾|主持人?|整理|记录|对谈人|与谈人)\s*[:：]/u

/** A line that may stand in the head of an article: short, no sentence, none of the labelled or numbered lines. */
export function isDisplay(unit: Unit): boolean {
  const { text } = unit
  if (unit.heading === 1) return true
  if (unit.heading !== undefined || unit.cells || lengthOf(text) > 44 || /[。；]/u.test(text)) return false
  if (/[，、：:；,]$/u.test(text) || /^[，、：；。！？）》”’,.!?)]/u.test(text)) return false
  const plain = simplify(text)
  if (enumeratorOf(text) || standingHead.test(text) || closing.test(plain) || sender.test(plain)) return false
  // 學長說：從實驗室到茶園 is a title: a speech of a conversation is a sentence.
  const spoken =
    dialogue.test(plain) && (/^(?:问|答|记者|主持人)/u.test(plain) || endingOf(text) !== 'open' || /[，、]/u.test(text))
  if ((spoken || fact.test(plain)) && tagOf(text, new Set()) === undefined) return false
  if (isCaption(text) || isReferenceHead(text) || isReferenceEntry(text)) return false
  if (balanceOf(text).unclosed.length + balanceOf(text).unopened.length > 0) return false
  return !labelledFacts(text) && !bioLine(text) && !anchorOf(text) && !/^[\d\p{P}\p{S}\s]+$/u.test(text)
}

export const isProse = (unit: Unit): boolean =>
  !unit.cells &&
  ((endingOf(unit.text) === 'stop' && /[，。,．.！？]/u.test(unit.text) && lengthOf(unit.text) > 6) ||
    lengthOf(unit.text) > 44)

/** Institutions sign as authors; a line such as 青禾镇党委 is one where the rest of the head leaves no other reading. */
function institution(unit: Unit): Byline | undefined {
  if (!isOrganisation(unit.text) || lengthOf(unit.text) > 24) return undefined
  return { names: [{ name: unit.text, role: 'author' }], doubts: ['institution'], marked: false, likeness: 'fair' }
}

export function readNames(unit: Unit): Byline | undefined {
  if (lengthOf(unit.text) > 80 || unit.heading === 1) return undefined
  return parseByline(unit.text) ?? institution(unit)
}

/** Index of the line with the names: a sign or a known surname goes before mere shape. */
function namesAt(units: readonly Unit[], from: number): number {
  let fair = -1
  for (let at = from + 1; at < units.length && at <= from + mostDisplayLines; at++) {
    const unit = units[at]!
    const byline = readNames(unit)
    const sub = /^[—–-]/u.test(unit.text)
    if (byline && !sub) {
      if (byline.marked || byline.likeness === 'good') return at
      if (fair === -1) fair = at
    }
    if (!isDisplay(unit) && !byline) break
  }
  return fair
}

function displayParts(lines: readonly Unit[], news: boolean, context: HeadContext) {
  const subtitles = lines.filter((unit, at) => at > 0 && /^[—–-]{1,2}/u.test(unit.text))
  let rest = lines.filter((unit) => !subtitles.includes(unit))
  const tag = rest.length > 1 ? tagOf(rest[0]!.text, context.repeatedTags) : undefined
  const section = tag ? { ...tag, unit: rest[0]! } : undefined
  if (section) rest = rest.slice(1)
  const marked = rest.findIndex((unit) => unit.heading === 1)
  if (marked > 0) rest = rest.slice(marked)
  if (news && rest.length === 3)
    return { section, kickers: rest.slice(0, 1), titles: rest.slice(1, 2), subtitles: [...rest.slice(2), ...subtitles] }
  return { section, kickers: [], titles: rest, subtitles }
}

/** Lines with the units under the names: brackets or numbers, or an institution where people have signed. */
function placesFrom(units: readonly Unit[], from: number, people: boolean): number {
  let to = from
  while (to < units.length) {
    const { text } = units[to]!
    const inBrackets = /^[（(［[]/u.test(text) && unitLine(text)
    const numbered =
      /^\d\s*[.．、]?\s*\p{Script=Han}/u.test(text) && unitLine(text)?.every(({ mark }) => mark !== undefined)
    const alone = people && to === from && lengthOf(text) <= 40 && unitLine(text)
    if (!affiliationsOf(text) && !inBrackets && !numbered && !alone) break
    to += 1
  }
  return to
}

/** （选自…）, （原载…）: where a text was printed before closes it. */
const sourced = /^[（(](?:选自|摘自|原载|原刊|节选自|转自|本文(?:原载|选自|摘自|系))[^（）()]{2,40}[）)]$/u

function endEvidence(units: readonly Unit[], at: number, context: HeadContext): number {
  if (context.closed.has(at)) return 6
  if (units[at]!.parted) return 2
  const before = units[at - 1]
  if (!before) return 0
  const { text } = before
  const plain = simplify(text)
  if (anchorOf(text) || bioLine(text) || isReferenceEntry(text)) return 6
  if (before.jump?.to) return 3
  if (/^[（(].+[）)]$/u.test(text) && parseByline(text)) return 5
  const signed = /[。！？”…][”’]?\s*[（(]([^（）()]{2,20})[）)]$/u.exec(text)
  if (signed && parseByline(signed[1]!)?.likeness === 'good') return 5
  if (/摄[）)]?$/u.test(plain) && lengthOf(text) <= 60) return 5
  if (sourced.test(plain)) return 4
  if (labelledFacts(text) && /^(?:收稿|基金|DOI|[[［【(（]?(?:收稿|基金))/iu.test(plain)) return 4
  if (/^Key\s?words/iu.test(text)) return 4
  if (wish.test(plain)) return -10
  if (closing.test(plain) || /^[（(]此件/u.test(plain)) return 3
  const ending = endingOf(text)
  if (ending === 'stop') return before.cells ? 0 : 1
  if (isDisplay(before)) return lengthOf(text) <= 30 ? -3 : -6
  return ending === 'colon' ? -6 : -8
}

/** Titles of many lines are rare, and an empty line within one rarer still where lines of the head stand close elsewhere. */
function titleGaps(lines: readonly Unit[], titles: readonly Unit[], from: number): number {
  const close = lines.slice(1).some((unit) => !unit.blank)
  const gaps = close ? titles.slice(1).filter((unit) => unit.blank).length : 0
  // The last line of a poem hangs on the lines before it, whatever stands after the empty line.
  const hangs = from > 0 && !lines[0]!.blank && titles.slice(1).some((unit) => unit.blank) ? 4 : 0
  return 2 * Math.max(0, titles.length - 2) + 2 * gaps + hangs
}

export function readHead(units: readonly Unit[], from: number, context: HeadContext): Head | undefined {
  let first = units[from]!
  if (!isDisplay(first) || /^[—–-]/u.test(first.text)) return undefined
  const signed = namesAt(units, from)
  let lines = from
  const marked = first.heading === 1
  while (lines < units.length && (signed === -1 ? lines < from + 3 : lines < signed) && isDisplay(units[lines]!)) {
    if (
      lines > from &&
      signed === -1 &&
      (units[lines]!.heading === 1 ? marked : marked && !/^[—–-]/u.test(units[lines]!.text))
    )
      break
    lines += 1
  }
  if (signed !== -1 && lines < signed) return undefined
  const names: NamedLine[] = []
  let to = lines
  while (signed !== -1 && to < units.length) {
    const byline = readNames(units[to]!)
    const again = names.length > 0
    if (again && placesFrom(units, to, false) > to) break
    if (!byline || (again && (names.length > 3 || byline.likeness !== 'good' || byline.doubts.includes('institution'))))
      break
    names.push({ unit: units[to]!, byline })
    to += 1
  }
  // 题目　作者 on one line: only where nobody has signed below, and prose follows.
  const together =
    names.length === 0 && lines === from + 1 && first.heading === undefined
      ? /^(\S.{2,}\S)\s+(\S{2,4})$/u.exec(first.text)
      : null
  const alone = together && parseByline(together[2]!)
  if (
    together &&
    alone?.likeness === 'good' &&
    units[to] &&
    (isProse(units[to]!) || /[，。].*[，。]/u.test(units[to]!.text))
  ) {
    names.push({ unit: { ...first, text: together[2]! }, byline: { ...alone, doubts: [...alone.doubts, 'beside'] } })
    first = { ...first, text: together[1]! }
  }
  const afterNames = placesFrom(
    units,
    to,
    names.length > 0 && !names.some(({ byline }) => byline.doubts.includes('institution')),
  )
  const places = units.slice(to, afterNames)
  const next = units[afterNames]
  const news = next !== undefined && newsLead.test(next.text)
  const display = displayParts([first, ...units.slice(from + 1, lines)], news, context)
  const title = display.titles[0]
  if (!title) return undefined
  let score = endEvidence(units, from, context)
  score += marked || display.titles.some((unit) => unit.heading === 1) ? 20 : 2
  if (names.length > 0) {
    const best = names.find(({ byline }) => byline.marked) ?? names[0]!
    const known = best.byline.names.some(({ name }) => context.units.has(name.replace(/\s+/gu, '')))
    score += best.byline.marked
      ? 7
      : best.byline.likeness === 'good'
        ? 6
        : known
          ? 6
          : best.byline.doubts.includes('institution')
            ? 3
            : 1
  } else score -= 1
  // A guess at a name that runs on into the next line is a piece of a sentence.
  const guess = names.at(-1)
  if (
    next &&
    guess &&
    !guess.byline.marked &&
    guess.byline.likeness !== 'good' &&
    seamOf(guess.unit.text, next.text, undefined).weight > 0
  )
    score -= 8
  if (places.length > 0) score += 4
  if (next === undefined) score -= 6
  else if (news) score += 6
  else if (labelledFacts(next.text)) score += 4
  else if (isProse(next)) score += 2
  else if (enumeratorOf(next.text) || standingHead.test(next.text)) score += 1
  else if (names.length > 0) score -= 2
  if (display.section) score += display.section.known ? 3 : 2
  if (display.subtitles.length > 0) score += 3
  if (context.contents.has(title.text.replace(/\s+/gu, ''))) score += 4
  if (lengthOf(title.text) > 34) score -= 2
  if (lengthOf(title.text) < 2) score -= 2
  if (/^[◆●■▲★◎○◇△•]/u.test(title.text) && names.length === 0) score -= 4
  if (isLatin(title.text)) {
    // The English page of a Chinese article is no article.
    if (units.slice(from, to + 4).some((unit) => /^\W*(?:Abstract|ABSTRACT|Key\s?words)\b/u.test(unit.text)))
      return undefined
    score -= 6
  }
  if (/，/u.test(title.text)) score -= 1
  score -= titleGaps([first, ...units.slice(from + 1, lines)], display.titles, from)
  if (first.indented && !units[from + 1]?.indented && isProse(first)) score -= 2
  return { from, to: afterNames, ...display, names, places, score }
}
