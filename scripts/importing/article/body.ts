/** The units of one body in, its blocks in reading order out, with every join and everything that was moved. */

import { readBlocks } from '../blocks/blocks.ts'
import { standingHead } from '../blocks/numbering.ts'
import { isVerseBody } from '../blocks/verse.ts'
import { lengthOf, opening } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import { type Figure, readCaptions, type Table } from '../furniture/captions.ts'
import { moved } from '../furniture/moved.ts'
import type { Unit } from '../lines/units.ts'
import type { ImportedBlock, LeakedLine, Repair } from '../result.ts'
import { joinRepairs } from './joins.ts'
import { readNotes } from './notes.ts'
import { day } from './signature.ts'
import { spansOf } from './spans.ts'
import { withoutStrays } from './strays.ts'
import { verseBlocks, versePoems, withVerse } from './verse.ts'

export interface BodyOptions {
  readonly title: string
  readonly joinLength: number
  /** Whether paragraphs of the whole text have an indent. */
  readonly indents: boolean
  readonly markdown: boolean
  /** Length of the list of references: citations of these numbers become links to it. */
  readonly references: number
  /** The unit after which the printed article jumped. */
  readonly jump: Unit | undefined
}

export interface Body {
  readonly blocks: readonly ImportedBlock[]
  readonly verse: boolean
  /** Whether the mark of the jump found a place. */
  readonly jumps: boolean
  readonly repairs: readonly Repair[]
  readonly leaked: readonly LeakedLine[]
  /** Units of the text itself, for findings. */
  readonly units: readonly Unit[]
  readonly textLines: ReadonlySet<number>
  readonly joinedLines: ReadonlySet<number>
  /** Raw lines set as verse, which keep their indents. */
  readonly verseLines: readonly number[]
}

/** 编辑同志：, 尊敬的沈老师： */
const salutation =
  /^(?:尊敬的|敬爱的|亲爱的)?[^，。；：]{1,12}(?:同志|先生|女士|老师|编辑|编辑部|朋友|同学|师傅|读者|作者|大鉴|台鉴|惠鉴|道席|左右|你好|您好)们?\s*[：:]$/u
const farewell =
  /^(?:[顺即并]\s*[祝颂]|[春夏秋冬暑编撰文近]安|祝\p{Script=Han}{0,4}$|此\s*致|敬\s*礼|顺颂|敬颂|即颂|祝好|谨启|此颂|专此)/u
