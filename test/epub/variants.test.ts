import { EpubCheck } from '@likecoin/epubcheck-ts'
import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { beforeAll, describe, expect, test } from 'vitest'
import { rareCharacters } from '../../scripts/markup/epub-rare.ts'
import type { EpubDocument, RareFace } from '../../scripts/model/edition.ts'
import type { Article, EpubNotes, Issue } from '../../scripts/model/issue.ts'
import { writeEpub } from '../../scripts/press/epub/pack.ts'
import { checkEpub } from '../../scripts/proof/epub/check.ts'
import { entriesOf } from './archive.ts'
import { epubDocument, issueFolder, readIssue } from './issue.ts'

let issue: Issue

beforeAll(async () => {
  issue = (await readIssue(issueFolder)).issue
})

const parsed = (xml: string): Document => new DOMParser().parseFromString(xml, 'text/xml')
const all = (from: Document | Element, name: string): Element[] => [...from.getElementsByTagNameNS('*', name)]
const ofRole = (from: Document, role: string): Element[] =>
  all(from, '*').filter((element) => element.getAttribute('role') === role)
const chapterOf = (document: EpubDocument, id: string): Document =>
  parsed(document.chapters.find((one) => one.id === id)!.xhtml)
const metasOf = (document: EpubDocument, property: string): [value: string, refines: string | null][] =>
  all(parsed(document.package), 'meta')
    .filter((meta) => meta.getAttribute('property') === property)
    .map((meta) => [meta.textContent ?? '', meta.getAttribute('refines')])

async function faults(document: EpubDocument): Promise<unknown[]> {
  const bytes = await writeEpub(document)
  const { messages } = await EpubCheck.validate(bytes)
  const { diagnostics } = await checkEpub(bytes, 'x.epub')
  return [...messages.filter(({ severity }) => severity !== 'usage' && severity !== 'info'), ...diagnostics]
}

const withFirst = (changes: Partial<Article>): Issue => {
  const [first, ...others] = issue.articles as readonly [Article, ...Article[]]
  const article = { ...first, ...changes }
  const [section, ...rest] = issue.sections
  const sections = [{ ...section!, articles: [article, ...section!.articles.slice(1)] }, ...rest]
  return { ...issue, articles: [article, ...others], sections }
}

describe('notes', () => {
  const document = (notes: EpubNotes) => epubDocument({ ...issue, epub: { notes } })

  test('as pop-ups are asides that EPUB 3 systems open over the text', async () => {
    const page = chapterOf(await document('popup'), 'a01')
    expect(ofRole(page, 'doc-noteref').map((a) => a.getAttribute('epub:type'))).toEqual(Array(3).fill('noteref'))
    const notes = all(page, 'aside')
    expect(notes.map((note) => note.getAttribute('epub:type'))).toEqual(Array(3).fill('footnote'))
    expect(all(page, 'ol').some((list) => list.getAttribute('class') === 'duokan-footnote-content')).toBe(false)
  })

  test('in the form of 多看 are items of its list, called by links of its class', async () => {
    const page = chapterOf(await document('duokan'), 'a01')
    expect(ofRole(page, 'doc-noteref').map((a) => a.getAttribute('class'))).toEqual(Array(3).fill('duokan-footnote'))
    const list = all(page, 'ol').find((one) => one.getAttribute('class') === 'duokan-footnote-content')!
    expect(all(list, 'li').map((item) => [item.getAttribute('class'), item.getAttribute('id')])).toEqual([
      ['duokan-footnote-item', 'a01-n1'],
      ['duokan-footnote-item', 'a01-n2'],
      ['duokan-footnote-item', 'a01-n3'],
    ])
    expect(all(page, 'aside')).toEqual([])
  })

  test('at the end are plain items that open nowhere else', async () => {
    const page = chapterOf(await document('end'), 'a01')
    expect(ofRole(page, 'doc-noteref').map((a) => a.getAttribute('epub:type'))).toEqual([null, null, null])
    expect(ofRole(page, 'doc-noteref').map((a) => a.getAttribute('href'))).toEqual(['#a01-n1', '#a01-n2', '#a01-n3'])
    expect(all(page, 'aside')).toEqual([])
  })

  test.each<EpubNotes>(['popup', 'duokan', 'end'])(
    'of the form %s are valid, stand last and lead back from their start',
    async (form) => {
      const made = await document(form)
      expect(await faults(made)).toEqual([])
      const page = chapterOf(made, 'a01')
      const [section] = ofRole(page, 'doc-endnotes')
      expect(section!.nextSibling?.nextSibling ?? null).toBeNull()
      const returns = ofRole(page, 'doc-backlink').filter((a) => a.getAttribute('class') === 'mark')
      expect(returns.map((a) => a.getAttribute('href'))).toEqual(['#a01-c1', '#a01-c2', '#a01-c3'])
      for (const back of returns) expect(back.parentNode!.firstChild).toBe(back)
    },
  )
})

