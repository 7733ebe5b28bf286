/** What the proof's page shows of a press-ready and accessible file: assertions, boxes of the pages, the job sheet. */
import { describe, expect, test } from 'vitest'
import { diagnostic } from '../../scripts/model/diagnostic.ts'
import type { Proof } from '../../scripts/model/proof.ts'
import { uaAssertions } from '../../scripts/proof/pdfua/check.ts'
import { printAssertions } from '../../scripts/proof/pdfx/assertions.ts'
import { verdictOn } from '../../scripts/proof/verdict/verdict.ts'
import { assertionWords } from '../../scripts/report/assertions.ts'
import { proofJson } from '../../scripts/report/json.ts'
import { stockIssue } from '../proof/stock.ts'
import { proofHtml } from './page.ts'

const issue = stockIssue()

const artifact = {
  edition: 'print',
  file: '2026-01-print.pdf',
  sha256: 'ab'.repeat(32),
  bytes: 2048,
  pages: [{ number: 6, folio: '6', article: 'a02' }],
} as const

const bare: Proof = {
  issue: issue.id,
  tool: 'test',
  artifacts: [artifact],
  checks: [],
  diagnostics: [],
  copyfit: null,
}

/** Assertions on both PDFs: one that does not hold at seven pages, one that only warns, one that could not be made. */
function asserted(): Proof {
  const print = verdictOn('print')
  const screen = verdictOn('screen')
  const file = '2026-01-print.pdf'
  const rule = (id: string, clause: string) => ({ rule: { id, clause } })
  const at = (page: number) => ({ file, page })
  const sizes = (page: number) => ({ page, found: '595.2 × 807.8 pt', expected: '595.28 × 807.87 pt' })
  const cut = [3, 4, 5, 6, 7, 8, 9].map((page) => diagnostic('preflight/trim-box', at(page), sizes(page)))
  print.check('preflight/X13', file, cut, rule('X13', 'ISO 32000-1 14.11.2'))
  print.check('preflight/X2', file, [], rule('X2', 'ISO 32000-1 14.4'))
  print.check('preflight/trim-box', file, [])
  screen.check('preflight/7.3-1', '2026-01-screen.pdf', [], rule('7.3-1', 'ISO 14289-1 7.3'))
  return {
    ...bare,
    artifacts: [artifact, { ...artifact, edition: 'screen', file: '2026-01-screen.pdf' }],
    checks: [...print.checks, ...screen.checks],
    diagnostics: print.diagnostics,
  }
}

const between = (page: string, start: string, end: string): string => {
  expect(page).toContain(start)
  return page.slice(page.indexOf(start), page.indexOf(end, page.indexOf(start)))
}

test('proof.json names id and clause of an assertion, and of nothing else', () => {
  const { checks } = JSON.parse(proofJson(asserted()))
  expect(checks[0]).toMatchObject({
    name: 'preflight/X13',
    edition: 'print',
    rule: { id: 'X13', clause: 'ISO 32000-1 14.11.2' },
    outcome: 'failed',
  })
  expect(Object.keys(checks[1])).toEqual(['name', 'edition', 'rule', 'subject', 'outcome'])
  expect(checks[2]).not.toHaveProperty('rule')
})

test('proof.html words every assertion on the print file, with its clause and the first of its faults', () => {
  const page = proofHtml(asserted(), issue, 'zh')
  const section = between(page, 'id="preflight-print"', '</section>')
  expect(section).toContain('印前检查')
  expect(section).toContain('2 项断言，1 项不成立')
  expect(section).toContain('PDF/X-4 (ISO 15930-7)')
  expect(section).toContain('每页有成品框，没有艺术框')
  expect(section).toContain('<td class="clause">ISO 32000-1 14.11.2</td><td class="number failed">7</td>')
  expect(section).toContain('<td class="number passed">0</td>')
  expect(section.match(/<li>/g)).toHaveLength(5)
  expect(section).toContain('第 3 页成品框（TrimBox）为 595.2 × 807.8 pt')
  expect(section).toContain('2026-01-print.pdf#page=3')
  expect(section).toContain('另有 2 处同此')
  expect(section).not.toContain('7.3-1')
})

