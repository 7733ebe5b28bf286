import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildIssue } from '../../scripts/pipeline.ts'
import { importFile } from '../../scripts/scaffold.ts'
import { spreads } from '../support/spreads.ts'

/** What is said of the finished issue, and its pages. */
const results: Readonly<Record<string, { readonly codes: readonly string[]; readonly pages: number }>> = {
  'an invented spread': { codes: ['manuscript/han-latin-space'], pages: 8 },
  // One title is longer than a line and says nowhere that it may break.
  'a printed spread': { codes: ['manuscript/han-latin-space', 'typography/title-divided'], pages: 12 },
}

describe.each(spreads)('$name', ({ name, file }) => {
  test('imports and, once the facts of the journal are filled in, builds into editions that pass the proof', async () => {
    const work = await mkdtemp(path.join(tmpdir(), 'kanben-spread-'))
    const folder = path.join(work, '2024-06')
    const { diagnostics } = await importFile(file, folder)
    const codes = diagnostics.map((d) => d.code)
    expect(codes[0]).toBe('import/leaked')
    expect(new Set(codes.slice(1))).toEqual(new Set(['import/confirm']))
    const options = {
      editions: ['print', 'screen', 'epub'] as const,
      out: path.join(work, 'dist'),
      draft: false,
      locale: 'zh' as const,
      progress: () => {},
      signal: new AbortController().signal,
    }
    const unfilled = await buildIssue(folder, options)
    expect(new Set(unfilled.diagnostics.map((d) => d.code))).toEqual(
      new Set(['manuscript/placeholder', 'manuscript/han-latin-space', 'import/unconfirmed']),
    )
    expect(unfilled.delivered).toEqual([])

    const manifest = path.join(folder, 'issue.yaml')
    await writeFile(
      manifest,
      (await readFile(manifest, 'utf8'))
        .replace('待填印刷日期', '2024-12-15')
        .replace('待填出版日期', '2024-06-01')
        .replaceAll(/: 待填(\S+)/g, ': （示例）$1'),
    )
    // An editor has looked at everything that importing was not sure of.
    const report = path.join(folder, 'import-report.md')
    await writeFile(report, (await readFile(report, 'utf8')).replaceAll('- [ ]', '- [x]'))
    const built = await buildIssue(folder, options)
    const { codes: said, pages } = results[name]!
    expect(built.diagnostics.map((d) => d.code)).toEqual(said)
    expect(built.delivered.map(({ edition, pages }) => [edition, pages])).toEqual([
      ['print', pages],
      ['screen', pages],
      ['epub', null],
    ])
  })
})
