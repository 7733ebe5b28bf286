/**
 * An issue in; pages as its PDF might tell of them, without a browser, out: lines of any length on pages of any height, notes at
 * the foot or after the text, articles that run on, parts that go on after other articles. A head keeps its title on its first
 * page, and closing words are not divided: so much the press promises.
 */
import type { Issue } from '../../../scripts/model/issue.ts'
import { millimetresToPoints, typeArea } from '../../../scripts/model/type-area.ts'
import type { PdfFacts } from '../../../scripts/proof/pdf/facts.ts'
import type { Block } from '../../../scripts/proof/text/blocks.ts'
import type { Expected, ExpectedString } from '../../../scripts/proof/text/expected.ts'
import type { Random } from '../../generator/random.ts'

/** Lines of the lowest page. */
const leastHeight = 14

type Role = 'head' | 'body' | 'note' | 'closing'

interface Line {
  /** Page numbers are known when all pages are. */
  readonly text: () => string
  readonly size: number
  readonly role: Role
  /** Numbers of the foot notes that are called in it. */
  readonly calls: readonly number[]
}

interface Page {
  readonly lines: Line[]
  readonly notes: Line[]
  /** Index of the article whose running title it bears. */
  readonly owner: number
}

/** Where each article was put: physical pages from 1. */
export interface Put {
  readonly first: number
  readonly last: number
}

const circled = (text: string): number[] =>
  [...text].flatMap((c) => {
    const code = c.codePointAt(0)!
    return code >= 0x2460 && code <= 0x2473 ? [code - 0x245f] : []
  })

const line = (text: string | (() => string), role: Role, size = 10): Line => ({
  text: typeof text === 'string' ? () => text : text,
  size,
  role,
  calls: typeof text === 'string' && role === 'body' ? circled(text) : [],
})

function cut(text: string, measure: number, role: Role, size = 10): Line[] {
  const characters = [...text]
  const lines = Math.ceil(characters.length / measure)
  return Array.from({ length: lines }, (_, i) =>
    line(characters.slice(i * measure, (i + 1) * measure).join(''), role, size),
  )
}

const wordsOf = ({ pieces }: Block): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : 'forms' in piece ? piece.forms.at(-1)! : '')).join('')

const first = ({ choices }: ExpectedString): string => choices[0]!

interface Parts {
  readonly head: readonly Line[]
  readonly main: readonly Line[]
  readonly rest: readonly Line[]
  readonly notes: readonly Line[]
  readonly tail: readonly Line[]
}

function partsOf(random: Random, { article, head, body, jump, notes, tail, either }: Expected, measure: number): Parts {
  const set = (strings: readonly ExpectedString[], role: Role, size = 10): Line[] =>
    strings.flatMap((wanted) => {
      if (!wanted.required && wanted.kind === 'fact') return []
      if (wanted.kind === 'title') return cut(first(wanted), random.chance(0.3) ? 2 : 14, role, 18)
      return cut(first(wanted), measure, role, size)
    })
  const blocks = (some: readonly Block[]): Line[] => some.flatMap((block) => cut(wordsOf(block), measure, 'body'))
  const noted = notes.flatMap((block) => cut(wordsOf(block), measure, 'note', 8))
  const foot = article.notesAt === 'foot'
  const signs = article.layout === 'editorial' || article.layout === 'back'
  const credits = either.filter(({ kind }) => kind === 'credit' || kind === 'affiliation')
  const english = either.filter(({ kind }) => kind.startsWith('english'))
  const closing = [...tail, ...either].filter(({ kind }) => kind === 'closing')
  const closes = !either.some(({ kind }) => kind === 'affiliation') || random.chance(0.5)
  const listed = tail.filter(({ kind }) => kind !== 'closing')
  return {
    head: [...set(head, 'head'), ...(signs ? [] : set(credits, 'head')), ...set(english, 'head')],
    main: blocks(body.slice(0, jump ?? body.length)),
    rest: jump === null ? [] : blocks(body.slice(jump)),
    notes: foot ? noted : [],
    tail: [
      ...(signs ? set(credits, 'closing') : []),
      ...(closes ? closing.flatMap((wanted) => cut(first(wanted), measure, 'closing')) : []),
      ...set(listed, 'body', 9),
      ...(foot || noted.length === 0
        ? []
        : [line('注释', 'body', 9), ...noted.map((one) => ({ ...one, role: 'body' as const }))]),
    ],
  }
}

