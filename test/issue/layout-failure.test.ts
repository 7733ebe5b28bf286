/** A text on which the pagination breaks down: planted here, since none is known. */
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { explanation } from '../../scripts/cli/entry.ts'
import { LayoutFailure } from '../../scripts/model/layout-failure.ts'
import { buildIssue } from '../../scripts/pipeline.ts'
import { stockFolder } from './produce.ts'

const planted = `<script>
  const clone = Node.prototype.cloneNode
  Node.prototype.cloneNode = function (deep) {
    if (this.nodeName === 'BLOCKQUOTE') throw new Error('planted')
    return clone.call(this, deep)
  }
</script></head>`

vi.mock('../../scripts/markup/paged.ts', async (original) => {
  const actual = await original<typeof import('../../scripts/markup/paged.ts')>()
  return {
    ...actual,
    layoutPaged: (...given: Parameters<typeof actual.layoutPaged>) => {
      const document = actual.layoutPaged(...given)
      return { ...document, html: document.html.replace('</head>', planted) }
    },
  }
})

let folder: string

beforeAll(async () => {
  folder = await stockFolder()
})
afterAll(() => rm(path.dirname(folder), { recursive: true, force: true }))

const build = (draft: boolean) =>
  buildIssue(folder, {
    editions: ['screen'],
    out: path.join(path.dirname(folder), 'dist'),
    draft,
    locale: 'zh',
    progress: () => {},
    signal: new AbortController().signal,
  })

test('a layout that fails names the article and the line at hand before its stack', async () => {
  const failure = await build(false).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(LayoutFailure)
  const { article } = failure as LayoutFailure
  expect(article).toMatchObject({ title: '墨从哪里来', place: { file: path.join(folder, '02-ink.md') } })
  const { text, code } = explanation(failure, 'zh')
  expect(code).toBe(70)
  expect(text).toMatch(/^.*排《墨从哪里来》时出错（.*02-ink\.md/)
  expect(text).toContain('planted')
  expect(text).toContain('请把以上内容连同所用命令一起报告给维护者')
})

test('a draft shows the other articles, and a page that says so in the place of that one', async () => {
  const outcome = await build(true)
  expect(outcome.delivered).toHaveLength(1)
  const told = outcome.diagnostics.find(({ code }) => code === 'layout/article-failed')
  expect(told).toMatchObject({ facts: { title: '墨从哪里来' } })
  const proof = JSON.parse(await readFile(path.join(path.dirname(outcome.delivered[0]!.path), 'proof.json'), 'utf8'))
  expect(proof.marks).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'layout/article-failed' })]))
})
