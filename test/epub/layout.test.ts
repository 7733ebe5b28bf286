import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { beforeAll, describe, expect, test } from 'vitest'
import { licenceUrl } from '../../scripts/markup/epub-package.ts'
import { fileAs } from '../../scripts/markup/epub-people.ts'
import { hasErrors } from '../../scripts/model/diagnostic.ts'
import type { EpubDocument } from '../../scripts/model/edition.ts'
import { uuid5, uuidOf } from '../../scripts/model/identifier.ts'
import type { Article, Issue } from '../../scripts/model/issue.ts'
import { epubDocument, issueFolder, readIssue } from './issue.ts'

let issue: Issue
let document: EpubDocument

beforeAll(async () => {
  const read = await readIssue(issueFolder)
  expect(hasErrors(read.diagnostics)).toBe(false)
  issue = read.issue
  document = await epubDocument(issue)
})

const parsed = (xml: string): Document => new DOMParser().parseFromString(xml, 'text/xml')
const all = (from: Document | Element, name: string): Element[] => [...from.getElementsByTagNameNS('*', name)]
const ofClass = (from: Document | Element, name: string): Element[] =>
  all(from, '*').filter((element) => (element.getAttribute('class') ?? '').split(' ').includes(name))
const text = (element: Element | undefined): string => element?.textContent ?? ''
const solid = (value: string): string => value.replace(/\s+/g, '')
const byId = (from: Document, id: string): Element | undefined =>
  all(from, '*').find((element) => element.getAttribute('id') === id)
const credits = (page: Document): Element[] => ofClass(ofClass(page, 'byline')[0]!, 'credit')
const chapter = (id: string): Document => parsed(document.chapters.find((one) => one.id === id)!.xhtml)

describe('a chapter', () => {
  test('stands in the spine in printed order between the front matter and the colophon', () => {
    expect(document.chapters.map(({ href }) => href)).toEqual([
      'cover.xhtml',
      'masthead.xhtml',
      'contents.xhtml',
      'a01.xhtml',
      'a02.xhtml',
      'a03.xhtml',
      'colophon.xhtml',
    ])
    const opf = parsed(document.package)
    expect(all(opf, 'itemref').map((ref) => ref.getAttribute('idref'))).toEqual(document.chapters.map(({ id }) => id))
  })

  test('names its section, title, subtitle, credits and affiliations as the issue does', () => {
    for (const [i, article] of issue.articles.entries()) {
      const page = chapter(article.id)
      expect(solid(text(byId(page, `${article.id}-title`)))).toBe(solid(article.title))
      expect(text(byId(page, `${article.id}-section`))).toBe(
        issue.sections.find(({ articles }) => articles.includes(article))?.name,
      )
      const names = credits(page).map((credit) => text(ofClass(credit, 'name')[0]))
      expect(names).toEqual(article.byline.map(({ name }) => name))
      const roles = credits(page).map((credit) => text(ofClass(credit, 'role')[0]))
      expect(roles).toEqual(article.byline.map(({ roleLabel }) => roleLabel))
      const affiliations = all(ofClass(page, 'affiliations')[0]!, 'li').map((one) => text(one).replace(/^\d+ /, ''))
      expect(affiliations, `article ${i}`).toEqual(article.affiliations)
    }
  })

  test('ties names to affiliations by marks only where there is more than one', () => {
    const marks = (id: string) => credits(chapter(id)).map((credit) => text(all(credit, 'sup')[0]))
    expect(marks('a01')).toEqual(['1,2', '2', '3', '1'])
    expect(marks('a03')).toEqual([''])
  })

  test('carries lead, abstract, keywords, facts and biographies', () => {
    const page = chapter('a01')
    const [article] = issue.articles as readonly [Article]
    expect(text(ofClass(page, 'lead')[0])).toBe(article.lead)
    expect(text(ofClass(page, 'abstract')[0])).toContain(article.abstract)
    expect(text(ofClass(page, 'keywords')[0])).toBe('关键词　铅字；纸张；A&B')
    const facts = ofClass(page, 'facts')[0]!
    expect(all(facts, 'dt').map(text)).toEqual(article.facts.map(({ label }) => label))
    expect(all(facts, 'dd').map(text)).toEqual(article.facts.map(({ value }) => value))
    expect(all(facts, 'a').map((a) => a.getAttribute('href'))).toEqual([
      'https://doi.org/10.5555/zs.2026.03.001',
      'https://creativecommons.org/licenses/by/4.0/',
    ])
    expect(solid(text(ofClass(page, 'bios')[0]))).toBe('沈砚秋，研究纸与字。shen@example.orgORCID0000-0002-1825-0097')
  })

  test('lets a title break only where a space stands between Han', async () => {
    const retitled = { ...issue.articles[1]!, title: '把一个字 放到 PDF 里', titleWithBreaks: '把一个字 放到 PDF 里' }
    const changed = await epubDocument({
      ...issue,
      articles: [issue.articles[0]!, retitled, issue.articles[2]!],
      sections: [{ ...issue.sections[0]!, articles: [issue.articles[0]!, retitled] }, issue.sections[1]!],
    })
    const page = parsed(changed.chapters.find(({ id }) => id === 'a02')!.xhtml)
    expect(ofClass(page, 'sense').map(text)).toEqual(['把一个字', '放到 PDF 里'])
    expect(text(byId(page, 'a02-title'))).toBe('把一个字　放到 PDF 里')
  })
})

