/** Real pages, printed by the real browser, whole and tampered with: the proof passes the one and names the fault in the other. */
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Artifact } from '../../../scripts/model/artifact.ts'
import type { Issue } from '../../../scripts/model/issue.ts'
import { formatPlace } from '../../../scripts/model/place.ts'
import type { Proof } from '../../../scripts/model/proof.ts'
import { launchBrowser } from '../../../scripts/press/browser/browser.ts'
import { prove } from '../../../scripts/proof/prove.ts'
import { printSheets, sheetsOf } from '../sheets.ts'
import { long, stockIssue } from '../stock.ts'

const issue = stockIssue()
const title = '把最后一遍读完 校样与成品之间'
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** These pages are written by hand, so what the audit says of their setting is left out here; it has tests of its own. */
async function proveFiles(of: Issue, artifacts: readonly Artifact[]): Promise<Proof> {
  const proof = await prove(of, artifacts, 'test')
  return {
    ...proof,
    checks: proof.checks.filter(({ name }) => !name.startsWith('typography/')),
    diagnostics: proof.diagnostics.filter(({ code }) => !code.startsWith('typography/')),
  }
}

/** Prints the issue after one change of its pages and proves the result. */
const proveWith = async (change: (sheets: string[]) => readonly string[]): Promise<Proof> =>
  proveFiles(issue, [await printSheets(browser, issue, change(sheetsOf(issue)))])

/** Changes exactly one place of one page (counted from 1). */
const replace = (page: number, from: string, to: string) => (sheets: string[]) => {
  const at = sheets[page - 1]!
  expect(at.split(from)).toHaveLength(2)
  return sheets.with(
    page - 1,
    at.replace(from, () => to),
  )
}

const failed = (proof: Proof): string[] =>
  proof.checks.filter((c) => c.outcome === 'failed').map((c) => `${c.name} ${c.subject}`)
const faults = (proof: Proof): string[] =>
  proof.diagnostics.map((d) => `${d.code} ${d.place ? formatPlace(d.place) : ''}`)
const factsOf = (proof: Proof, code: string) => proof.diagnostics.find((d) => d.code === code)?.facts

describe('the whole issue', () => {
  let proof: Proof
  beforeAll(async () => {
    proof = await proveWith((sheets) => sheets)
  })

  test('passes every check', () => {
    expect(proof.diagnostics).toEqual([])
    expect(new Set(proof.checks.map((c) => c.outcome))).toEqual(new Set(['passed']))
  })

  test('is checked article by article and credit by credit', () => {
    const names = proof.checks.map((c) => `${c.name} ${c.subject}`)
    for (const check of ['credits/page', 'credits/contents', 'credits/metadata']) {
      expect(names).toContain(`${check} ${title}｜沈砚秋`)
      expect(names).toContain(`${check} ${title}｜陆知微（译）`)
      expect(names).toContain(`${check} 名字的位置｜韩菲`)
    }
    expect(names).toContain(`credits/page ${title}｜刊本编辑部`)
    expect(names).toContain(`text/conserved ${title}`)
    expect(names).toContain('credits/masthead 责任编辑 许南')
  })

  test('gives the pages with their folios and articles', () => {
    expect(proof.artifacts[0]!.pages).toEqual([
      { number: 1, folio: null, article: null },
      { number: 2, folio: '2', article: null },
      { number: 3, folio: '3', article: null },
      { number: 4, folio: '4', article: 'a01' },
      { number: 5, folio: '5', article: 'a01' },
      { number: 6, folio: '6', article: 'a02' },
      { number: 7, folio: null, article: null },
      { number: 8, folio: null, article: null },
    ])
  })
})

