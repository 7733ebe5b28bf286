/** The units and the finished articles in, what an editor should look at out. Nothing is changed here. */

import { enumeratorOf, numberOf, standingHead } from '../blocks/numbering.ts'
import { parseByline } from '../byline/byline.ts'
import { balanceOf, endingOf, excerpt, lengthOf, opening } from '../characters/marks.ts'
import { strangers } from '../characters/script.ts'
import type { Unit } from '../lines/units.ts'
import type { Confidence, ImportedArticle, ImportedBlock, Repair } from '../result.ts'
import type { RuleName } from '../rules.ts'

interface Pattern {
  readonly rule: RuleName
  readonly pattern: RegExp
  readonly action: 'confirm' | 'flagged'
  readonly confidence?: Confidence
  readonly note: string
  readonly except?: RegExp
}

/** Looked for in every unit of a body, so that the line is the printed one. */
const patterns: readonly Pattern[] = [
  {
    rule: 'doubled-word',
    pattern: /(\p{Script=Han}{2,6})\1/gu,
    action: 'confirm',
    note: '词语连着出现两次，可能是误植；如“研究研究”之类的重叠，不必改。',
    except: /^(?:一\p{Script=Han}|非常|很多|好多|哈哈|多少)/u,
  },
  {
    rule: 'doubled-mark',
    pattern: /([，、；：。])\1/gu,
    action: 'confirm',
    note: '标点连着出现两次。',
  },
  {
    rule: 'latin',
    pattern: /(?<=\p{Script=Han}) (?:and|or|the|of|to|in|for) (?=\p{Script=Han})/giu,
    action: 'confirm',
    note: '汉字之间的外文虚词，多半应是“和”“或”等字。',
  },
  {
    rule: 'ascii-mark',
    pattern:
      /(?<=[\p{Script=Han}”"])[,.;:?!()](?=[\p{Script=Han}“"])|(?<=\p{Script=Han})["](?=[,.])|(?<=")[,.](?=\p{Script=Han})/gu,
    action: 'confirm',
    note: '汉字之间应用全角标点（GB/T 15834）。',
  },
  {
    rule: 'ocr-space',
    pattern:
      /(?<=\S) +(?=[，。、；：！？）》”])|(?<!\d)\d{1,3}(?:\s*[.．]\s*|\s+)\d{1,3}(?:(?:\s*[.．]\s*|\s+)\d+)*(?:\s*[%％])?(?!\d)/gu,
    action: 'confirm',
    note: '标点或数字里有多余的空格，可能是识别时多出的，未删。',
    except: /^(?:[^\s]*|\d{2,}(?: \d{3})+|\d{2,} \d{2,})$/u,
  },
  {
    rule: 'ocr-character',
    pattern:
      /(?<=[\p{Script=Han}，。])(?<![—－])[—－](?![—－])(?=[块段个天次年月种样条片名位件起切定般直些点下处行部面旦律致同边路家手心声遍])|\d+[OolI](?=\d|\p{Script=Han}|$)|(?<![A-Za-z])[OolI](?=\d)|囗|\d曰|[今明昨当每]曰|曰[期报程子常]|(?<=\p{Script=Han})[－](?=\p{Script=Han})/gu,
    action: 'confirm',
    note: '像是识别错的字（一与—、0 与 O、1 与 l、口与囗、日与曰），未改。',
  },
  {
    rule: 'self-name',
    pattern: /本[刊报](?=[\p{Script=Han}，。])/gu,
    action: 'flagged',
    // A rule of law for the editor, and nothing that importing is unsure of.
    confidence: 'sure',
    note: '内部资料不得自称“本刊”“本报”（内部资料性出版物管理办法）。',
  },
]

const spacePattern: Pattern = {
  rule: 'space-han',
  pattern: /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu,
  action: 'confirm',
  note: '正文中汉字之间的空格，未删。',
}

/** （记者 闻笛 通讯员 沈砚秋）, 邮编：… 热线：…: there a space parts names and fields. */
const spacedByRight =
  /[（(][^（）()]*(?:记者|通讯员|撰稿|摄影|文|图|摄|编译|整理)[^（）()]*[）)]|^\S{2,6}[:：]\S+(?:\s+\S{2,8}[:：]\S+)+|^(?:读者|本报?记者|本刊)\s+\S{2,4}$/gu
const withoutNames = (text: string): string => text.replace(spacedByRight, (run) => run.replace(/ /gu, '\u3000'))

/** One entry a line and rule: the first place in full, the others as a number. */
function found({ rule, pattern, action, confidence, note, except }: Pattern, text: string, line: number): Repair[] {
  const hits = [...text.matchAll(pattern)].filter((hit) => !except?.test(hit[0]))
  const places = hits.map((hit) => {
    const end = hit.index + hit[0].length
    return excerpt(text.slice(0, hit.index), text.slice(end), `【${hit[0]}】`)
  })
  const [before, ...more] = places
  if (before === undefined) return []
  const others =
    more.length === 0 ? '' : more.length < 6 ? ` 本行还有：${more.join(' ')}` : ` 本行共 ${places.length} 处。`
  return [{ line, rule, action, ...(confidence && { confidence }), before, after: before, note: note + others }]
}

