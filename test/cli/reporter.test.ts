import { beforeAll, describe, expect, test } from 'vitest'
import { chalk } from 'zx'
import { type Findings, render, summarise } from '../../scripts/cli/reporter.ts'
import { type Code, codes } from '../../scripts/model/codes/index.ts'
import type { CodeRow, Severity } from '../../scripts/model/codes/row.ts'
import type { Copyfit } from '../../scripts/model/copyfit.ts'
import { type Diagnostic, diagnostic, describe as wording } from '../../scripts/model/diagnostic.ts'

const some = (severity: Severity): Code => {
  const found = (Object.entries(codes) as [Code, CodeRow][]).find(([, row]) => row.severity === severity)
  if (!found) throw new Error(`no code of severity ${severity}`)
  return found[0]
}
const error = some('error')
const warning = some('warning')

const findings = (diagnostics: Diagnostic[], rest: Partial<Findings> = {}): Findings => ({
  diagnostics,
  sources: new Map(),
  delivered: [],
  ...rest,
})

beforeAll(() => {
  chalk.level = 0
})

describe('for people', () => {
  test('the caret stands under its character behind full-width ones', () => {
    const line = '茶事 tea，春天'
    const sources = new Map([['a.md', `---\n${line}\n`]])
    const place = { file: 'a.md', line: 2, column: line.indexOf('春') + 1 }
    const { stderr } = render(findings([diagnostic(error, place)], { sources }), 'human', 'en')
    expect(stderr).toContain('  2 │ 茶事 tea，春天\n    │ 　　    　^\n')
  })

  test('a long paragraph is shown around the fault only', () => {
    const line = `${'前'.repeat(300)}误${'后'.repeat(300)}`
    const sources = new Map([['a.md', line]])
    const { stderr } = render(
      findings([diagnostic(error, { file: 'a.md', line: 1, column: 301 })], { sources }),
      'human',
      'zh',
    )
    const [shown = '', caret = ''] = stderr.split('\n').filter((row) => row.includes('│'))
    expect(shown).toMatch(/│ …前+误后+…$/)
    expect(shown.length).toBeLessThan(60)
    expect(shown[caret.indexOf('^')]).toBe('误')
  })

  test('a place without a column shows the line without a caret, a page shows no line', () => {
    const sources = new Map([
      ['a.md', 'text'],
      ['a.pdf', 'text'],
    ])
    const both = [diagnostic(error, { file: 'a.md', line: 1 }), diagnostic(error, { file: 'a.pdf', page: 3 })]
    const { stderr } = render(findings(both, { sources }), 'human', 'en')
    expect(stderr).toContain('  1 │ text\n')
    expect(stderr).not.toContain('^')
    expect(stderr).toContain('a.pdf#page=3  error')
  })

  test('faults come file by file from top to bottom, those without a place last', () => {
    const at = (file: string, line: number) => diagnostic(error, { file, line })
    const { stderr } = render(
      findings([diagnostic(error), at('b.md', 1), at('a.md', 10), at('a.md', 9)]),
      'human',
      'en',
    )
    const places = stderr.split('\n').filter((row) => row.includes(error))
    expect(places.map((row) => row.split(' ')[0])).toEqual(['a.md:9', 'a.md:10', 'b.md:1', 'error'])
  })

  test('related places are named', () => {
    const fault = diagnostic(error, { file: 'a.md', line: 9 }, {}, [{ file: 'a.md', line: 2 }])
    expect(render(findings([fault]), 'human', 'zh').stderr).toContain('另见 a.md:2')
  })

  test('what was made is a table on stdout', () => {
    const { stdout } = render(
      findings([], {
        delivered: [
          { edition: 'print', path: 'dist/x-print.pdf', pages: 64, bytes: 1_234_567, seconds: 4.21 },
          { edition: 'epub', path: 'dist/x.epub', pages: null, bytes: 98_765, seconds: 61 },
        ],
      }),
      'human',
      'en',
    )
    expect(stdout).toBe('dist/x-print.pdf  64 pages  1.2 MB  4.2 s\ndist/x.epub                 99 kB   1:01\n')
  })
})

describe('what is made for the printing house besides', () => {
  const made: Partial<Findings> = {
    delivered: [{ edition: 'print', path: 'dist/x-print.pdf', pages: 32, bytes: 1_234_567, seconds: 4.21 }],
    companions: [
      { kind: 'imposition', path: 'dist/x-print-imposed.pdf', bytes: 2_000_000 },
      { kind: 'cover', path: 'dist/x-cover.pdf', bytes: 98_765 },
      { kind: 'job', path: 'dist/x-job.txt', bytes: 900 },
    ],
  }

  test('follows the editions, named by what it is', () => {
    expect(render(findings([], made), 'human', 'zh').stdout).toBe(
      [
        'dist/x-print.pdf          32 页     1.2 MB  4.2 s',
        'dist/x-print-imposed.pdf  拼大版    2.0 MB',
        'dist/x-cover.pdf          封面展开  99 kB',
        'dist/x-job.txt            工单      900 B\n',
      ].join('\n'),
    )
  })

  test('has as many fields as an edition in the line format', () => {
    const rows = render(findings([], made), 'line', 'en').stdout.slice(0, -1).split('\n')
    expect(rows.map((row) => row.split('\t'))).toEqual([
      ['dist/x-print.pdf', '32', '1234567', '4.2'],
      ['dist/x-print-imposed.pdf', '', '2000000', ''],
      ['dist/x-cover.pdf', '', '98765', ''],
      ['dist/x-job.txt', '', '900', ''],
    ])
  })

  test('stands apart from the editions in json, and not at all where nothing was made', () => {
    const record = JSON.parse(render(findings([], made), 'json', 'en').stdout)
    expect(record.artifacts).toHaveLength(1)
    expect(record.companions).toEqual(made.companions)
    expect(JSON.parse(render(findings([]), 'json', 'en').stdout)).not.toHaveProperty('companions')
  })
})