describe('words', () => {
  test('a paragraph cut out is named by its first words, its page and its line in the manuscript', async () => {
    const proof = await proveWith(replace(5, '<p>这一段是全文的末段，写来只为收束。</p>', ''))
    expect(failed(proof)).toEqual([`text/conserved ${title}`])
    expect(faults(proof)).toEqual(['proof/text-lost 2026-01-print.pdf#page=5'])
    expect(factsOf(proof, 'proof/text-lost')).toMatchObject({
      text: '这一段是全文的末段，写来只为收束。',
      count: 17,
      before: expect.stringMatching(/对过。$/),
    })
    const source = proof.diagnostics[0]!.related![0]!
    expect(source.file).toBe('manuscript/2026-01/01-proof.md')
    expect(source.line).toBe(issue.articles[0]!.body.findLast((t) => t.type === 'inline')!.map![0])
  })

  test('one dropped character is found', async () => {
    const proof = await proveWith(replace(4, '意思在前几遍里早已读熟', '意思在前几遍里已读熟'))
    expect(faults(proof)).toEqual(['proof/text-lost 2026-01-print.pdf#page=4'])
    expect(factsOf(proof, 'proof/text-lost')).toMatchObject({
      text: '早',
      count: 1,
      before: expect.stringMatching(/前几遍里$/),
    })
  })

  test('one doubled character is found', async () => {
    const proof = await proveWith(replace(4, '排字师傅就要', '排字师师傅就要'))
    expect(faults(proof)).toEqual(['proof/text-doubled 2026-01-print.pdf#page=4'])
    expect(factsOf(proof, 'proof/text-doubled')).toMatchObject({ text: '师', count: 1 })
  })

  test('one changed character is found', async () => {
    const proof = await proveWith(replace(6, '晚近的习惯', '晚近的习贯'))
    expect(faults(proof)).toEqual(['proof/text-altered 2026-01-print.pdf#page=6'])
    expect(factsOf(proof, 'proof/text-altered')).toMatchObject({ title: '名字的位置', text: '惯', instead: '贯' })
  })

  test('a radical in the place of its character is another character', async () => {
    const proof = await proveWith(replace(6, '是晚近', '是⼀近'))
    expect(factsOf(proof, 'proof/text-altered')).toMatchObject({ text: '晚', instead: '⼀' })
  })

  test('two paragraphs in the wrong order are told as moved, not as lost', async () => {
    const last = '<p>这一段是全文的末段，写来只为收束。</p>'
    const proof = await proveWith((sheets) => {
      const page = sheets[4]!.replace(last, '').replace('<p class="narrow">', `${last}<p class="narrow">`)
      return sheets.with(4, page)
    })
    expect(faults(proof)).toEqual(['proof/text-moved 2026-01-print.pdf#page=5'])
    expect(factsOf(proof, 'proof/text-moved')).toMatchObject({ text: '这一段是全文的末段，写来只为收束。' })
  })

  test('a paragraph printed twice is told as doubled', async () => {
    const last = '<p>这一段是全文的末段，写来只为收束。</p>'
    const proof = await proveWith(replace(5, last, last + last))
    expect(faults(proof)).toEqual(['proof/text-doubled 2026-01-print.pdf#page=5'])
  })

  test('words that nobody wrote are told as foreign', async () => {
    const proof = await proveWith(replace(6, '（作者单位', '（本文有删节）（作者单位'))
    expect(faults(proof)).toEqual(['proof/text-foreign 2026-01-print.pdf#page=6'])
    expect(factsOf(proof, 'proof/text-foreign')).toMatchObject({ text: '（本文有删节）' })
  })

  test('text swallowed at the turn of a page is found', async () => {
    const proof = await proveWith(replace(5, long[2]!.slice(30), long[2]!.slice(35)))
    expect(factsOf(proof, 'proof/text-lost')).toMatchObject({ text: long[2]!.slice(30, 35), count: 5 })
  })

  test('a lost note is told as lost words and as a count that differs', async () => {
    const proof = await proveWith(replace(4, '<p><b>1</b> 此法见于旧时排字房，俗称“盖读”。</p>', ''))
    expect(faults(proof)).toEqual([
      'proof/text-lost 2026-01-print.pdf#page=4',
      'proof/count-differs 2026-01-print.pdf#page=4',
    ])
    expect(factsOf(proof, 'proof/text-lost')).toMatchObject({ text: '1此法见于旧时排字房，俗称“盖读”。' })
    expect(factsOf(proof, 'proof/count-differs')).toMatchObject({ kind: 'notes', expected: 2, found: 1 })
  })

  test('the end of a note lost on the next page is found', async () => {
    const proof = await proveWith(
      replace(5, '<p>变成部首，看去一样，其实不是同一个字。</p>', '<p>变成部首，看去一样。</p>'),
    )
    expect(factsOf(proof, 'proof/text-lost')).toMatchObject({ text: '，其实不是同一个字' })
  })

  test('a lost note call is found', async () => {
    const proof = await proveWith(replace(4, '年代<sup>2</sup>', '年代'))
    expect(factsOf(proof, 'proof/text-lost')).toMatchObject({ text: '2', before: expect.stringMatching(/并行的年代$/) })
  })

  test('a lost ruby annotation is found', async () => {
    const proof = await proveWith(replace(4, '<rt>kān běn</rt>', '<rt></rt>'))
    expect(factsOf(proof, 'proof/text-lost')).toMatchObject({ text: 'kānběn' })
  })

  test('a lost table cell and a lost figure credit are found', async () => {
    expect(factsOf(await proveWith(replace(5, '<td>四十一处</td>', '<td></td>')), 'proof/text-lost')).toMatchObject({
      text: '四十一处',
    })
    expect(factsOf(await proveWith(replace(5, '<br>绘图：沈墨', '')), 'proof/text-lost')).toMatchObject({
      text: '绘图：沈墨',
    })
  })

  test('an article left out is named', async () => {
    const proof = await proveWith((sheets) => sheets.with(5, sheets[6]!))
    expect(proof.diagnostics.map((d) => d.code)).toContain('proof/article-missing')
    expect(factsOf(proof, 'proof/article-missing')).toEqual({ title: '名字的位置' })
    expect(factsOf(proof, 'proof/articles-differ')).toEqual({ expected: 2, found: 1 })
    expect(proof.checks.filter((c) => c.outcome === 'skipped').map((c) => c.subject)).toEqual(['名字的位置'])
  })
})

