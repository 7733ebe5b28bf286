/** What the proof writes down, for machines and for an editor. */
import { expect, test } from 'vitest'
import type { Copyfit } from '../../scripts/model/copyfit.ts'
import { diagnostic } from '../../scripts/model/diagnostic.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import type { Proof } from '../../scripts/model/proof.ts'
import { verdictOn, withoutWaived } from '../../scripts/proof/verdict/verdict.ts'
import { proofJson } from '../../scripts/report/json.ts'
import { stockIssue } from '../proof/stock.ts'
import { proofHtml } from './page.ts'

const issue = stockIssue()
const title = '名字的位置'

function proofOf(lost: boolean): Proof {
  const verdict = verdictOn('print')
  const place = { file: '2026-01-print.pdf', page: 6 }
  verdict.check('text/conserved', title, [])
  verdict.check(
    'credits/page',
    `${title}｜韩菲`,
    lost ? [diagnostic('proof/credit-lost', place, { title, text: '韩菲' })] : [],
  )
  const pages = [{ number: 6, folio: '6', article: 'a02' }]
  const artifact = { edition: 'print', file: place.file, sha256: 'ab'.repeat(32), bytes: 2048, pages } as const
  return {
    issue: issue.id,
    tool: 'test',
    artifacts: [artifact],
    checks: verdict.checks,
    diagnostics: verdict.diagnostics,
    copyfit: null,
  }
}

test('proof.json holds every check, passed ones included, and the same bytes each time', () => {
  const json = proofJson(proofOf(true))
  expect(json).toBe(proofJson(proofOf(true)))
  expect(JSON.parse(json)).toEqual({
    issue: '2026-01',
    verdict: 'refused',
    tool: 'test',
    artifacts: [
      {
        edition: 'print',
        file: '2026-01-print.pdf',
        sha256: 'ab'.repeat(32),
        bytes: 2048,
        pages: [{ number: 6, folio: '6', article: 'a02' }],
      },
    ],
    checks: [
      { name: 'text/conserved', edition: 'print', subject: title, outcome: 'passed' },
      {
        name: 'credits/page',
        edition: 'print',
        subject: `${title}｜韩菲`,
        outcome: 'failed',
        because: '“韩菲” is missing where “名字的位置” begins',
      },
    ],
    diagnostics: [
      {
        code: 'proof/credit-lost',
        severity: 'error',
        message: '“韩菲” is missing where “名字的位置” begins',
        hint: 'No credit may be dropped: check that the template prints every author, role and affiliation.',
        facts: { title, text: '韩菲' },
        place: { file: '2026-01-print.pdf', page: 6 },
        printed: { page: 6 },
      },
    ],
  })
})

test('proof.html says in the language of the reader what failed and where, before anything else', () => {
  const zh = proofHtml(proofOf(true), issue, 'zh')
  expect(zh).toContain('<p class="verdict no">不得付印：1 处</p>')
  expect(zh).toContain('《名字的位置》正文起始页缺“韩菲”')
  expect(zh).toContain('2026-01-print.pdf#page=6')
  expect(zh.indexOf('<h2>须处理')).toBeLessThan(zh.indexOf('<h2>文章与署名'))
  const en = proofHtml(proofOf(true), issue, 'en')
  expect(en).toContain('<html lang="en">')
  expect(en).toContain('Not for press: 1 fault')
})

test('proof.html of a whole issue says so and lists every credit with its ticks', () => {
  const page = proofHtml(proofOf(false), issue, 'zh', [{ page: 6, dataUri: 'data:image/jpeg;base64,AAAA' }])
  expect(page).toContain('<p class="verdict ok">可付印</p>')
  expect(page).not.toContain('须处理')
  for (const name of ['沈砚秋', '陆知微（译）', '韩菲', '江城大学出版研究所']) expect(page).toContain(name)
  expect(page).toContain('aria-label="通过"')
  expect(page).toContain('href="data:image/jpeg;base64,AAAA"')
})

