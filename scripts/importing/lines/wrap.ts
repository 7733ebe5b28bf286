/** Lines as set in, paragraphs as far as the ends of lines alone tell out: set lines are full, and a paragraph's last is not. */
import { parseByline } from '../byline/byline.ts'
import { endingOf, excerpt, lengthOf } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import { isReferenceEntry, isReferenceHead } from '../matter/references.ts'
import type { Repair } from '../result.ts'
import { glue } from './glue.ts'
import type { Unit } from './units.ts'
import { isLatin, measureOf, setWidth, widthOf } from './width.ts'

/** Begins something of its own, whatever the line before it looks like. */
const opens =
  /^(?:[（(［[【〔]?\s*(?:作者(?:单位|简介)|通[讯信]作者|责任编辑|责编|摘\s*要|关\s*键\s*词|中图分类号|文献标[识志]码|文章编号|收稿日期|基金项目|DOI|Abstract|Key\s?words|参\s*考\s*文\s*献)|[［[]\d+[\]］]|(?:图|表|Fig\.?|Table)\s*\d|[（(](?:下转|上接))/iu
const numbered =
  /^(?:第[一二三四五六七八九十百]+[章节部分编篇]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|[①-⑳]|\d{1,2}(?:\.\d+)*[.．、\s])/u

/** A title may be as wide as the text; no paragraph ends in a name without a stop. */
const isNames = (text: string): boolean => lengthOf(text) <= 24 && parseByline(text)?.likeness === 'good'

const cited = /^[［[]\d+[\]］]/u
/** A number in brackets begins a reference or a note, but not between the halves of a sentence. */
const opensAnew = (unit: Unit, before: Unit, references: boolean): boolean =>
  opens.test(simplify(unit.text)) &&
  !(
    cited.test(unit.text) &&
    !references &&
    !unit.blank &&
    endingOf(before.text) === 'open' &&
    !cited.test(before.text) &&
    !isReferenceEntry(unit.text)
  )

/** What cannot be parted from the start of the next line: a Western word, a number, a character with the marks after it. */
const firstToken = (text: string): string =>
  /^(?:[\p{Script=Latin}\d.%’'-]+|[“‘（《〈【〔「『(]*\S)[，。、；：！？”’）》〉】〕」』,.;:?!)]*/u.exec(text)?.[0] ??
  ''

/** Whether the line could not take any more of the next one. */
function isFull(unit: Unit, next: Unit, measure: number): boolean {
  const width = setWidth(unit)
  const token = widthOf(firstToken(next.text))
  return width >= measure - 3 || width + token + (isLatin(unit.text) ? 1 : 0) > measure
}

const endsMarked = (unit: Unit): boolean => /[。！？；，!?;,.．：:”]$/u.test(unit.text)

/** The measure of a run of lines without a blank one, if it was set to one: all but its last line full, few ending at a mark. */
function measureOfRun(run: readonly Unit[]): number | undefined {
  if (run.length < 3 || run.some((unit) => unit.cells)) return undefined
  const measure = Math.max(...run.map(setWidth))
  const inner = run.slice(0, -1)
  if (measure < 24 || !inner.every((unit, at) => isFull(unit, run[at + 1]!, measure))) return undefined
  if (inner.filter(endsMarked).length > inner.length / 2) return undefined
  return measure
}

const isSentence = (unit: Unit | undefined): boolean =>
  unit !== undefined && endingOf(unit.text) === 'stop' && lengthOf(unit.text) > 6

/**
 * Whether an empty line or an indent stands before each paragraph, so that a line without one goes on: no short line in the middle
 * of a run ends a sentence before another. Lines of speech are none, as they are often set close.
 */
function everyParagraphSigned(runs: readonly Unit[][], measure: number | undefined, doubled: boolean): boolean {
  const signs = runs.filter(([first], at) => at > 0 && (first!.indented || (first!.blank && !doubled))).length
  if (signs === 0 || measure === undefined) return signs > 0
  return runs.every((run) =>
    run.every((unit, at) => {
      const next = run[at + 1]
      return !next || !isSentence(unit) || isFull(unit, next, measure) || !/[。，]/u.test(next.text)
    }),
  )
}

export interface Unwrapped {
  readonly units: Unit[]
  readonly repairs: Repair[]
  /** Half characters; undefined where lines end with their paragraphs. */
  readonly measure: number | undefined
}

export function unwrap(units: readonly Unit[]): Unwrapped {
  const whole = measureOf(units)
  const full = whole === undefined ? [] : units.filter((unit) => setWidth(unit) >= whole - 4)
  const measure = full.filter(endsMarked).length > full.length / 2 ? undefined : whole
  // Where every line stands between blank ones, these part lines and not paragraphs.
  const inBody = units.slice(1)
  const doubled = measure !== undefined && inBody.filter((unit) => unit.blank).length > 0.9 * inBody.length
  const runs: Unit[][] = []
  for (const unit of units) {
    if (runs.length === 0 || (unit.blank && !doubled) || unit.indented) runs.push([unit])
    else runs.at(-1)!.push(unit)
  }
  const signed = everyParagraphSigned(runs, measure, doubled)
  const repairs: Repair[] = []
  const joined: Unit[] = []
  let count = 0
  let firstLine = 0
  let references = false
  for (const run of runs) {
    const local = measureOfRun(run) ?? measure
    let open: Unit | undefined
    for (const [at, unit] of run.entries()) {
      const before = run[at - 1]
      references ||= isReferenceHead(unit.text)
      const joins =
        open !== undefined &&
        before !== undefined &&
        local !== undefined &&
        !before.cells &&
        !unit.cells &&
        isFull(before, unit, local) &&
        setWidth(before) <= local + 6 &&
        !opensAnew(unit, before, references) &&
        !before.jump?.to &&
        !unit.jump?.from &&
        !unit.parted &&
        !isNames(unit.text) &&
        // The last line of a paragraph ends its sentence: one that does not is a heading.
        !(at === run.length - 1 && endingOf(unit.text) === 'open' && endingOf(before.text) === 'stop') &&
        !(numbered.test(unit.text) && endingOf(before.text) === 'stop')
      if (!joins) {
        if (open) joined.push(open)
        open = unit
        continue
      }
      const { text, hyphen } = glue(open!.text, unit.text)
      if (hyphen)
        repairs.push({
          line: before!.line,
          rule: 'hyphen',
          action: 'confirm',
          before: `${before!.text.slice(-14)} ⏎ ${unit.text.slice(0, 14)}`,
          after: excerpt(text.slice(0, text.length - unit.text.length), unit.text, ''),
          note: `行末的连字符按断词处理，已删去：“${before!.text.slice(before!.text.lastIndexOf(' ') + 1)}${/^\S*/u.exec(unit.text)![0]}”。如本有连字符，请补上。`,
        })
      else if (!signed && endingOf(before!.text) === 'stop')
        repairs.push({
          line: before!.line,
          rule: 'wrap-stop',
          action: 'confirm',
          before: excerpt(open!.text, unit.text, ' ⏎ '),
          after: excerpt(open!.text, unit.text, ''),
          note: '一行满行而止于句号，原文的空行和缩进又不是段段都有，分段与否看不出；现在按一段接上。',
        })
      count += 1
      firstLine ||= before!.line
      open = {
        ...open!,
        text,
        last: unit.last ?? unit.line,
        ...(unit.jump && { jump: { ...open!.jump, ...unit.jump } }),
      }
    }
    if (open) joined.push(open)
  }
  if (count > 0)
    repairs.push({
      line: firstLine,
      rule: 'wrap',
      action: 'applied',
      ...(doubled && { confidence: 'likely' as const }),
      before: '行末的换行',
      after: '（接上）',
      note: `共 ${count} 处：原文按${measure === undefined ? '固定行长' : `每行约 ${Math.round(measure / 2)} 字`}排，满行的换行不是分段。`,
    })
  return { units: joined, repairs, measure }
}