describe('a body', () => {
  test('gives every construct of the manuscript its element', () => {
    const page = chapter('a01')
    expect(all(page, 'h3').map(text)).toEqual(['（一）小题'])
    expect(all(page, 'strong').map(text)).toEqual(['黑体强调'])
    expect(all(page, 'em').map((em) => [text(em), em.getAttribute('class')])).toEqual([
      ['着重的字', 'dots'],
      ['Latin emphasis', null],
      ['着重', 'dots'],
    ])
    expect(all(page, 'code').map(text)).toEqual(['a < b && c', 'if (a < b) print("&amp;")\n'])
    expect(all(page, 'ol').map((list) => list.getAttribute('start'))).toEqual([null, '4'])
    expect(all(page, 'dt').map(text)).toContain('字模')
    expect(all(page, 'br')).toHaveLength(1)
    expect(all(page, 'hr')).toHaveLength(1)
    expect(text(ofClass(all(page, 'blockquote')[0]!, 'attribution')[0])).toBe('——《印书谱》')
  })

  test('keeps ruby readable where it is not understood, and tells pinyin from other annotations', () => {
    const [pinyin, borrowed] = all(chapter('a01'), 'ruby')
    expect(text(pinyin)).toBe('刊（kān）本（běn）')
    expect(all(pinyin!, 'rt').map((rt) => rt.getAttribute('lang'))).toEqual(['zh-Latn-pinyin', 'zh-Latn-pinyin'])
    expect(all(borrowed!, 'rt').map((rt) => rt.getAttribute('lang'))).toEqual([null])
  })

  test('numbers tables and figures with captions, scopes headers and lets a wide table scroll', () => {
    const page = chapter('a01')
    const [table, plain] = all(page, 'table')
    expect(solid(text(all(table!, 'caption')[0]))).toBe('表1三家印坊的“字”数<册>')
    expect(all(table!, 'th').map((th) => th.getAttribute('scope'))).toEqual(['col', 'col', 'col'])
    expect(all(table!, 'td').map((td) => td.getAttribute('class'))[1]).toBe('right')
    expect(all(plain!, 'th').map(text)).toEqual(['无题之表'])
    const wrapper = table!.parentNode as Element
    expect([wrapper.getAttribute('role'), wrapper.getAttribute('tabindex')]).toEqual(['region', '0'])
    expect(byId(page, wrapper.getAttribute('aria-labelledby')!)?.localName).toBe('caption')
    const [figure, ornament] = all(page, 'figure')
    expect(solid(text(figure))).toBe('图1铅字<侧面>绘图：墨小楼')
    expect(all(figure!, 'img')[0]!.getAttribute('alt')).toBe('一枚铅字的侧面，字面朝上')
    expect(all(ornament!, 'img')[0]!.getAttribute('role')).toBe('presentation')
  })

  test('sets verse line by line, stanza by stanza', () => {
    const verse = ofClass(chapter('a02'), 'verse')[0]!
    expect(ofClass(verse, 'stanza').map((stanza) => all(stanza, 'p').length)).toEqual([2, 1])
    expect(text(ofClass(verse, 'attribution')[0])).toBe('——无名氏《行》')
  })

  test('leads from one article to another and out to the web', () => {
    const links = (id: string) => all(ofClass(chapter(id), 'body')[0]!, 'a').map((a) => a.getAttribute('href'))
    expect(links('a01')).toContain('a02.xhtml#a02')
    expect(links('a01')).toContain('https://www.w3.org/TR/epub-33/?a=1&b=2')
    expect(links('a02')).toEqual(['a01.xhtml#a01'])
  })

  test('escapes what means something in XML and drops what XML forbids', async () => {
    const title = 'a\u0000\u000b<b> & "c" \uD800尾\uFFFE'
    const article: Article = { ...issue.articles[2]!, title, titleWithBreaks: title }
    const changed = await epubDocument({
      ...issue,
      articles: [article],
      sections: [{ ...issue.sections[1]!, articles: [article] }],
    })
    const xhtml = changed.chapters.find(({ id }) => id === 'a03')!.xhtml
    expect(text(byId(parsed(xhtml), 'a03-title'))).toBe('a<b> & "c" 尾')
    expect(all(parsed(changed.package), 'meta').map(text)).toContain('a<b> & "c" 尾')
    expect(all(parsed(changed.ncx), 'text').map(text)).toContain('a<b> & "c" 尾')
  })
})

