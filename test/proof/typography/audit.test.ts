/** Pages with one planted fault each: the audit passes the clean ones and names rule, page, column and line of the fault. */
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Diagnostic, describe as wording } from '../../../scripts/model/diagnostic.ts'
import type { Issue } from '../../../scripts/model/issue.ts'
import { launchBrowser } from '../../../scripts/press/browser/browser.ts'
import { readObjects } from '../../../scripts/proof/pdf/objects.ts'
import { auditTypography } from '../../../scripts/proof/typography/audit.ts'
import { readGlyphs } from '../../../scripts/proof/typography/read/glyphs.ts'
import { readLines } from '../../../scripts/proof/typography/read/lines.ts'
import { rules } from '../../../scripts/proof/typography/rules.ts'
import { type Verdict, verdictOn } from '../../../scripts/proof/verdict/verdict.ts'
import { applyWaivers } from '../../../scripts/read/waivers.ts'
import { handSet, handSetIssue, handSetLines, printHandSet, type SetLine, type Sheets } from './sheets.ts'

const clean = handSetIssue()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

type Change = (sheets: Sheets) => Partial<Sheets>

async function audit(change: Change = () => ({}), issue: Issue = clean, printed: Issue = issue): Promise<Verdict> {
  const sheets = handSet(printed)
  const { bytes, edition, file } = await printHandSet(browser, printed, { ...sheets, ...change(sheets) })
  const verdict = verdictOn(edition)
  const pages = readGlyphs(readObjects(bytes))
  auditTypography(verdict, issue, { edition, file }, pages, readLines(issue, pages))
  return verdict
}

const where = ({ code, facts }: Diagnostic): string =>
  `${code} ${[facts.page, facts.column, facts.line].filter((n) => n !== undefined).join('/')}`
const found = (verdict: Verdict): string[] => verdict.diagnostics.map(where)

/** Changes the one line that begins with these words. */
const line =
  (beginning: string, change: (line: SetLine) => Partial<SetLine>): Change =>
  ({ lines }) => {
    expect(lines.filter(({ text }) => text.startsWith(beginning))).toHaveLength(1)
    return { lines: lines.map((one) => (one.text.startsWith(beginning) ? { ...one, ...change(one) } : one)) }
  }
const styled = (beginning: string, style: string): Change => line(beginning, () => ({ style }))
/** Ends a line before these words, where it must not. */
const broken =
  (before: string): Change =>
  () => ({ lines: handSetLines(before) })

describe('the clean pages', () => {
  let verdict: Verdict
  beforeAll(async () => {
    verdict = await audit()
  })

  test('pass every rule', () => {
    expect(found(verdict)).toEqual([])
    expect(new Set(verdict.checks.map(({ outcome }) => outcome))).toEqual(new Set(['passed']))
  })

  test('have places for every rule that the audit makes', () => {
    const made = rules.flatMap(({ check }) => (check ? [check] : []))
    expect(verdict.checks.map(({ name }) => name)).toEqual(made)
    const empty = verdict.checks.filter(({ places }) => !places).map(({ name }) => name)
    expect(empty).toEqual([])
  })

  test('count what there is', () => {
    const places = (name: string) => verdict.checks.find((check) => check.name === name)?.places
    expect(places('typography/off-grid')).toBe(24)
    expect(places('typography/heading-at-foot')).toBe(1)
    expect(places('typography/mark-whole')).toBe(2)
  })
})

describe('at the edges of lines', () => {
  test('a stop at the beginning is found, in the manuscript and on the page', async () => {
    const verdict = await audit(broken('，毛校以后'))
    expect(found(verdict)).toContain('typography/line-start 3/1/9')
    const [fault] = verdict.diagnostics
    expect(fault!.place).toEqual({ file: 'manuscript/2026-01/01-proof.md', line: clean.articles[0]!.body[7]!.map![0] })
    expect(fault!.related).toEqual([{ file: '2026-01-print.pdf', page: 3 }])
    expect(wording(fault!, 'zh').message).toContain('第 3 页第 1 栏第 9 行以“，”开头')
  })

  test('an opening quotation mark at the end is found', async () => {
    expect(found(await audit(broken('改版费（三次')))).toContain('typography/line-end 3/2/3')
  })

  test('a middle dot at the beginning is found', async () => {
    expect(found(await audit(broken('·林')))).toContain('typography/connector-start 3/2/2')
  })

  test('a slash between Han at the end is found', async () => {
    expect(found(await audit(broken('乙”两稿')))).toContain('typography/slash-edge 4/1/3')
  })

  test('a dash split in two is found', async () => {
    expect(found(await audit(broken('—从前')))).toContain('typography/mark-split 3/2/1')
  })

  test('a dash drawn apart is found', async () => {
    const apart = (text: string) => text.replace('——', '—<span style="margin-left:.3em">—</span>')
    const verdict = await audit(line('扣去改版费', ({ html }) => ({ html: apart(html) })))
    expect(found(verdict)).toContain('typography/mark-apart 3/2/1')
  })
})