test('proof.html tells the standard that was asked for', () => {
  const strict = { ...issue, printing: { ...issue.printing, standard: 'x-1a' as const } }
  expect(proofHtml(asserted(), strict, 'en')).toContain('PDF/X-1a:2003 (ISO 15930-4)')
})

test('proof.html has the assertions on the screen file apart, and none where none was made', () => {
  const section = between(proofHtml(asserted(), issue, 'en'), 'id="preflight-screen"', '</section>')
  expect(section).toContain('Accessibility')
  expect(section).toContain('1 assertion, which holds.')
  expect(section).toContain('Figures have alternative text')
  expect(proofHtml(bare, issue, 'zh')).not.toContain('class="preflight"')
})

test('assertions are counted among what must be dealt with, and not told again among the other checks', () => {
  const page = proofHtml(asserted(), issue, 'zh')
  const failures = between(page, '<h2>须处理', '</section>')
  expect(failures).toContain('<a href="#preflight-print">1 项断言不成立，见“印前检查”')
  expect(failures).not.toContain('595.2')
  const rest = between(page, '<h2>其余检查', '</section>')
  expect(rest).toContain('preflight/trim-box')
  expect(rest).not.toContain('X13')
})

test('what does not hold comes first, the rest in the order of the clauses', () => {
  const screen = verdictOn('screen')
  const file = '2026-01-screen.pdf'
  for (const id of ['7.18.3-1', 'S2', '7.2-10', '7.2-9', '5-1', 'S1'])
    screen.check(`preflight/${id}`, file, [], { rule: { id, clause: '' } })
  const cut = diagnostic('preflight/trim-box', { file, page: 1 }, { page: 1, found: '', expected: '' })
  screen.check('preflight/7.21.7-1', file, [cut], { rule: { id: '7.21.7-1', clause: '' } })
  const section = between(
    proofHtml({ ...bare, checks: screen.checks, diagnostics: screen.diagnostics }, issue, 'zh'),
    'id="preflight-screen"',
    '</section>',
  )
  const ids = [...section.matchAll(/<td class="id">([^<]+)</g)].map((found) => found[1])
  expect(ids).toEqual(['7.21.7-1', '5-1', '7.2-9', '7.2-10', '7.18.3-1', 'S2', 'S1'])
})

test('proof.html begins with the way to each of its sections', () => {
  const page = proofHtml(asserted(), issue, 'zh')
  const ways = [...between(page, '<nav>', '</nav>').matchAll(/href="#([^"]+)"/g)].map((found) => found[1]!)
  expect(ways).toEqual(['failures', 'files', 'articles', 'preflight-print', 'preflight-screen', 'others', 'pages'])
  for (const id of ways) expect(page).toContain(` id="${id}"`)
})

test('every assertion that is made is worded in both languages', () => {
  const ids = [...printAssertions('x-4'), ...printAssertions('x-1a'), ...uaAssertions].map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(60)
  expect(ids.filter((id) => !/\p{Script=Han}/u.test(assertionWords(id, 'zh') ?? ''))).toEqual([])
  expect(ids.filter((id) => !/[a-z]{2}/.test(assertionWords(id, 'en') ?? ''))).toEqual([])
})

test('an assertion that nobody has worded is told by what broke it, or by its name', () => {
  const proof = asserted()
  const renamed = (check: Proof['checks'][number]) =>
    check.rule ? { ...check, rule: { ...check.rule, id: `Z${check.rule.id}` } } : check
  const section = between(
    proofHtml({ ...proof, checks: proof.checks.map(renamed) }, issue, 'zh'),
    'id="preflight-print"',
    '</section>',
  )
  expect(section).toContain('<td class="id">ZX13</td><th scope="row">第 3 页成品框')
  expect(section).toContain('<td class="id">ZX2</td><th scope="row">preflight/X2')
})