const apart =
  /^(?:附件?\s*[：:]|——|[（(]此件|表\s*\d|▲|△|※|(?:采访|访谈|对话|活动)?(?:时间|地点|人物|对象)\s*[:：]|采访人\s*[:：]|受访[人者]?\s*[:：]|嘉宾\s*[:：]|(?:抄?[报送]|主送|印发)\s*[:：]|[（(]共印)/u

/** Lines that are paragraphs of their own whatever stands around them: the end of a letter, sources, short news. */
function aloneIn(units: readonly Unit[]): Set<number> {
  const alone = new Set<number>()
  const end = units.findIndex((unit) => farewell.test(unit.text) && lengthOf(unit.text) <= 10)
  for (const [at, unit] of units.entries()) {
    if (apart.test(simplify(unit.text)) && lengthOf(unit.text) <= 60) alone.add(at)
    if (end !== -1 && at >= end && lengthOf(unit.text) <= 30 && !standingHead.test(unit.text)) alone.add(at)
    if (salutation.test(simplify(unit.text))) alone.add(at)
    if (!day.test(simplify(unit.text)) || at === 0) continue
    alone.add(at)
    if (lengthOf(units[at - 1]!.text) <= 24 && !/[。，]$/u.test(units[at - 1]!.text)) alone.add(at - 1)
  }
  // 附件：1.… goes on with 2.…
  for (const [at, unit] of units.entries())
    if (
      alone.has(at - 1) &&
      /^附件|^\d/u.test(units[at - 1]!.text) &&
      /^\d/u.test(unit.text) &&
      lengthOf(unit.text) <= 40
    )
      alone.add(at)
  return alone
}

const sourceLine = /^[—–-]{1,2}\s*\S.{0,30}$/u

/** A short saying and its source before the first paragraph. */
function epigraphOf(units: readonly Unit[]): number {
  const source = units.slice(0, 4).findIndex((unit, at) => at > 0 && sourceLine.test(unit.text))
  if (source === -1 || units.length <= source + 1) return 0
  return units.slice(0, source).every((unit) => lengthOf(unit.text) <= 60) ? source + 1 : 0
}

function figureBlock(item: Figure | Table): ImportedBlock {
  const { caption, label, unit } = item
  return item.kind === 'table'
    ? { kind: 'table', text: caption, label, rows: item.rows, line: unit.line }
    : {
        kind: 'figure',
        text: caption,
        label,
        line: unit.line,
        ...(item.credit !== undefined && { credit: item.credit }),
      }
}

function figureRepair(item: Figure | Table): Repair {
  const table = item.kind === 'table'
  return {
    line: item.unit.line,
    rule: table ? 'caption-table' : 'caption',
    action: 'confirm',
    confidence: 'likely',
    before: opening(item.unit.text),
    after: table ? '（表）' : '（图）',
    note: table
      ? '表题和表格依原文的列排好，编号由版式给出；请核对各列。'
      : '图题移到这里，编号由版式给出；请把图放进 figures/，改好文件名和替代文字。',
  }
}

export function readBody(source: readonly Unit[], options: BodyOptions): Body {
  const captioned = readCaptions(source)
  const noted = readNotes(captioned.units, options.references > 0)
  const leaked: LeakedLine[] = []
  const repairs: Repair[] = []
  for (const unit of captioned.western) {
    const gone = moved(unit, 'caption', '图表的英文题目：稿件没有这一项。', 'likely')
    leaked.push(gone.leaked)
    repairs.push(gone.repair)
  }
  for (const unit of noted.heading) {
    const gone = moved(unit, 'note', '注释另由版式列出。')
    leaked.push(gone.leaked)
    repairs.push(gone.repair)
  }
  if (noted.rest.length > 0 && captioned.figures.length === 0 && isVerseBody(noted.rest, options.title))
    return {
      ...versePoems(noted.rest, options.title),
      verse: true,
      jumps: false,
      leaked,
      units: noted.rest,
      textLines: new Set(noted.rest.map((unit) => unit.line)),
      joinedLines: new Set(),
      verseLines: noted.rest.map((unit) => unit.line),
    }
  const strays = withoutStrays(noted.rest)
  leaked.push(...strays.leaked)
  repairs.push(...strays.repairs)
  const epigraph = options.markdown ? 0 : epigraphOf(strays.units)
  const motto = strays.units.slice(0, epigraph)
  const units = strays.units.slice(epigraph)
  const alone = aloneIn(units)
  // Items, quotations, rows and pictures of a text that is Markdown already.
  if (options.markdown)
    for (const [at, unit] of units.entries()) if (/^(?:[-*+>|]|\d+[.)]|!\[)\s?/u.test(unit.text)) alone.add(at)
  const reading = readBlocks(units, options.joinLength, options.indents, alone)
  const verse = withVerse(reading, units, alone)
  repairs.push(
    ...joinRepairs(reading, units, options.joinLength),
    ...verse.repairs,
    ...captioned.figures.map(figureRepair),
  )
  const blocks: ImportedBlock[] = []
  if (motto.length > 0) {
    blocks.push({ kind: 'quote', text: motto.map((unit) => unit.text).join('\n'), line: motto[0]!.line })
    repairs.push({
      line: motto[0]!.line,
      rule: 'epigraph',
      action: 'confirm',
      confidence: 'likely',
      before: opening(motto[0]!.text),
      after: '（作题记）',
      note: '正文前的题记，按引文排。',
    })
  }
  const figures = [...captioned.figures]
  const lineAfter = (item: Figure | Table): number => captioned.units[item.after - 1]?.line ?? 0
  const place = (upTo: number): void => {
    while (figures[0] && lineAfter(figures[0]) <= upTo) blocks.push(figureBlock(figures.shift()!))
  }
  place(0)
  let jumps = false
  let skip = 0
  const verseLines: number[] = []
  for (const block of reading.blocks) {
    if (block.from < skip) continue
    const own = units.slice(block.from, block.to)
    const until = verse.verse.get(block.from)
    if (own[0]!.parted && blocks.length > 0) blocks.push({ kind: 'break', text: '', line: own[0]!.line })
    if (until !== undefined) {
      blocks.push(...verseBlocks(units.slice(block.from, until)))
      for (const unit of units.slice(block.from, until)) verseLines.push(unit.line)
      skip = until
      place(units[until - 1]!.line)
      continue
    }
    const { spans, repairs: cited } = spansOf(block.text, own, noted.notes, options.references)
    repairs.push(...cited)
    blocks.push({
      kind: block.kind,
      text: block.text,
      line: own[0]!.line,
      ...(spans.length > 0 && { spans }),
      ...(options.markdown && { markdown: true }),
      ...(own[0]!.heading !== undefined && { level: own[0]!.heading }),
    })
    place(own.at(-1)!.line)
    const here = options.jump !== undefined && own.includes(options.jump)
    if (here && block.to < units.length && block.kind === 'paragraph') {
      blocks.push({ kind: 'jump', text: '', line: options.jump!.line })
      jumps = true
    }
  }
  place(Number.POSITIVE_INFINITY)
  for (const note of noted.notes) {
    blocks.push({ kind: 'note', text: note.text, label: note.label, line: note.unit.line })
    repairs.push({
      line: note.unit.line,
      rule: 'note',
      action: 'applied',
      confidence: 'likely',
      before: opening(note.unit.text),
      after: `[^${note.label}]: ${opening(note.text)}`,
      note: `注文移到篇末，对应第 ${note.call.unit.line} 行的标注。`,
    })
  }
  const joined = reading.blocks.filter((block) => block.seams.length > 0)
  return {
    blocks,
    verse: false,
    jumps,
    repairs,
    leaked,
    units,
    textLines: new Set([...reading.lines].map((at) => units[at]!.line)),
    joinedLines: new Set(joined.map((block) => units[block.from]!.line)),
    verseLines,
  }
}