describe('a note', () => {
  test('stands at the end of its article and returns, at its start, to its call', () => {
    for (const article of issue.articles) {
      const page = chapter(article.id)
      const calls = all(page, 'a').filter((a) => a.getAttribute('role') === 'doc-noteref')
      const notes = all(page, 'aside')
      expect(notes.map((note) => note.getAttribute('id'))).toEqual(article.notes.map(({ id }) => id))
      expect(calls.map((call) => call.getAttribute('href'))).toEqual(article.notes.map(({ id }) => `#${id}`))
      for (const [i, note] of notes.entries()) {
        const first = all(note, '*')[1]!
        expect(first.getAttribute('role')).toBe('doc-backlink')
        expect(first.getAttribute('href')).toBe(`#${calls[i]!.getAttribute('id')}`)
        expect(first.parentNode?.firstChild).toBe(first)
      }
    }
  })

  test('keeps all of its paragraphs', () => {
    const note = byId(chapter('a01'), 'a01-n2')!
    expect(all(note, 'p').map(text)).toEqual(['[2] 注文二的第一段。', '注文二的第二段，有着重。'])
  })
})

describe('the navigation', () => {
  const entries = (list: Element): unknown[] =>
    [...list.childNodes]
      .filter((node): node is Element => node.nodeName === 'li')
      .map((li) => {
        const [a, ol] = [...li.childNodes].filter((node): node is Element => node.nodeType === 1)
        const own = [text(a), a!.getAttribute('href')]
        return ol ? [...own, entries(ol)] : own
      })

  test('lists section, article and headings, three levels deep', () => {
    const toc = all(parsed(document.navigation), 'nav')[0]!
    expect(entries(all(toc, 'ol')[0]!)).toEqual([
      ['刊头', 'masthead.xhtml'],
      ['目次', 'contents.xhtml'],
      [
        '专题：字 & 纸',
        'a01.xhtml#a01-section',
        [
          [
            '铅字 & “纸”的<边界> 一个 A/B 问题',
            'a01.xhtml#a01-title',
            [
              ['一、字的来历', 'a01.xhtml#a01-h1'],
              ['表与图', 'a01.xhtml#a01-h3'],
            ],
          ],
          ['行', 'a02.xhtml#a02-title'],
        ],
      ],
      ['笔谈', 'a03.xhtml#a03-section', [['编后', 'a03.xhtml#a03-title', [['致谢', 'a03.xhtml#a03-h1']]]]],
      ['版权页', 'colophon.xhtml'],
    ])
  })

  test('says the same in the NCX for older systems', () => {
    const hrefs = (xml: string, name: string, attribute: string) =>
      all(parsed(xml), name).map((element) => element.getAttribute(attribute))
    const toc = all(all(parsed(document.navigation), 'nav')[0]!, 'a').map((a) => a.getAttribute('href'))
    expect(hrefs(document.ncx, 'content', 'src')).toEqual(toc)
  })

  test('marks cover, contents and the beginning of the text', () => {
    const landmarks = all(all(parsed(document.navigation), 'nav')[1]!, 'a')
    expect(landmarks.map((a) => [a.getAttribute('epub:type'), a.getAttribute('href')])).toEqual([
      ['cover', 'cover.xhtml'],
      ['toc', 'contents.xhtml'],
      ['bodymatter', 'a01.xhtml'],
    ])
  })

  test('is doubled by a contents page with every author', () => {
    const page = chapter('contents')
    expect(text(all(page, 'h1')[0])).toBe('目次')
    expect(ofClass(page, 'authors').map((line) => all(line, 'span').map(text))).toEqual([
      ['沈砚秋', '欧阳解', "Ann O'Neil", '吕绿 译'],
      ['沈砚秋 译'],
      ['陆知微'],
    ])
  })
})

