import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Artifact } from '../../scripts/model/artifact.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import { prove } from '../../scripts/proof/prove.ts'
import { finished, issueOf, laidOut, stockFolder } from './produce.ts'

let issue: Issue
let whole: readonly Artifact[]

beforeAll(async () => {
  issue = await issueOf(await stockFolder())
  whole = await finished(issue, await laidOut(issue))
})

const only = (artifacts: readonly Artifact[], edition: Artifact['edition']) =>
  artifacts.filter((artifact) => artifact.edition === edition)

/** Rewrites the entries of the EPUB whose names match; the archive stays a valid one. */
function rewriteEpub(name: RegExp, change: (text: string) => string): Artifact[] {
  const [epub] = only(whole, 'epub')
  const entries = unzipSync(epub!.bytes)
  let changed = 0
  for (const [entry, bytes] of Object.entries(entries)) {
    if (!name.test(entry)) continue
    const before = strFromU8(bytes)
    const after = change(before)
    if (after !== before) changed++
    entries[entry] = strToU8(after)
  }
  expect(changed).toBeGreaterThan(0)
  const { mimetype, ...rest } = entries
  return [{ ...epub!, bytes: zipSync({ mimetype: [mimetype!, { level: 0 }], ...rest }) }]
}

test('the whole issue passes every check of every edition', async () => {
  const proof = await prove(issue, whole, 'test')
  expect(proof.diagnostics).toEqual([])
  expect(proof.checks.filter((check) => check.outcome === 'failed')).toEqual([])
  expect(new Set(proof.checks.map((check) => check.edition))).toEqual(new Set(['print', 'screen', 'epub']))
  expect(proof.checks.length).toBeGreaterThan(60)
})

describe('a tampered EPUB fails', () => {
  test('where a byline is dropped from the article', async () => {
    const { name } = issue.articles[0]!.byline[0]!
    const tampered = rewriteEpub(/a01.*\.xhtml$/, (text) => text.replaceAll(name, ''))
    const { diagnostics } = await prove(issue, tampered, 'test')
    expect(diagnostics.map((d) => d.code)).toContain('proof/credit-lost')
    expect(JSON.stringify(diagnostics)).toContain(name)
  })

  test('where an author is dropped from the package', async () => {
    const { name } = issue.articles[1]!.byline[0]!
    const tampered = rewriteEpub(/\.opf$/, (text) => text.replaceAll(name, '无名氏'))
    const { checks } = await prove(issue, tampered, 'test')
    const failed = checks.filter((check) => check.outcome === 'failed').map((check) => check.name)
    expect(failed).toContain('credits/metadata')
  })

  test('where one character of the text is changed', async () => {
    const tampered = rewriteEpub(/a02.*\.xhtml$/, (text) => text.replace(/。<\/p>/, '！</p>'))
    const { diagnostics } = await prove(issue, tampered, 'test')
    expect(diagnostics.some((d) => d.code.startsWith('proof/text-'))).toBe(true)
  })
})

describe('a print run fails', () => {
  test('where a paragraph was cut from the HTML before printing, and the failure names article and words', async () => {
    const cut = /<p data-block="\d+">((?:(?!<p|<\/p>).){30,}?)<\/p>/s
    let lost = ''
    const printed = await laidOut(issue, (document) => ({
      ...document,
      html: document.html.replace(cut, (_, text: string) => {
        lost = text.replace(/<[^>]*>/g, '')
        return ''
      }),
    }))
    expect(lost.length).toBeGreaterThan(20)
    const { diagnostics } = await prove(issue, only(await finished(issue, printed), 'print'), 'test')
    const found = diagnostics.find(
      (d) => d.code === 'proof/text-lost' && String(d.facts.text).startsWith(lost.slice(0, 5)),
    )
    expect(found?.facts.title).toBe(issue.articles[0]!.title)
  })

  test('where the folios are changed', async () => {
    const printed = await laidOut(issue, (document) => ({
      ...document,
      css: document.css.replaceAll('content: counter(page);', 'content: "7";'),
    }))
    const { diagnostics } = await prove(issue, only(await finished(issue, printed), 'screen'), 'test')
    expect(diagnostics.map((d) => d.code)).toContain('proof/folio-wrong')
  })

  test('where an author is missing from the contents', async () => {
    const { name } = issue.articles[0]!.byline[0]!
    const printed = await laidOut(issue, (document) => {
      const at = document.html.indexOf('<section class="contents ')
      return { ...document, html: document.html.slice(0, at) + document.html.slice(at).replace(name, '') }
    })
    const { checks } = await prove(issue, only(await finished(issue, printed), 'print'), 'test')
    const failed = checks.filter((check) => check.outcome === 'failed')
    expect(failed.some((check) => check.name === 'credits/contents' && check.subject.includes(name))).toBe(true)
  })
})