describe('other forms of an issue', () => {
  const notes = [
    '此法见于旧时排字房，俗称“盖读”。',
    '字体若用错了映射，抽出的“一”会变成部首，看去一样，其实不是同一个字。',
  ]
  const endNotes: Issue = {
    ...issue,
    sections: issue.sections.map((section) => ({
      ...section,
      articles: section.articles.map((article) => ({ ...article, notesAt: 'end' as const })),
    })),
  }
  const withEndNotes = (kept: readonly string[]) => {
    const sheets = sheetsOf(issue).map((sheet) => sheet.replace(/<div class="notes">.*?<\/div>/, ''))
    const list = kept.map((note, i) => `<p><b>${i + 1}</b>${note}</p>`).join('')
    return sheets.with(4, sheets[4]!.replace('三十年。</p>', `三十年。</p><p>注释</p>${list}`))
  }

  test('notes after the article are found there, and missed there', async () => {
    const whole = await proveFiles(endNotes, [await printSheets(browser, endNotes, withEndNotes(notes))])
    expect(whole.diagnostics).toEqual([])
    const cut = await proveFiles(endNotes, [await printSheets(browser, endNotes, withEndNotes(notes.slice(0, 1)))])
    expect(factsOf(cut, 'proof/text-lost')).toMatchObject({ text: expect.stringMatching(/^2字体若用错了映射/) })
  })

  /** The second article under the end of the first, on page 5. */
  const shared = (change: (page: string) => string = (page) => page) => {
    const sheets = sheetsOf(issue).map((sheet) => sheet.replace(/<div class="notes">.*?<\/div>/, ''))
    const second = /<div class="area">(.*)<\/div><\/div>$/.exec(sheets[5]!)![1]!
    const end = sheets[4]!.replace('<div class="columns">', '<div class="columns" style="flex: 0 0 400pt">')
    const page = end.replace(/<\/div><\/div>$/, `${change(second)}</div></div>`)
    const contents = sheets[2]!.replace('<b>6</b>', '<b>5</b>')
    return sheets.with(2, contents).with(4, page).with(5, sheets[6]!)
  }
  const withoutNotes: Issue = {
    ...issue,
    sections: issue.sections.map((section) => ({
      ...section,
      articles: section.articles.map((a) => ({ ...a, notes: [] })),
    })),
    articles: issue.articles.map((a) => ({ ...a, notes: [] })),
  }

  test('an article that follows another on the page is told apart from it', async () => {
    const whole = await proveFiles(withoutNotes, [await printSheets(browser, withoutNotes, shared())])
    expect(whole.diagnostics).toEqual([])
    const tampered = shared((page) => page.replace('<p class="byline">韩菲</p>', ''))
    const cut = await proveFiles(withoutNotes, [await printSheets(browser, withoutNotes, tampered)])
    expect(failed(cut)).toEqual(['text/conserved 名字的位置', 'credits/page 名字的位置｜韩菲'])
    expect(faults(cut)).toEqual(['proof/credit-lost 2026-01-print.pdf#page=5'])
  })
})

