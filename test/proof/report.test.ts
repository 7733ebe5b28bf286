/** What the proof writes down, for machines and for an editor. */
import { expect, test } from 'vitest'
import { diagnostic } from '../../scripts/model/diagnostic.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import type { Proof } from '../../scripts/model/proof.ts'
import { proofHtml, proofJson } from '../../scripts/proof/report.ts'
import { verdictOn } from '../../scripts/proof/verdict.ts'
import { stockIssue } from './stock.ts'

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
        facts: { title, text: '韩菲' },
        place: { file: '2026-01-print.pdf', page: 6 },
      },
    ],
  })
})

test('proof.html says in the language of the reader what failed and where, before anything else', () => {
  const zh = proofHtml(proofOf(true), issue, 'zh')
  expect(zh).toContain('1 处未通过')
  expect(zh).toContain('《名字的位置》正文起始页缺“韩菲”')
  expect(zh).toContain('2026-01-print.pdf#page=6')
  expect(zh.indexOf('须处理')).toBeLessThan(zh.indexOf('文章与署名'))
  const en = proofHtml(proofOf(true), issue, 'en')
  expect(en).toContain('<html lang="en">')
  expect(en).toContain('1 check failed')
})

test('proof.html of a whole issue says so and lists every credit with its ticks', () => {
  const page = proofHtml(proofOf(false), issue, 'zh', [{ page: 6, dataUri: 'data:image/jpeg;base64,AAAA' }])
  expect(page).toContain('全部通过')
  expect(page).not.toContain('须处理')
  for (const name of ['沈砚秋', '陆知微（译）', '韩菲', '江城大学出版研究所']) expect(page).toContain(name)
  expect(page).toContain('aria-label="通过"')
  expect(page).toContain('src="data:image/jpeg;base64,AAAA"')
})

test('proof.html needs no other file and lets no text of the issue become markup', () => {
  const hostile: Issue = {
    ...issue,
    articles: issue.articles.map((a) => ({ ...a, title: '<script>alert("1")</script>' })),
  }
  const page = proofHtml(proofOf(true), hostile, 'zh')
  expect(page).not.toContain('<script>')
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')
  expect(page).not.toMatch(/(?:src|href)="(?!data:)/)
})
