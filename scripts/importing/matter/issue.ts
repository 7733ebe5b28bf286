/** Units of a raw text in, which issue it says it is out: year, volume, number, day, from mastheads, running heads and 文章编号. */
import { lengthOf } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import type { Unit } from '../lines/units.ts'
import type { Repair } from '../result.ts'

type Key = 'year' | 'volume' | 'number' | 'serial' | 'date' | 'month'

export interface IssueFacts {
  readonly year?: number
  readonly volume?: number
  /** 3, or 5-6 of a combined issue. */
  readonly number?: string
  readonly serial?: number
  /** ISO. */
  readonly date?: string
  /** As printed, where only the month is known: 2026年7月. */
  readonly month?: string
}

const digit = '〇一二三四五六七八九'
const numeral = '[\\d〇○Ｏ零一二三四五六七八九十百]'
/** 12 from 12, 十二, 一二, 二〇二六; undefined for anything else. */
function countOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[○O零]/gu, '〇')
  if (/^\d+$/u.test(plain)) return Number(plain)
  if (/^[〇一二三四五六七八九]+$/u.test(plain)) return Number(Array.from(plain, (c) => digit.indexOf(c)).join(''))
  const found = /^(?:([一二三四五六七八九])?百)?〇?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(
    plain,
  )
  if (!found || plain === '') return undefined
  const [, hundreds, tens, ten, ones] = found
  const of = (c: string | undefined): number => (c === undefined ? 0 : digit.indexOf(c))
  return (plain.includes('百') ? (of(hundreds) || 1) * 100 : 0) + (ten ? (of(tens) || 1) * 10 : 0) + of(ones)
}

const pattern = (source: string): RegExp => new RegExp(source.replaceAll('№', `${numeral}{1,4}`), 'giu')
const yearOf = `((?:19|20)\\d{2}|[一二][九〇○零]${'[〇○零一二三四五六七八九]'.repeat(2)}|民[国國]№)`

interface Reading {
  readonly pattern: RegExp
  readonly keys: readonly Key[]
}

/** In this order; what one has read the next does not read again. */
const readings: readonly Reading[] = [
  {
    pattern: pattern(`${yearOf}\\s*[年.\\-/]\\s*(№)\\s*[月.\\-/]\\s*(№)日?(?![\\d期])`),
    keys: ['year', 'month', 'date'],
  },
  { pattern: pattern('总\\s*第?\\s*(№|\\d{5})\\s*期'), keys: ['serial'] },
  {
    pattern: pattern('第?\\s*(№)\\s*卷\\s*[,，·.]?\\s*第?\\s*(№(?:\\s*[-—–~～、/]\\s*№)?)\\s*[期号]'),
    keys: ['volume', 'number'],
  },
  {
    pattern: pattern(
      '\\bVol(?:ume|\\.)?\\s*(\\d{1,4})\\s*[,，.]?\\s*(?:No|Issue|Iss)\\.?\\s*(\\d{1,3}(?:\\s*[-–/]\\s*\\d{1,3})?)',
    ),
    keys: ['volume', 'number'],
  },
  {
    pattern: pattern(
      `${yearOf}\\s*年?\\s*[度,，·.．•\\s]*第?\\s*(№(?:\\s*[-—–~～、/与和]\\s*№)?)\\s*(?:期|辑|月?号(?!楼|线|院))`,
    ),
    keys: ['year', 'number'],
  },
  { pattern: pattern(`${yearOf}\\s*年?\\s*[·.．•/\\s]*(№)\\s*月\\s*(?:刊|号)`), keys: ['year', 'number'] },
  {
    pattern: pattern(`${yearOf}\\s*年?\\s*[,，]\\s*(\\d{1,4})\\s*[（(]\\s*(\\d{1,2})\\s*[）)]`),
    keys: ['year', 'volume', 'number'],
  },
  { pattern: pattern('第\\s*(№(?:\\s*[-—–~～、/与和]\\s*第?\\s*№)?)\\s*[期辑]'), keys: ['number'] },
  { pattern: pattern('\\bNo\\.?\\s*(\\d{1,4})'), keys: ['number'] },
  { pattern: pattern('第?\\s*(№)\\s*卷|\\bVol(?:ume|\\.)?\\s*(\\d{1,4})'), keys: ['volume', 'volume'] },
  { pattern: pattern(`${yearOf}\\s*年\\s*(№)\\s*月(?![\\d刊号])`), keys: ['year', 'month'] },
  { pattern: /(?<![\d.])((?:19|20)\d{2})\s*[.·•．/-]\s*(\d{1,2})(?![\d.\-/])/gu, keys: ['year', 'number'] },
  { pattern: pattern(`${yearOf}\\s*年?\\s*[·•.]?\\s*[春夏秋冬](?:季|之?卷|号)?`), keys: ['year'] },
  { pattern: pattern(`${yearOf}\\s*年(?!\\s*[\\d前来间代底初末])`), keys: ['year'] },
]