function strangerFindings(units: readonly Unit[]): Repair[] {
  return units.flatMap((unit) =>
    strangers(unit.text).map(({ at, character }): Repair => {
      const before = excerpt(unit.text.slice(0, at), unit.text.slice(at + character.length), `【${character}】`)
      const note = '全文是简体，这一个是繁体字，可能是识别错或漏改，未改。'
      return { line: unit.line, rule: 'stranger', action: 'confirm', before, after: before, note }
    }),
  )
}

const record =
  /^[【〔]?(?:摘\s?要|内容提要|关键词|中图分类号|文献标[志识]码|文章编号|收稿日期|基金项目|作者简介)[】〕]?[：:]/u

function blockFindings(block: ImportedBlock, textLines: ReadonlySet<number>): Repair[] {
  const all: Repair[] = []
  const flag = (rule: RuleName, note: string): void => {
    const before = opening(block.text)
    all.push({ line: block.line, rule, action: 'flagged', before, after: before, note })
  }
  const { unclosed, unopened } = balanceOf(block.text)
  if (unclosed.length + unopened.length > 0) flag('balance', `没有配对：${[...unclosed, ...unopened].join(' ')}`)
  if (block.kind === 'heading') {
    if (!enumeratorOf(block.text) && !standingHead.test(block.text))
      flag('heading-unnumbered', '没有序号，依句式和位置判为标题。')
    return all
  }
  if (record.test(block.text)) flag('record', '像是摘要、关键词一类著录项，请移入文章头部的相应字段。')
  else if (block.kind === 'paragraph' && ['open', 'comma'].includes(endingOf(block.text)) && !textLines.has(block.line))
    flag('open-paragraph', '段末没有句末点号，可能缺字或接在别处。')
  return all
}

/** 一、二、三、 in one run through the article; lower levels start again under each higher heading. */
function numberFindings(blocks: readonly ImportedBlock[]): Repair[] {
  const all: Repair[] = []
  const last = new Map<number, number>()
  for (const block of blocks) {
    const level = block.kind === 'heading' ? enumeratorOf(block.text)?.level : undefined
    const number = numberOf(block.text)
    if (level === undefined || number === undefined) continue
    const expected = (last.get(level) ?? 0) + 1
    if (number !== expected && !(number === 0 && expected === 1))
      all.push({
        line: block.line,
        rule: 'number-run',
        action: 'flagged',
        before: opening(block.text),
        after: opening(block.text),
        note: `按次序此处应是第 ${expected}。`,
      })
    last.set(level, number)
    for (const lower of last.keys()) if (lower > level) last.delete(lower)
  }
  return all
}

/** A heading that was cut where its sisters have a space has lost it. */
function headingSpaces(blocks: readonly ImportedBlock[], joinedLines: ReadonlySet<number>): Repair[] {
  const headings = blocks.filter((block) => block.kind === 'heading')
  const sisters = headings.filter((block) => !joinedLines.has(block.line))
  if (sisters.length < 2 || !sisters.every((block) => / /.test(block.text))) return []
  return headings
    .filter((block) => joinedLines.has(block.line) && !/ /.test(block.text))
    .map((block) => ({
      line: block.line,
      rule: 'heading-space' as const,
      action: 'confirm' as const,
      before: block.text,
      after: block.text,
      note: '同篇其他标题中间都有一个空格，这一个可能在断行处丢了空格。',
    }))
}

/** A line of names in a body is the trace of a head or a signature that was not seen as one. */
const looksSigned = (unit: Unit): boolean => {
  if (lengthOf(unit.text) > 24 || unit.cells || enumeratorOf(unit.text) || /^[顺敬即]?[祝颂]/u.test(unit.text))
    return false
  const byline = parseByline(unit.text)
  return byline !== undefined && (byline.marked || byline.likeness === 'good')
}

export interface Found {
  readonly article: ImportedArticle
  readonly units: readonly Unit[]
  /** First lines of blocks that were joined, and lines of verse and lists. */
  readonly joinedLines: ReadonlySet<number>
  readonly textLines: ReadonlySet<number>
  /** Whether the whole text is simplified. */
  readonly simplified: boolean
}

export function findings({ article, units, joinedLines, textLines, simplified }: Found): Repair[] {
  const people = new Set(article.people.map(({ name }) => name))
  const headings = new Set(article.blocks.filter((block) => block.kind === 'heading').map((block) => block.line))
  return [
    ...units.flatMap((unit) => patterns.flatMap((one) => found(one, unit.text, unit.line))),
    ...units
      .filter((unit) => !headings.has(unit.line))
      .flatMap((unit) => found(spacePattern, withoutNames(unit.text), unit.line)),
    ...units
      .filter((unit) => looksSigned(unit) && !people.has(unit.text))
      .map((unit): Repair => {
        const note = '像是署名，却在正文里：可能是另一篇的开头，或这一篇的署名。'
        return { line: unit.line, rule: 'byline', action: 'confirm', before: unit.text, after: unit.text, note }
      }),
    ...(simplified ? strangerFindings(units) : []),
    ...article.blocks
      .filter(({ kind }) => kind === 'heading' || kind === 'paragraph')
      .flatMap((block) => blockFindings(block, textLines)),
    ...numberFindings(article.blocks),
    ...headingSpaces(article.blocks, joinedLines),
  ]
}