describe('the package', () => {
  const metas = () =>
    all(parsed(document.package), 'meta').map((meta) => ({
      refines: meta.getAttribute('refines') ?? '',
      property: meta.getAttribute('property') ?? '',
      value: text(meta),
    }))
  const refinements = (id: string | null, property: string) =>
    metas()
      .filter((meta) => meta.refines === `#${id}` && meta.property === property)
      .map(({ value }) => value)
  const people = (name: 'creator' | 'contributor') =>
    all(parsed(document.package), name).map((person) => {
      const id = person.getAttribute('id')
      return [text(person), refinements(id, 'role').join(' '), refinements(id, 'file-as').join()]
    })

  test('names the chief editor as its creator and everybody else with his role', () => {
    expect(people('creator')).toEqual([['沈砚秋', 'edt', 'Shen, Yanqiu']])
    expect(people('contributor')).toEqual([
      ['陆知微', 'edt', ''],
      ['欧阳解', 'edt', 'Ouyang, Jie'],
      ['墨小楼', 'bkd', ''],
      ['何一字', 'pfr', ''],
      ['沈砚秋', 'aut trl', 'Shen, Yanqiu'],
      ['欧阳解', 'aut', 'Ouyang, Jie'],
      ["Ann O'Neil", 'aut', ''],
      ['吕绿', 'trl', 'Lü, Lü'],
      ['陆知微', 'aut', ''],
    ])
  })

  test('names the issuing body where there is no editor', async () => {
    const changed = await epubDocument({ ...issue, journal: { ...issue.journal, editors: [] } })
    const opf = parsed(changed.package)
    expect(all(opf, 'creator').map(text)).toEqual(['《纸上》杂志社'])
  })

  test('ties title, authors, DOI and licence to each article', () => {
    expect(refinements('a01', 'dcterms:title')).toEqual([issue.articles[0]!.title])
    expect(refinements('a01', 'dcterms:creator')).toEqual(['沈砚秋', '欧阳解', "Ann O'Neil"])
    expect(refinements('a01', 'dcterms:contributor')).toEqual(['吕绿'])
    expect(refinements('a01', 'dcterms:identifier')).toEqual(['https://doi.org/10.5555/zs.2026.03.001'])
    expect(refinements('a01', 'dcterms:rights')).toEqual(['CC BY 4.0'])
    expect(refinements('a02', 'dcterms:contributor')).toEqual(['沈砚秋'])
  })

  test('places the issue in its series by the serial number and names the ISSN there', () => {
    expect(refinements('journal', 'collection-type')).toEqual(['series'])
    expect(refinements('journal', 'group-position')).toEqual(['27'])
    expect(refinements('journal', 'dcterms:identifier')).toEqual(['urn:issn:2096-1235', 'CN 11-1234/G2'])
    expect(refinements('journal', 'schema:issn')).toEqual(['2096-1235'])
    expect(refinements('journal', 'alternate-script')).toEqual(['ZHI SHANG'])
  })

  test('carries the date of the issue and no other', () => {
    expect(document.modified).toBe('2026-05-15T00:00:00Z')
    expect(metas().find(({ property }) => property === 'dcterms:modified')?.value).toBe('2026-05-15T00:00:00Z')
    expect(text(all(parsed(document.package), 'date')[0])).toBe('2026-05-15')
  })

  test('has the same identifier for the same issue, and another for the next', async () => {
    const again = await epubDocument(issue)
    const next = await epubDocument({ ...issue, numbering: { ...issue.numbering, number: '4' } })
    expect(document.identifier).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(again.identifier).toBe(document.identifier)
    expect(next.identifier).not.toBe(document.identifier)
    expect(text(all(parsed(document.package), 'identifier')[0])).toBe(document.identifier)
  })

  test('says what the issue is about, what it may be used for and how it can be read', () => {
    const opf = parsed(document.package)
    expect(text(all(opf, 'description')[0])).toContain('一字之差 & 其他')
    for (const { title } of issue.articles) expect(text(all(opf, 'description')[0])).toContain(title)
    expect(all(opf, 'link').map((link) => link.getAttribute('href'))).toEqual([
      'https://creativecommons.org/licenses/by-nc/4.0/',
    ])
    const features = metas().filter(({ property }) => property === 'schema:accessibilityFeature')
    expect(features.map(({ value }) => value)).toEqual([
      'tableOfContents',
      'readingOrder',
      'structuralNavigation',
      'displayTransformability',
      'ARIA',
      'alternativeText',
      'rubyAnnotations',
    ])
  })

  test('claims neither pictures nor ruby where there are none', async () => {
    const [, , last] = issue.articles as readonly [Article, Article, Article]
    const changed = await epubDocument({
      ...issue,
      articles: [last],
      sections: [{ ...issue.sections[1]!, articles: [last] }],
    })
    expect(changed.package).not.toMatch(/alternativeText|rubyAnnotations|>visual</)
    expect(changed.resources.map(({ mediaType }) => mediaType)).toEqual(['image/png'])
  })
})