test('proof.html needs no other file and lets no text of the issue become markup', () => {
  const hostile: Issue = {
    ...issue,
    articles: issue.articles.map((a) => ({ ...a, title: '<script>alert("1")</script>' })),
  }
  const page = proofHtml(proofOf(true), hostile, 'zh')
  expect(page).not.toContain('<script>')
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')
  expect(page).not.toMatch(/(?:src|href)="(?!data:|#)/)
})

/** Two rules of the page looked at, one of them broken at seven places, and the last page of the first article nearly empty. */
function audited(): Proof {
  const verdict = verdictOn('print')
  const file = '2026-01-print.pdf'
  const where = { page: 6, column: 2, where: 'line' }
  const causes = Array.from({ length: 7 }, (_, i) => {
    const place = { file: 'manuscript/2026-01/02-names.md', line: 10 + i }
    const facts = { ...where, line: i + 1, mark: '，', text: `<b>第 ${i + 1} 行</b>` }
    return diagnostic('typography/line-start', place, facts, [{ file, page: 6 }])
  })
  verdict.check('typography/line-start', file, causes, { places: 120, faults: 7 })
  verdict.check('typography/line-end', file, [], { places: 119, faults: 0 })
  verdict.check('preflight/trim-box', file, [])
  const fit = { first: 4, last: 5, linesLeft: 69, sharesLast: false }
  const copyfit: Copyfit = {
    pages: 8,
    signature: 4,
    filled: 7,
    fillers: 1,
    blanks: 1,
    articles: [
      { ...fit, article: 'a01', title: '把最后一遍读完', linesOnLast: 3, toSavePage: 3 },
      { ...fit, article: 'a02', title, first: 6, last: 6, linesOnLast: 30, toSavePage: null },
    ],
    toSaveSignature: 1,
  }
  // Whether a rule fails a build or only warns is for its code to say; here it fails.
  const checks = verdict.checks.map((check) => (check.faults ? { ...check, outcome: 'failed' as const } : check))
  return { ...proofOf(false), checks, diagnostics: verdict.diagnostics, copyfit }
}

test('proof.json tells how many places were looked at, and how the pages are filled', () => {
  const record = JSON.parse(proofJson(audited()))
  expect(record.checks[0]).toMatchObject({ name: 'typography/line-start', outcome: 'failed', places: 120, faults: 7 })
  expect(record.checks[2]).toEqual({
    name: 'preflight/trim-box',
    edition: 'print',
    subject: '2026-01-print.pdf',
    outcome: 'passed',
  })
  expect(record.copyfit).toEqual(audited().copyfit)
  expect(JSON.parse(proofJson(proofOf(false)))).not.toHaveProperty('copyfit')
})

test('proof.html tells for each rule of the page the places and the faults, with the first of them', () => {
  const page = proofHtml(audited(), issue, 'zh')
  const section = page.slice(page.indexOf('id="typography"'), page.indexOf('class="copyfit"'))
  expect(section).toContain('行首禁则')
  expect(section).toContain('<td class="number warned">7</td>')
  expect(section).toContain('第 6 页第 2 栏')
  expect(section.match(/<li>/g)).toHaveLength(5)
  expect(section).toContain('另有 2 处同此')
  expect(section).toContain('manuscript/2026-01/02-names.md:14')
  expect(section).not.toContain('<b>第')
  // The list of what must be dealt with counts them and leads there.
  const failures = page.slice(page.indexOf('<h2>付印前先看'), page.indexOf('<h2>文章与署名'))
  expect(failures).toContain('<a href="#typography">7 处不合排版规则')
  expect(proofHtml(audited(), issue, 'en')).toContain('No closing mark or stop begins a line')
})

test('proof.html shows the signatures, what would save one, and which article ends short', () => {
  const page = proofHtml(audited(), issue, 'zh')
  const section = page.slice(page.indexOf('class="copyfit"'), page.indexOf('<h2>其余检查'))
  expect(section).toContain('8 页 = 2 帖 × 4 页；实排 7 页，补白 1 页（其中空白 1 页）。减 1 页可少一帖。')
  expect(section).toContain('删 3 行，省下 1 页')
  expect(section.match(/<i class="filler" title="第 7 页">/g)).toHaveLength(1)
  expect(section.match(/<tr class="short">/g)).toHaveLength(1)
  expect(proofHtml(proofOf(false), issue, 'zh')).not.toContain('class="copyfit"')
})

test('what breaks a rule of the page only is to be looked at, and proof.json tells where on paper', () => {
  expect(proofHtml(audited(), issue, 'zh')).toContain('<p class="verdict look">先看这 7 处</p>')
  const record = JSON.parse(proofJson(audited()))
  expect(record.verdict).toBe('look')
  expect(record.diagnostics[0]).toMatchObject({
    severity: 'error',
    look: true,
    printed: { page: 6, column: 2, line: 1 },
  })
})

test('what a waiver allows is not counted as failed anywhere, and told as waived', () => {
  const some = withoutWaived(audited(), (d) => d.place?.line !== 12)
  expect(JSON.parse(proofJson(some))).toMatchObject({ verdict: 'look', checks: [{ faults: 1, waived: 6 }, {}, {}] })
  const whole = withoutWaived(audited(), (d) => d.code === 'typography/line-start')
  const record = JSON.parse(proofJson(whole))
  expect(record).toMatchObject({ verdict: 'press', diagnostics: [] })
  expect(record.checks[0]).toMatchObject({ outcome: 'passed', faults: 0, waived: 7 })
  expect(record.checks[0]).not.toHaveProperty('because')
  const page = proofHtml(whole, issue, 'zh')
  expect(page).toContain('<p class="verdict ok">可付印</p>')
  expect(page).toContain('另豁免 7 处')
  expect(page).not.toContain('class="mark failed"')
})

test('an error of the manuscript refuses the whole, and a draft is never for press', () => {
  const besides = [diagnostic('manuscript/byline-missing', { file: 'manuscript/2026-01/02-names.md', line: 3 })]
  const page = proofHtml({ ...audited(), besides }, issue, 'zh')
  expect(page).toContain('<p class="verdict no">不得付印：8 处</p>')
  expect(page).toContain('manuscript/2026-01/02-names.md:3')
  expect(JSON.parse(proofJson({ ...audited(), besides }))).toMatchObject({ verdict: 'refused', besides: [{}] })
  expect(proofHtml({ ...proofOf(false), draft: true }, issue, 'zh')).toContain('<p class="verdict look">校样</p>')
})