describe('in the width of marks', () => {
  test('a full mark at the end is found', async () => {
    const verdict = await audit(line('早已读熟', ({ text }) => ({ html: text })))
    expect(found(verdict)).toEqual(['typography/mark-at-end 3/1/4'])
    expect(verdict.diagnostics[0]!.facts).toMatchObject({ mark: '。', ems: '1.00', expected: '0.50' })
  })

  test('half marks at the end are wrong where the house sets them full', async () => {
    const full: Issue = { ...clean, style: { ...clean.style, punctuation: 'full' } }
    const verdict = await audit(undefined, full, clean)
    const check = verdict.checks.find(({ name }) => name === 'typography/mark-at-end')!
    expect(check.faults).toBe(check.places)
    expect(verdict.checks.find(({ name }) => name === 'typography/marks-apart')).toMatchObject({ outcome: 'skipped' })
    expect(found(verdict)).toContain('typography/opening-mark 3/2/5')
  })

  test('two marks side by side in full width are found', async () => {
    const wide = (html: string) => `<span style="text-spacing-trim:space-all">${html}</span>`
    const verdict = await audit(line('着“改版费', ({ html }) => ({ html: html.replace('）”，', wide('）”，')) })))
    expect(found(verdict)).toContain('typography/marks-apart 3/2/3')
  })

  test('a full opening mark at the beginning is found', async () => {
    const verdict = await audit(styled('“署名是', 'text-spacing-trim:space-all'))
    expect(found(verdict)).toContain('typography/opening-mark 3/2/5')
  })

  test('a line over the edge of its column is found', async () => {
    const verdict = await audit(styled('字，读者', 'margin-left:3pt'))
    expect(found(verdict)).toContain('typography/overhang 3/2/6')
  })
})

describe('in the space of lines', () => {
  test('Han and Latin without a gap are found', async () => {
    const verdict = await audit(styled('迹很淡', 'text-autospace:no-autospace'))
    expect(found(verdict)).toEqual(['typography/script-gap 3/2/4', 'typography/script-gap 3/2/4'])
  })

  test('a space between Han and Latin is found', async () => {
    const verdict = await audit(line('2024年', ({ html }) => ({ html: html.replace('OpenType', ' OpenType ') })))
    expect(found(verdict).filter((code) => code === 'typography/script-space 3/2/2')).toHaveLength(2)
  })

  test('a gap before Latin at the beginning is found', async () => {
    const verdict = await audit(styled('2024年', 'text-indent:2pt'))
    expect(found(verdict)).toEqual(['typography/script-edge 3/2/2'])
  })

  test('a line drawn apart is found, and the share of such lines', async () => {
    const verdict = await audit(styled('迹很淡', 'letter-spacing:.22em'))
    expect(found(verdict)).toEqual(['typography/loose-line 3/2/4', 'typography/loose-text '])
  })

  test('lines a little loose are only counted', async () => {
    const verdict = await audit(styled('迹很淡', 'letter-spacing:.15em'))
    expect(found(verdict)).toEqual(['typography/loose-text '])
    expect(verdict.diagnostics[0]!.facts).toMatchObject({ lines: 1 })
  })
})

const each =
  (choose: (line: SetLine) => boolean, style: string): Change =>
  ({ lines }) => ({ lines: lines.map((one) => (choose(one) ? { ...one, style } : one)) })
const second = ({ page, column }: SetLine) => page === 3 && column === 2

describe('in the columns', () => {
  test('a measure that is no whole number of characters is found', async () => {
    const wide = each((one) => second(one) && one.indent === 0, 'width:235pt')
    expect(found(await audit(wide))).toContain('typography/measure 3/2')
  })

  test('a gap that is not the design’s is found', async () => {
    expect(found(await audit(each(second, 'margin-left:4pt')))).toContain('typography/column-gap 3/1')
  })

  test('a pitch too narrow is found', async () => {
    expect(found(await audit(() => ({ pitch: 15 })))).toContain('typography/pitch 3/1')
  })

  test('lines off the grid are found once for each run, and all counted', async () => {
    const verdict = await audit(each((one) => second(one) && one.row >= 6, 'margin-top:2pt'))
    expect(found(verdict)).toEqual(['typography/off-grid 3/2/7'])
    expect(verdict.checks.find(({ name }) => name === 'typography/off-grid')).toMatchObject({ faults: 4 })
  })
})