describe('credits', () => {
  test('a dropped byline is named and not told as lost characters', async () => {
    const proof = await proveWith(replace(6, '<p class="byline">韩菲</p>', ''))
    expect(failed(proof)).toEqual(['text/conserved 名字的位置', 'credits/page 名字的位置｜韩菲'])
    expect(faults(proof)).toEqual(['proof/credit-lost 2026-01-print.pdf#page=6'])
    expect(factsOf(proof, 'proof/credit-lost')).toEqual({ title: '名字的位置', text: '韩菲' })
  })

  test('a name that the text happens to mention does not stand for the byline', async () => {
    const proof = await proveWith((sheets) =>
      sheets.with(
        5,
        sheets[5]!.replace('<p class="byline">韩菲</p>', '').replace('只是不能没有。', '只是不能没有。韩菲'),
      ),
    )
    expect(failed(proof)).toContain('credits/page 名字的位置｜韩菲')
  })

  test('a dropped role is a lost credit', async () => {
    const proof = await proveWith(replace(4, '<small>译</small>', ''))
    expect(failed(proof)).toEqual([`text/conserved ${title}`, `credits/page ${title}｜陆知微（译）`])
  })

  test('a name tied to another affiliation is found', async () => {
    const proof = await proveWith(replace(4, '<small>译</small><sup>2</sup>', '<small>译</small><sup>1</sup>'))
    expect(failed(proof)).toEqual([`credits/page ${title}｜陆知微（译）`])
    expect(faults(proof)).toEqual(['proof/credit-misplaced 2026-01-print.pdf#page=4'])
  })

  test('a dropped affiliation is named', async () => {
    const proof = await proveWith(replace(4, '　<sup>2</sup> 刊本编辑部', ''))
    expect(failed(proof)).toEqual([`text/conserved ${title}`, `credits/page ${title}｜刊本编辑部`])
  })

  test('a lost closing line with the affiliations is found', async () => {
    const proof = await proveWith(replace(6, '<p>（作者单位：江城大学出版研究所）</p>', ''))
    expect(failed(proof)).toEqual(['text/conserved 名字的位置', 'credits/page 名字的位置｜江城大学出版研究所'])
  })

  test('an author left out of the contents is named', async () => {
    const proof = await proveWith(replace(3, '　陆知微 译', ''))
    expect(failed(proof)).toEqual([`credits/contents ${title}｜陆知微（译）`])
    expect(faults(proof)).toEqual(['proof/credit-lost-contents 2026-01-print.pdf#page=3'])
  })

  test('a title changed in the contents is named', async () => {
    const proof = await proveWith(replace(3, '<span>名字的位置</span>', '<span>名字之位置</span>'))
    expect(failed(proof)).toContain('credits/contents 名字的位置')
  })

  test('an editor left out of the masthead is named', async () => {
    const proof = await proveWith(replace(2, '<p>责任编辑　许　南</p>', ''))
    expect(failed(proof)).toEqual(['credits/masthead 责任编辑 许南'])
  })

  test('an author left out of the metadata is named', async () => {
    const { bytes, ...artifact } = await printSheets(browser, issue, sheetsOf(issue))
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    document.setAuthor('沈砚秋、陆知微')
    const proof = await proveFiles(issue, [{ ...artifact, bytes: await document.save() }])
    // The other half of the metadata still names her.
    expect(failed(proof)).toEqual(['credits/metadata 名字的位置｜韩菲', 'preflight/X12 2026-01-print.pdf'])
    expect(factsOf(proof, 'proof/credit-lost-metadata')).toEqual({ where: 'Info', text: '韩菲' })
  })
})

describe('folios and structure', () => {
  test('a wrong folio is found on its page', async () => {
    const proof = await proveWith(replace(5, '<div class="folio">5</div>', '<div class="folio">6</div>'))
    expect(failed(proof)).toEqual(['folio/sequence 2026-01-print.pdf'])
    expect(faults(proof)).toEqual(['proof/folio-wrong 2026-01-print.pdf#page=5'])
  })

  test('a page of an article without a folio is found', async () => {
    const proof = await proveWith(replace(5, '<div class="folio">5</div>', '<div class="folio"></div>'))
    expect(faults(proof)).toEqual(['proof/folio-wrong 2026-01-print.pdf#page=5'])
  })

  test('contents that send to another page are found', async () => {
    const proof = await proveWith(replace(3, '<b>6</b>', '<b>5</b>'))
    expect(failed(proof)).toEqual(['contents/folio 名字的位置'])
    expect(factsOf(proof, 'proof/contents-folio')).toEqual({ title: '名字的位置', printed: '5', page: 6 })
  })

  test('the running title of another article is found', async () => {
    const proof = await proveWith(replace(6, '<div class="head">名字的位置</div>', `<div class="head">${title}</div>`))
    expect(failed(proof)).toEqual(['running-head/article 名字的位置'])
  })

  test('a heading set like text is counted as missing', async () => {
    const proof = await proveWith(replace(5, '<h3>二、机器能做什么</h3>', '<p>二、机器能做什么</p>'))
    expect(failed(proof)).toEqual([`structure/count ${title}`])
    expect(factsOf(proof, 'proof/count-differs')).toMatchObject({ kind: 'headings', expected: 2, found: 1 })
  })
})