interface Vote {
  readonly key: Key
  readonly value: string
  readonly unit: Unit
}

const year = (text: string): number | undefined => {
  const republic = /^民[国國](.+)$/u.exec(text)?.[1]
  const value = countOf(republic ?? text)
  const all = republic === undefined || value === undefined ? value : value + 1911
  return all !== undefined && all >= 1800 && all <= 2200 ? all : undefined
}

function votesOf(unit: Unit, text: string): Vote[] {
  const votes: Vote[] = []
  let rest = text
  for (const { pattern: each, keys } of readings)
    for (const hit of [...rest.matchAll(each)]) {
      rest = rest.replace(hit[0], '\u0000')
      const values = new Map<Key, string>()
      for (const [at, key] of keys.entries()) if (hit[at + 1] !== undefined) values.set(key, hit[at + 1]!.trim())
      const own = values.get('year') === undefined ? undefined : year(values.get('year')!)
      if (values.has('year') && own === undefined) continue
      if (own !== undefined) votes.push({ key: 'year', value: String(own), unit })
      const month = values.get('month')
      const day = values.get('date')
      const iso = [month, day].map((part) => (part === undefined ? undefined : countOf(part)))
      if (day !== undefined && iso.every((part, at) => part !== undefined && part >= 1 && part <= [12, 31][at]!))
        votes.push({
          key: 'date',
          value: `${own}-${String(iso[0]).padStart(2, '0')}-${String(iso[1]).padStart(2, '0')}`,
          unit,
        })
      else if (month !== undefined) votes.push({ key: 'month', value: hit[0], unit })
      for (const key of ['volume', 'serial'] as const) {
        const value = values.get(key)
        const number = value === undefined ? undefined : countOf(value)
        if (number) votes.push({ key, value: String(number), unit })
      }
      const numbers = values
        .get('number')
        ?.split(/\s*[-—–~～、/与和]\s*第?\s*/u)
        .map(countOf)
      if (numbers?.every((number) => number)) votes.push({ key: 'number', value: numbers.join('-'), unit })
    }
  return votes
}

/** A line about the issue, and no sentence or reference that names another one, no letter's date, no line of a web page. */
const speaksOfIssue = ({ text }: Unit, aside: boolean): boolean =>
  lengthOf(text) <= 70 &&
  !/[。！？；]|[《〈].*[》〉]\s*[一文,，]|原载|选自|摘自|刊[于於]|收稿|日期[:：]|发[表布]|时间|浏览|[[［]\d+[\]］]|[于於]\p{Script=Han}{2,8}$/u.test(
    text,
  ) &&
  (aside || /[期辑号卷版报刊志]|\bVol|\bNo\.|星期|Journal|Review|Weekly|Quarterly/iu.test(text))

const articleNumber =
  /文章编号\s*[】\]〕]?\s*[:：]?\s*\d{4}\s*[-—–－]\s*\d{3}[\dX]\s*[（(]\s*((?:19|20)\d{2})\s*[）)]\s*(\d{1,2})\s*[-—–－]/iu