describe('copyfit', () => {
  const fit = { first: 10, last: 12, linesLeft: 69, toSavePage: 3, linesOnLast: 3, sharesLast: false }
  const copyfit: Copyfit = {
    pages: 28,
    signature: 4,
    filled: 25,
    fillers: 3,
    blanks: 0,
    articles: [{ ...fit, article: 'a03', title: '标点占多少地方' }],
    toSaveSignature: 1,
  }
  const short = diagnostic('copyfit/short-last-page', { file: 'x.pdf', page: 12 }, { title: '甲', page: 12, lines: 3 })

  test('is told in a few lines before the count, and what was noted of it not told twice', () => {
    const { stderr } = render(findings([short], { copyfit }), 'human', 'zh')
    expect(stderr).toBe(
      [
        '28 页 = 7 帖 × 4 页，补白 3 页',
        '《甲》末页（第 12 页）只有 3 行，删 3 行可省一页',
        '减 1 页可少一帖，删 3 行即可：《标点占多少地方》3 行',
        '0 个错误，0 个警告，1 个提示\n',
      ].join('\n'),
    )
  })

  test('is told in English too, and says nothing of a signature that would cost too many lines', () => {
    const long = { ...copyfit, articles: [{ ...fit, article: 'a03', title: '甲', linesOnLast: 60, toSavePage: 60 }] }
    const { stderr } = render(findings([], { copyfit: { ...long, fillers: 0 } }), 'human', 'en')
    expect(stderr).toBe('28 pages = 7 signatures of 4, no fillers\n0 errors, 0 warnings\n')
  })

  test('is whole in json and no part of the line format', () => {
    expect(JSON.parse(render(findings([], { copyfit }), 'json', 'en').stdout).copyfit).toEqual(copyfit)
    expect(render(findings([], { copyfit }), 'line', 'en').stderr).toBe('0 errors, 0 warnings\n')
  })
})

test('line format gives one line per fault and one per artifact, with tabs', () => {
  const { stdout, stderr } = render(
    findings([diagnostic(error, { file: 'a.md', line: 14, column: 7 })], {
      delivered: [{ edition: 'epub', path: 'dist/x.epub', pages: null, bytes: 10, seconds: 1 }],
    }),
    'line',
    'en',
  )
  const message = wording(diagnostic(error), 'en').message
  expect(stderr).toBe(`a.md:14:7: error ${error} ${message.replace(/\s+/g, ' ')}\n1 error, 0 warnings\n`)
  expect(stdout).toBe('dist/x.epub\t\t10\t1.0\n')
})

test('json puts everything into one object on stdout', () => {
  const place = { file: 'a.epub', entry: 'OEBPS/a.xhtml', line: 3 }
  const { stdout, stderr } = render(
    findings([diagnostic(warning, place), diagnostic(error)], { report: '# Report' }),
    'json',
    'en',
  )
  const record = JSON.parse(stdout)
  expect(record).toMatchObject({ errors: 1, warnings: 1, notes: 0, artifacts: [], report: '# Report' })
  expect(record.diagnostics.map((d: { code: string }) => d.code)).toEqual([warning, error])
  expect(record.diagnostics[0]).toMatchObject({ severity: 'warning', place })
  expect(stderr).toBe('1 error, 1 warning\n')
})

test('the closing line counts in the language of the reader', () => {
  expect(summarise([], 'en')).toBe('0 errors, 0 warnings')
  expect(summarise([diagnostic(error), diagnostic(error), diagnostic(warning)], 'en')).toBe('2 errors, 1 warning')
  expect(summarise([diagnostic(error)], 'zh')).toBe('1 个错误，0 个警告')
})

describe('what is to be looked at', () => {
  const look = diagnostic('typography/widow', { file: '02-ink.md', line: 4 })
  const made: Partial<Findings> = {
    release: 'look',
    delivered: [{ edition: 'print', path: 'dist/x-print.pdf', pages: 8, bytes: 10, seconds: 1 }],
  }

  test('is no error in words, and the summary begins with it', () => {
    const zh = render(findings([look], made), 'human', 'zh').stderr
    expect(zh).toContain('02-ink.md:4  须看  typography/widow')
    expect(zh).toContain('\n已交付，但有 1 处须先看，再付印\n0 个错误，1 处须看，0 个警告\n')
    expect(render(findings([look, look], made), 'line', 'en').stderr).toContain(
      'delivered, but 2 places to look at before it goes to press\n0 errors, 2 to look at, 0 warnings\n',
    )
  })

  test('is an error for programs, with a mark of its own', () => {
    const record = JSON.parse(render(findings([look], made), 'json', 'en').stdout)
    expect(record).toMatchObject({ errors: 1, verdict: 'look', toLookAt: 1, diagnostics: [{ look: true }] })
  })

  test('is not said to be delivered where nothing is', () => {
    const { stderr } = render(findings([look, diagnostic(error)], { release: 'refused' }), 'line', 'en')
    expect(stderr).not.toContain('delivered')
    expect(stderr).toContain('1 error, 1 to look at, 0 warnings')
  })
})