describe('in paragraphs', () => {
  test('a lone character on a line is found', async () => {
    expect(found(await audit(broken('年。')))).toContain('typography/lone-character 3/2/5')
  })

  test('the last line of a paragraph at the head of a column is found', async () => {
    const rows = ({ lines }: Sheets) => {
      const head = lines.findIndex(({ text }) => text.startsWith('扣去改版费'))
      return {
        lines: lines.map((one, i) =>
          second(one) && i <= head + 3 && i > head - 1
            ? { ...one, column: i < head + 3 ? 1 : 2, row: i < head + 3 ? 10 + i - head : 0 }
            : second(one)
              ? { ...one, row: one.row - 3 }
              : one,
        ),
      }
    }
    expect(found(await audit(rows))).toEqual(['typography/widow 3/2/1'])
  })

  test('a heading at the foot of a column is found', async () => {
    const down = line('一、', () => ({ row: 12 }))
    expect(found(await audit(down))).toEqual(['typography/heading-at-foot 3/1/9'])
  })

  test('the label of the references at the foot of a column is found', async () => {
    const [article] = clean.articles
    const references = [
      { ...article!.references[0]!, number: 1, text: '老校对员. 校样丛谈[M]. 北京: 印刷工业出版社, 1956: 12.' },
    ]
    const listed = { ...clean, articles: [{ ...article!, references }] }
    const below: Change = ({ lines }) => {
      const blank = { ...lines.at(-1)!, indent: 0, justified: false }
      const set = (text: string, column: number, row: number): SetLine => ({ ...blank, text, html: text, column, row })
      return { lines: [...lines, set('参考文献', 1, 9), set(`[1]${references[0]!.text}`, 2, 9)] }
    }
    expect(found(await audit(below, listed))).toContain('typography/heading-at-foot 4/1/4')
  })

  test('uneven last columns are found', async () => {
    const uneven: Change = ({ lines }) => ({
      lines: lines.map((one) => (one.page === 4 && one.column === 2 ? { ...one, column: 1, row: one.row + 3 } : one)),
    })
    expect(found(await audit(uneven))).toEqual(['typography/unbalanced 4/2/0'])
  })
})

describe('a waiver', () => {
  test('of the article silences a fault of its lines, and one of the file a fault of the file', async () => {
    const { diagnostics } = await audit(({ extra }) => ({
      extra: `${extra}<div style="font-size:6pt">摄影</div>`,
      lines: handSetLines('·林'),
    }))
    const waiver = (code: string, file: string) => ({ code, file, because: '试验', place: { file: 'waivers.yaml' } })
    const lines = waiver('typography/connector-start', '01-proof.md')
    const standing = applyWaivers(diagnostics, [lines, waiver('typography/type-size', '2026-01-print.pdf')])
    expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining([lines.code, 'typography/type-size']))
    expect(standing.map(({ code }) => code)).toEqual(
      diagnostics.map(({ code }) => code).filter((code) => code !== lines.code && code !== 'typography/type-size'),
    )
    const elsewhere = applyWaivers(diagnostics, [waiver('typography/connector-start', '02-names.md')])
    expect(elsewhere.map(({ code }) => code)).toEqual(expect.arrayContaining([lines.code, 'manuscript/waiver-unused']))
  })
})

describe('in the issue', () => {
  test('contents under another heading are found', async () => {
    expect(found(await audit(() => ({ contents: '目录' })))).toEqual(['typography/contents-heading '])
  })

  test('a running head without the title is found, and one on the first page of a feature', async () => {
    expect(found(await audit(({ heads }) => ({ heads: ['遍', heads[1]] })))).toEqual(['typography/running-head 3'])
    expect(found(await audit(({ heads }) => ({ heads: [heads[0], heads[0]] })))).toEqual(['typography/running-head 4'])
    const feature: Issue = { ...clean, articles: [{ ...clean.articles[0]!, layout: 'feature' }] }
    expect(found(await audit(undefined, feature, clean))).toContain('typography/running-head 3')
  })

  test('a title that is longer than the running head is cut behind its own words', async () => {
    const runningTitle = '最后一遍读的是字不是意思老校对员如此说'
    const long: Issue = { ...clean, articles: [{ ...clean.articles[0]!, runningTitle }] }
    const headed = (head: string) => audit(({ heads }) => ({ heads: [head, heads[1]] }), long)
    expect(found(await headed('最后一遍读的是字不是意思…'))).toEqual([])
    expect(found(await headed('最后一遍读的不是意思…'))).toEqual(['typography/running-head 3'])
    expect(found(await headed('最后一遍…'))).toEqual(['typography/running-head 3'])
  })

  test('the stamp of a draft is no running head', async () => {
    const feature: Issue = { ...clean, articles: [{ ...clean.articles[0]!, layout: 'feature' }] }
    expect(found(await audit(({ heads }) => ({ heads: ['校样', heads[1]] }), feature, clean))).toEqual([])
  })
})

describe('on the press', () => {
  test('type too small is found', async () => {
    const verdict = await audit(({ extra }) => ({ extra: `${extra}<div style="font-size:6pt">摄影</div>` }))
    expect(found(verdict)).toEqual(['typography/type-size 3'])
  })

  test('text in another ink is found', async () => {
    const red = (html: string) => html.replace('摄影者', '<span style="color:#b0202b">摄影者</span>')
    expect(found(await audit(line('外一个人', ({ html }) => ({ html: red(html) }))))).toEqual([
      'typography/text-ink 3/2/7',
    ])
  })

  test('a face that is not of the house is found', async () => {
    const verdict = await audit(({ extra }) => ({ extra: `${extra}<div style="font-family:Stranger">Aa</div>` }))
    expect(verdict.diagnostics.map(({ code, facts }) => `${code} ${facts.font}`)).toEqual([
      'typography/font-unexpected LiberationSans',
    ])
  })
})