/** The value most lines give; of two the first. */
function most(votes: readonly Vote[], key: Key): Vote | undefined {
  const own = votes.filter((vote) => vote.key === key)
  const count = (value: string): number => own.filter((vote) => vote.value === value).length
  return own.reduce<Vote | undefined>(
    (best, vote) => (!best || count(vote.value) > count(best.value) ? vote : best),
    undefined,
  )
}

/** @param aside lines that were taken for running heads: they may stand anywhere, mastheads only at both ends of the text */
export function readIssue(
  units: readonly Unit[],
  aside: ReadonlySet<number>,
  folder: string,
): { facts: IssueFacts; repairs: Repair[] } {
  const votes = units.flatMap((unit, at): Vote[] => {
    const plain = simplify(unit.text)
    const numbered = articleNumber.exec(plain)
    if (numbered)
      return [
        { key: 'year', value: numbered[1]!, unit },
        { key: 'number', value: String(Number(numbered[2])), unit },
      ]
    // The first of all is number one.
    if (at < 6 && /^[^。，]{0,16}创刊号[^。，]{0,16}$/u.test(plain))
      return [{ key: 'number', value: '1', unit }, ...votesOf(unit, plain)]
    const place = aside.has(unit.line) || at < 6 || at >= units.length - 4
    return place && speaksOfIssue(unit, aside.has(unit.line)) ? votesOf(unit, plain) : []
  })
  const found = new Map<Key, Vote>()
  for (const key of ['year', 'volume', 'number', 'serial', 'date', 'month'] as const) {
    const vote = most(votes, key)
    if (vote) found.set(key, vote)
  }
  const value = (key: Key): number | undefined => (found.has(key) ? Number(found.get(key)!.value) : undefined)
  const [number, date, month] = (['number', 'date', 'month'] as const).map((key) => found.get(key)?.value)
  // 2026.05 is as often the month as the number; of a date the year counts.
  const facts: IssueFacts = {
    ...(found.has('year') && { year: value('year')! }),
    ...(found.has('volume') && { volume: value('volume')! }),
    ...(number !== undefined && { number }),
    ...(found.has('serial') && { serial: value('serial')! }),
    ...(date !== undefined && { date }),
    ...(month !== undefined && { month }),
  }
  const first = found.get('number') ?? found.get('year')
  if (!first) return { facts, repairs: [] }
  const others = votes.filter(
    (vote) => ['year', 'number'].includes(vote.key) && vote.value !== found.get(vote.key)!.value,
  )
  const said = [
    facts.year === undefined ? '' : `${facts.year} 年`,
    facts.volume === undefined ? '' : `第 ${facts.volume} 卷`,
    facts.number === undefined ? '' : `第 ${facts.number} 期`,
    facts.serial === undefined ? '' : `总第 ${facts.serial} 期`,
    facts.date === undefined ? '' : `${facts.date} 出版`,
  ].filter((part) => part !== '')
  const named = /^(\d{4})-(\d{1,2})$/u.exec(folder)
  const differs =
    named &&
    ((facts.year !== undefined && facts.year !== Number(named[1])) ||
      (facts.number !== undefined && facts.number !== String(Number(named[2]))))
  return {
    facts,
    repairs: [
      {
        line: first.unit.line,
        rule: 'issue',
        action: 'applied',
        confidence: others.length > 0 ? 'doubtful' : 'likely',
        before: first.unit.text,
        after: `issue.yaml：${said.join('，')}`,
        note: `年、期依原文写入 issue.yaml，请核对。${differs ? `文件夹名是 ${folder}，与原文不同。` : ''}${others.length > 0 ? `原文别处另有 ${[...new Set(others.map((vote) => `“${vote.value}”（第 ${vote.unit.line} 行）`))].join('、')}。` : ''}`,
      },
    ],
  }
}