/** Pages of one issue, put together at random; the same seed gives the same pages. */
export function paperOf(random: Random, issue: Issue, all: readonly Expected[]): { facts: PdfFacts; put: Put[] } {
  const measure = random.int(8, 30)
  const height = () => random.int(leastHeight, 44)
  const pages: Page[] = [0, 1, 2].map(() => ({ lines: [], notes: [], owner: -1 }))
  const put: { first: number; last: number }[] = all.map(() => ({ first: 0, last: 0 }))
  const jumps = all.map(() => ({ from: 0, to: 0 }))
  const called = all.map(() => new Set<number>())
  let room = 0
  const turn = (owner: number, least = 0): void => {
    pages.push({ lines: [], notes: [], owner })
    room = Math.max(height(), least)
  }
  const flow = (index: number, lines: readonly Line[], notes: readonly Line[]): void => {
    for (const [i, one] of lines.entries()) {
      if (room <= 0 || (opensClosing(lines, i) && closingFrom(lines, i) > room)) turn(index)
      const page = pages.at(-1)!
      page.lines.push(one)
      room--
      for (const call of one.calls) {
        if (called[index]!.has(call)) continue
        called[index]!.add(call)
        const own = noteLines(notes, call)
        page.notes.push(...own)
        room -= own.length
      }
    }
    put[index]!.last = pages.length
  }
  const rests = (after: string): void => {
    for (const { article } of issue.continuations.filter((it) => it.after === after)) {
      const index = issue.articles.findIndex(({ id }) => id === article)
      const { rest, tail, notes } = parts[index]!
      if (random.chance(0.5)) turn(index)
      if (room <= 3) turn(index)
      jumps[index]!.to = pages.length
      const { title } = issue.articles[index]!
      const words = () => `（上接第${jumps[index]!.from}页）`
      const above = [line(title.replaceAll(/\s/g, ''), 'body', 12), line(words, 'body')]
      flow(index, [...above, ...rest, ...tail], notes)
    }
  }
  const parts = all.map((expected) => partsOf(random, expected, measure))
  all.forEach((expected, index) => {
    const { head, main, notes, tail } = parts[index]!
    const titled = head.filter(({ size }) => size === 18).length + 6
    const goesOn = expected.article.runOn && room > titled && index > 0
    if (!goesOn) turn(index, titled)
    put[index]!.first = pages.length
    const leaving = line(() => `（下转第${jumps[index]!.to}页）`, 'closing')
    flow(index, [...head, ...main, ...(expected.jump === null ? tail : [leaving])], notes)
    jumps[index]!.from = pages.length
    rests(expected.article.id)
  })
  if (random.chance(0.5)) pages.push({ lines: [], notes: [], owner: -1 })
  announce(pages[2]!, issue, all, put)
  return { facts: factsOf(issue, pages), put }
}

const opensClosing = (lines: readonly Line[], i: number): boolean =>
  lines[i]!.role === 'closing' && lines[i - 1]?.role !== 'closing'

/** Closing words are not divided, unless they are longer than a page may be. */
function closingFrom(lines: readonly Line[], i: number): number {
  const end = lines.findIndex(({ role }, k) => k > i && role !== 'closing')
  const length = (end < 0 ? lines.length : end) - i
  return length < leastHeight ? length : 0
}

/** The lines of one note: they begin with its number. */
function noteLines(notes: readonly Line[], number: number): readonly Line[] {
  const starts = notes.flatMap((one, i) => (circled(one.text()[0] ?? '').length > 0 ? [i] : []))
  const at = starts.find((i) => circled(notes[i]!.text()[0]!)[0] === number)
  if (at === undefined) return []
  const next = starts[starts.indexOf(at) + 1] ?? notes.length
  return notes.slice(at, next)
}

function announce(page: Page, issue: Issue, all: readonly Expected[], put: readonly Put[]): void {
  page.lines.push(line('目次', 'body', 20))
  for (const section of issue.sections) {
    page.lines.push(line(section.name, 'body', 9))
    for (const article of section.articles) {
      const index = all.findIndex((expected) => expected.article.id === article.id)
      page.lines.push(
        line(() => `${put[index]!.first}`, 'body', 12),
        line(article.title, 'body', 12),
      )
      page.lines.push(...article.byline.map(({ name, roleLabel }) => line(name + roleLabel, 'body')))
    }
  }
}

function factsOf(issue: Issue, pages: readonly Page[]): PdfFacts {
  const area = typeArea(issue.page)
  const top = millimetresToPoints(issue.page.trim.height - area.head)
  const bottom = millimetresToPoints(area.foot)
  const shown = pages.map(({ lines, notes, owner }, i) => {
    // Below a head stands more space than between lines.
    const gap = 40
    const step = (top - bottom - 30 - gap) / (lines.length + notes.length + 1)
    const below = lines.findIndex(({ role }) => role !== 'head')
    const placed = [...lines, ...notes].map((one, k) => ({
      one,
      y: top - 10 - step * (k + 1) - (k >= below ? gap : 0),
    }))
    const texts = placed.map(({ one, y }) => ({ text: one.text(), x: 80, y, size: one.size, font: `f${one.size}` }))
    const bare = owner < 0 && lines.length === 0
    const head = owner < 0 ? '' : issue.articles[owner]!.runningTitle
    return {
      number: i + 1,
      texts: [
        ...texts,
        ...(head === '' ? [] : [{ text: head, x: 80, y: top + 20, size: 8, font: 'f8' }]),
        ...(bare ? [] : [{ text: `${i + 1}`, x: 80, y: bottom - 20, size: 9, font: 'f9' }]),
      ],
    }
  })
  return { pages: shown } as unknown as PdfFacts
}