describe('pages with their boxes', () => {
  const mm = 72 / 25.4
  const around = (by: number) =>
    [13 - by, 13 - by, 223 + by, 298 + by].map((it) => it * mm) as [number, number, number, number]
  const record = (number: number) => ({ number, folio: String(number), article: null })
  const withBoxes = (numbers: readonly number[]): Proof => {
    const boxes = numbers.map(() => ({ media: around(13), bleed: around(3), trim: around(0) }))
    return { ...bare, artifacts: [{ ...artifact, pages: numbers.map(record), boxes }] }
  }
  const rectangles = (svg: string): Record<string, string> =>
    Object.fromEntries(
      [...svg.matchAll(/<rect class="box (\w+)" x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g)].map(
        ([, name, ...box]) => [name!, box.join(' ')],
      ),
    )
  const drawings = (page: string): string[] =>
    between(page, '<ol><li', '</ol>')
      .split('<li')
      .filter((item) => item.includes('<svg'))

  test('are drawn to scale in millimetres from the corner of the trim', () => {
    const page = proofHtml(withBoxes([1, 2, 3, 4]), issue, 'zh')
    const [cover, left, right] = drawings(page).map(rectangles)
    const paper = { media: '-13 -13 236 311', bleed: '-3 -3 216 291', trim: '0 0 210 285' }
    expect(cover).toEqual(paper)
    // The spine is on the right of an even page, and on the left of an odd one.
    expect(left).toEqual({ ...paper, typeArea: expect.stringMatching(/^18\.61 25 170\.39 /) })
    expect(right).toEqual({ ...paper, typeArea: expect.stringMatching(/^21 25 170\.39 /) })
    expect(drawings(page)[1]).toContain('<svg viewBox="-13 -13 236 311" role="img" aria-label="第 2 页">')
  })

  test('show the picture as far as the bleed, once in the file, and the first spread large with the measures', () => {
    const pictures = [4, 5].map((page) => ({ page, bleed: 4, dataUri: `data:image/jpeg;base64,A${page}` }))
    const page = proofHtml(withBoxes([1, 2, 3, 4, 5, 6]), issue, 'zh', pictures)
    expect(page.match(/base64,A4/g)).toHaveLength(1)
    expect(page).toContain(
      '<svg x="-3" y="-3" width="216" height="291" viewBox="-3 -3 216 291"><image id="page-4" href="data:image/jpeg;base64,A4" x="-4" y="-4" width="218" height="293"',
    )
    const large = between(page, 'class="boxes"', '</dl>')
    expect(large.match(/<use href="#page-[45]"\/>/g)).toHaveLength(2)
    expect(large).toContain('<dt>出血框</dt><dd>216 × 291 mm<small>成品外 3 mm</small></dd>')
    expect(large).toContain('<dt>介质框</dt><dd>236 × 311 mm<small>成品外 13 mm</small></dd>')
    expect(large).toContain('<dt>版心</dt><dd>170.39 × ')
  })

  test('are those of the file: a page that lacks one shows none of them', () => {
    const proof = withBoxes([1, 2, 3])
    const [first, ...rest] = proof.artifacts[0]!.boxes!
    const [own] = proof.artifacts
    const wider = { ...first!, bleed: around(5) }
    const page = proofHtml({ ...proof, artifacts: [{ ...own!, boxes: [wider, null, ...rest] }] }, issue, 'zh')
    const [one, two] = drawings(page).map(rectangles)
    expect(one!.bleed).toBe('-5 -5 220 295')
    expect(Object.keys(two!)).toEqual(['trim', 'typeArea'])
  })
})

test('proof.html shows the job sheet where there is one, its text as text', () => {
  const job = [
    { label: '开本', value: '210 × 285 mm' },
    { label: '用纸', value: '<b>105 g/m²</b> 亚粉纸' },
  ]
  const section = between(proofHtml(bare, issue, 'zh', [], job), 'id="job"', '</section>')
  expect(section).toContain('印刷工单')
  expect(section).toContain('<th scope="row">开本</th><td>210 × 285 mm</td>')
  expect(section).toContain('&lt;b&gt;105 g/m²&lt;/b&gt; 亚粉纸')
  expect(proofHtml(bare, issue, 'zh')).not.toContain('id="job"')
})