describe('the file', () => {
  test('a shifted TrimBox, a small BleedBox and an odd page are found', async () => {
    const { bytes, ...artifact } = await printSheets(browser, issue, sheetsOf(issue))
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const page = document.getPage(3)
    const trim = page.getTrimBox()
    page.setTrimBox(trim.x, trim.y, trim.width + 2, trim.height)
    document.getPage(5).setBleedBox(trim.x, trim.y, trim.width, trim.height)
    document.removePage(7)
    const proof = await proveFiles(issue, [{ ...artifact, bytes: await document.save({ useObjectStreams: true }) }])
    expect(failed(proof)).toEqual(
      // Boxes are compared with the marks as well, and what is left of the last page has no use.
      ['signature', 'H1', 'H2', 'H9', 'H13'].map((check) => `preflight/${check} 2026-01-print.pdf`),
    )
    expect(factsOf(proof, 'preflight/trim-box')).toEqual({
      page: 4,
      found: '597.28 × 807.87 pt',
      expected: '595.28 × 807.87 pt',
    })
    expect(factsOf(proof, 'preflight/signature')).toEqual({ pages: 7, signature: 4 })
  })

  test('a Type 3 font, a font that is not embedded and boxes that do not nest are found', async () => {
    const { bytes, ...artifact } = await printSheets(browser, issue, sheetsOf(issue))
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const { context } = document
    const page = document.getPage(1)
    const fonts = page.node.Resources()!.lookup(PDFName.of('Font'), PDFDict)
    fonts.set(PDFName.of('Drawn'), context.obj({ Type: 'Font', Subtype: 'Type3', FontBBox: [0, 0, 1, 1] }))
    fonts.set(PDFName.of('Outside'), context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' }))
    const bleed = page.getBleedBox()
    page.setBleedBox(-1, bleed.y, bleed.width, bleed.height)
    const proof = await proveFiles(issue, [{ ...artifact, bytes: await document.save() }])
    // A bleed that reaches over the marks takes them for artwork.
    expect(failed(proof).map((check) => check.split(' ')[0])).toEqual(
      ['X15', 'X23', 'H2', 'H4', 'H5', 'H13'].map((id) => `preflight/${id}`),
    )
    expect(factsOf(proof, 'preflight/font-not-embedded')).toEqual({ page: 2, font: 'Helvetica' })
  })

  test('a screen edition without tags, outline, links and a shown title fails for each of them', async () => {
    const print = await printSheets(browser, issue, sheetsOf(issue))
    const proof = await proveFiles({ ...issue, language: 'zh-Hant' }, [{ ...print, edition: 'screen' }])
    const checks = ['contents/link', 'preflight/tagged', 'preflight/language', 'preflight/title', 'preflight/outline']
    // The assertions of PDF/UA have tests of their own.
    const others = failed(proof).map((check) => check.split(' ')[0]!.replace(/^preflight\/(?:S?\d.*)$/, ''))
    expect(new Set(others)).toEqual(new Set([...checks, '']))
  })

  test('an issue without contents is told', async () => {
    const proof = await proveWith((sheets) => sheets.with(2, sheets[6]!))
    expect(faults(proof)).toContain('proof/no-contents 2026-01-print.pdf')
  })

  test('a file that is no PDF is told and does not break the proof', async () => {
    const proof = await proveFiles(issue, [
      { edition: 'print', file: 'x.pdf', bytes: new TextEncoder().encode('not a PDF') },
    ])
    expect(failed(proof)).toEqual(['preflight/readable x.pdf'])
  })

  test('a truncated PDF is told and does not break the proof', async () => {
    const { bytes, ...artifact } = await printSheets(browser, issue, sheetsOf(issue))
    const proof = await proveFiles(issue, [{ ...artifact, bytes: bytes.slice(0, bytes.length / 2) }])
    expect(failed(proof)).toEqual(['preflight/readable 2026-01-print.pdf'])
  })
})

test('a character that no face has is told, even in a running head', async () => {
  const proof = await proveWith(replace(3, '<div class="head"></div>', '<div class="head">\u{10FFFF}</div>'))
  expect(factsOf(proof, 'proof/glyph-missing')).toMatchObject({ page: 3, count: 1 })
  expect(failed(proof)).toContain('text/glyphs 2026-01-print.pdf')
})