describe('conformance', () => {
  test('is claimed only where the manifest claims it, together with who certifies it', async () => {
    const claim = { conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA', certifiedBy: '《纸上》杂志社' }
    const claimed = await epubDocument({ ...issue, epub: { notes: 'popup', conformance: claim } })
    expect(metasOf(claimed, 'dcterms:conformsTo')).toEqual([[claim.conformsTo, null]])
    expect(metasOf(claimed, 'a11y:certifiedBy')).toEqual([[claim.certifiedBy, '#conformance']])
    expect(await faults(claimed)).toEqual([])
    expect((await epubDocument(issue)).package).not.toMatch(/conformsTo|certifiedBy/)
  })
})

describe('a subject', () => {
  test('is every keyword of every article, once', async () => {
    const document = await epubDocument(withFirst({ keywords: ['铅字', '纸张', '铅字'] }))
    expect(all(parsed(document.package), 'subject').map((subject) => subject.textContent)).toEqual(['铅字', '纸张'])
  })
})

describe('a passage in another language', () => {
  const passages = async (reference: string): Promise<string[][]> => {
    const references = [{ number: 1, id: 'a01-r1', text: reference }]
    const page = chapterOf(await epubDocument(withFirst({ references })), 'a01')
    const [list] = ofRole(page, 'doc-bibliography')
    return all(list!, 'span')
      .filter((span) => span.getAttribute('lang'))
      .map((span) => [span.getAttribute('lang')!, span.getAttribute('xml:lang')!, span.textContent ?? ''])
  }

  test('is marked where its language is sure', async () => {
    expect(await passages('KNUTH D E. The art of computer programming[M]. Reading: Addison-Wesley, 1968.')).toEqual([
      ['en', 'en', 'KNUTH D E. The art of computer programming[M]. Reading: Addison-Wesley, 1968.'],
    ])
    expect(await passages('木村. かなの<形>[J]. 印刷, 1990.')).toEqual([['ja', 'ja', 'かなの']])
    expect(await passages('한글 활자 연구[J].')).toEqual([['ko', 'ko', '한글 활자 연구']])
  })

  test('is left alone where it is not', async () => {
    expect(await passages('沈砚秋. 说 PDF/UA 与 EPUB 3 的 aria-label[J]. 2020.')).toEqual([])
    expect(await passages('GENETTE G. Seuils[M]. Paris: Seuil, 1987.')).toEqual([])
  })
})

describe('rare characters', () => {
  const text = '𤩽与𠮷，𤩽'
  const changed = () => withFirst({ subtitle: text, lead: '常用字' })
  // Only what the face has is marked; its glyphs are no matter here.
  const face = (characters: string): RareFace => ({ mediaType: 'font/ttf', data: new Uint8Array(4), characters })

  test('are found once each, and none among common ones', () => {
    expect(rareCharacters(changed())).toBe('𠮷𤩽')
    expect(rareCharacters(issue)).toBe('')
  })

  test('are marked in text and never in attributes, and only those that the face has', async () => {
    const document = await epubDocument(changed(), { rareFaces: [face('𤩽')] })
    const page = chapterOf(document, 'a01')
    const marked = all(page, 'span').filter((span) => span.getAttribute('class') === 'rare')
    expect(marked.map((span) => span.textContent)).toEqual(['𤩽', '𤩽'])
    expect(ofRole(page, 'doc-subtitle')[0]!.textContent).toBe(text)
    const contents = chapterOf(document, 'contents')
    expect(all(contents, 'span').filter((span) => span.getAttribute('class') === 'rare')).toHaveLength(2)
    expect(document.css).toContain('url(fonts/rare.ttf)')
    expect(entriesOf(await writeEpub(document))['OEBPS/fonts/rare.ttf']).toHaveLength(4)
  })

  test('bring no face and no style where there are none', async () => {
    const document = await epubDocument(issue)
    expect(document.css).not.toContain('@font-face')
    expect(document.resources.some(({ href }) => href.startsWith('fonts/'))).toBe(false)
  })
})

describe('pictures that the press has prepared', () => {
  test('take the place of those of the issue', async () => {
    const dot = issue.resources.find(({ mediaType }) => mediaType === 'image/png')!
    const data = Uint8Array.from([...dot.data, 0])
    const prepared = issue.resources.map((resource) => (resource.src === dot.src ? { ...dot, data } : resource))
    const document = await epubDocument(issue, { pictures: prepared })
    const figures = document.resources.filter(({ mediaType }) => mediaType === 'image/png').slice(1)
    expect(figures.map((figure) => figure.data)).toEqual([data])
  })
})