describe('facts in standard forms', () => {
  test('a version 5 UUID is the one of the RFC', () => {
    // As Python's uuid module has it for the URL name space.
    expect(uuid5('https://example.org/')).toBe('527dda32-a0de-5105-a042-cb475b5f7d11')
  })

  test('an issue and each of its PDFs have one of their own, which another number does not share', () => {
    const next: Issue = { ...issue, numbering: { ...issue.numbering, number: '2' } }
    const all = [issue, next].flatMap((of) => [uuidOf(of), uuidOf(of, 'print'), uuidOf(of, 'screen')])
    expect(new Set(all).size).toBe(6)
    for (const uuid of all) expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })

  test('pinyin is filed by surname, without tone marks', () => {
    expect(fileAs('Shěn Yànqiū')).toBe('Shen, Yanqiu')
    expect(fileAs('Ouyang Si')).toBe('Ouyang, Si')
    expect(fileAs('Lǚ Lǜ')).toBe('Lü, Lü')
    expect(fileAs('Luxun')).toBe('Luxun')
    expect(fileAs('Shen, Yanqiu')).toBe('Shen, Yanqiu')
  })

  test('only licences of Creative Commons have a known address', () => {
    expect(licenceUrl('CC BY 4.0')).toBe('https://creativecommons.org/licenses/by/4.0/')
    expect(licenceUrl('CC BY-NC-ND 3.0')).toBe('https://creativecommons.org/licenses/by-nc-nd/3.0/')
    expect(licenceUrl('CC0 1.0')).toBe('https://creativecommons.org/publicdomain/zero/1.0/')
    expect(licenceUrl('版权所有')).toBe('')
    expect(licenceUrl(undefined)).toBe('')
  })
})
