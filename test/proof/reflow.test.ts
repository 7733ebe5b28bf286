/** A real EPUB, whole and tampered with: the proof passes the one and names the fault in the other. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { layoutEpub } from '../../scripts/markup/epub.ts'
import { createTemplates, type Templates } from '../../scripts/markup/templates.ts'
import { formatPlace } from '../../scripts/model/place.ts'
import type { Proof } from '../../scripts/model/proof.ts'
import { writeEpub } from '../../scripts/press/epub/pack.ts'
import { prove } from '../../scripts/proof/prove.ts'
import { academic, continued } from './paged/academic.ts'
import { stockIssue } from './stock.ts'

const issue = stockIssue()
const title = '把最后一遍读完 校样与成品之间'
const file = '2026-01.epub'
/** One white pixel. */
const cover = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9KobjigAAAABJRU5ErkJggg==',
  'base64',
)
let whole: Uint8Array
let learned: Uint8Array
let templates: Templates

beforeAll(async () => {
  const root = path.resolve(import.meta.dirname, '../../templates')
  const entries = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const files = entries.map(async (entry) => {
    const name = path.join(entry.parentPath, entry.name)
    return [path.relative(root, name), await readFile(name, 'utf8')] as const
  })
  templates = createTemplates(new Map(await Promise.all(files)))
  whole = await writeEpub(layoutEpub(issue, templates, { data: cover, mediaType: 'image/png' }))
  learned = await writeEpub(layoutEpub(academic, templates, { data: cover, mediaType: 'image/png' }))
})

const proveBytes = (bytes: Uint8Array, of = issue): Promise<Proof> =>
  prove(of, [{ edition: 'epub', file, bytes }], 'test')

/** Changes exactly one place of one entry and proves the rest as it was. */
function proveWith(entry: string, from: string, to: string, bytes = whole, of = issue): Promise<Proof> {
  const entries = unzipSync(bytes)
  const text = strFromU8(entries[`OEBPS/${entry}`]!)
  expect(text.split(from)).toHaveLength(2)
  const changed = { ...entries, [`OEBPS/${entry}`]: strToU8(text.replace(from, () => to)) }
  return proveBytes(zipSync(changed, { level: 0 }), of)
}

/** What a validator says of a changed file is its own affair. */
const failed = (proof: Proof): string[] =>
  proof.checks.filter((c) => c.outcome === 'failed' && !c.name.startsWith('epub/')).map((c) => `${c.name} ${c.subject}`)
const faults = (proof: Proof): string[] =>
  proof.diagnostics
    .filter((d) => !d.code.startsWith('epub/'))
    .map((d) => `${d.code} ${d.place ? formatPlace(d.place).replace(/:\d+$/, '') : ''}`)
const factsOf = (proof: Proof, code: string) => proof.diagnostics.find((d) => d.code === code)?.facts

describe('the whole book', () => {
  test('passes, with every credit found on the page, in the contents and in the package', async () => {
    const proof = await proveBytes(whole)
    expect(proof.diagnostics).toEqual([])
    const passed = proof.checks.filter((c) => c.outcome === 'passed').map((c) => `${c.name} ${c.subject}`)
    for (const check of ['credits/page', 'credits/contents', 'credits/metadata']) {
      expect(passed).toContain(`${check} ${title}｜陆知微（译）`)
      expect(passed).toContain(`${check} 名字的位置｜韩菲`)
    }
    expect(passed).toContain(`credits/navigation ${title}`)
    expect(passed).toContain('credits/page 名字的位置｜江城大学出版研究所')
  })
})

describe('words', () => {
  test('a paragraph cut out is named with its entry and its line in the manuscript', async () => {
    const proof = await proveWith('a01.xhtml', '<p>这一段是全文的末段，写来只为收束。</p>', '')
    expect(failed(proof)).toEqual([`text/conserved ${title}`])
    expect(faults(proof)).toEqual(['proof/text-lost 2026-01.epub!OEBPS/a01.xhtml'])
    expect(factsOf(proof, 'proof/text-lost')).toMatchObject({ text: '这一段是全文的末段，写来只为收束。' })
    expect(proof.diagnostics[0]!.related![0]!.file).toBe('manuscript/2026-01/01-proof.md')
  })

  test('one dropped and one changed character are found', async () => {
    expect(factsOf(await proveWith('a02.xhtml', '晚近的习惯', '晚近习惯'), 'proof/text-lost')).toMatchObject({
      text: '的',
    })
    const changed = await proveWith('a02.xhtml', '晚近的习惯', '晚近的习贯')
    expect(factsOf(changed, 'proof/text-altered')).toMatchObject({ text: '惯', instead: '贯' })
  })

  test('a lost note, a lost note call and a lost annotation are found', async () => {
    const note = await proveWith('a01.xhtml', '此法见于旧时排字房，', '')
    expect(factsOf(note, 'proof/text-lost')).toMatchObject({ text: '此法见于旧时排字房，' })
    const call = await proveWith('a01.xhtml', '>[2]</a></sup>', '></a></sup>')
    expect(factsOf(call, 'proof/text-lost')).toMatchObject({ text: '2' })
    const ruby = await proveWith('a01.xhtml', '>kān běn</rt>', '></rt>')
    expect(factsOf(ruby, 'proof/text-lost')).toMatchObject({ text: 'kānběn' })
  })

  test('a figure without its picture and a heading that is a paragraph are counted', async () => {
    const heading = await proveWith(
      'a01.xhtml',
      '<h2 id="a01-h2"><span class="number">二、</span>机器能做什么</h2>',
      '<p id="a01-h2">二、机器能做什么</p>',
    )
    expect(factsOf(heading, 'proof/count-differs')).toMatchObject({ kind: 'headings', expected: 2, found: 1 })
  })

  test('an article that is not in the spine is named', async () => {
    const proof = await proveWith('content.opf', '<itemref idref="a02"/>', '')
    expect(factsOf(proof, 'proof/article-missing')).toEqual({ title: '名字的位置' })
  })

  test('articles in another order are found', async () => {
    const proof = await proveWith(
      'content.opf',
      '<itemref idref="a01"/>\n<itemref idref="a02"/>',
      '<itemref idref="a02"/>\n<itemref idref="a01"/>',
    )
    expect(failed(proof)).toEqual(['contents/order 名字的位置'])
  })
})

describe('credits', () => {
  test('a byline dropped from the finished file is named', async () => {
    const proof = await proveWith('a02.xhtml', '<span class="name">韩菲</span>', '')
    expect(failed(proof)).toEqual(['text/conserved 名字的位置', 'credits/page 名字的位置｜韩菲'])
    expect(faults(proof)).toEqual(['proof/credit-lost 2026-01.epub!OEBPS/a02.xhtml'])
  })

  test('a dropped affiliation is named', async () => {
    const proof = await proveWith('a02.xhtml', '<li>江城大学出版研究所</li>', '<li></li>')
    expect(failed(proof)).toEqual(['text/conserved 名字的位置', 'credits/page 名字的位置｜江城大学出版研究所'])
  })

  test('an author left out of the contents is named', async () => {
    const proof = await proveWith('contents.xhtml', '<span>韩菲</span>', '')
    expect(failed(proof)).toEqual(['credits/contents 名字的位置｜韩菲'])
  })

  test('an author left out of the package, or given another role, is named', async () => {
    const gone = await proveWith('content.opf', '>韩菲</dc:contributor>', '>某甲</dc:contributor>')
    expect(failed(gone)).toEqual(['credits/metadata 名字的位置｜韩菲'])
    const role = await proveWith('content.opf', 'scheme="marc:relators">trl<', 'scheme="marc:relators">ill<')
    expect(failed(role)).toEqual([`credits/metadata ${title}｜陆知微（译）`])
  })

  test('an author left out of what the package says of his article is named', async () => {
    const gone = await proveWith('content.opf', '"dcterms:creator">韩菲<', '"dcterms:creator">某甲<')
    expect(failed(gone)).toEqual(['credits/metadata 名字的位置｜韩菲'])
  })

  test('a wrong serial number is found', async () => {
    const serial = await proveWith('content.opf', `"group-position">${issue.numbering.serial}<`, '"group-position">99<')
    expect(failed(serial)).toEqual([`credits/metadata ${file}`])
  })

  test('notes of any form are counted, and one that is lost is missed', async () => {
    for (const notes of ['duokan', 'end'] as const) {
      const other = { ...issue, epub: { notes } }
      const bytes = await writeEpub(layoutEpub(other, templates, { data: cover, mediaType: 'image/png' }))
      expect(failed(await proveBytes(bytes, other))).toEqual([])
      const text = strFromU8(unzipSync(bytes)['OEBPS/a01.xhtml']!)
      const item = /<li epub:type="endnote"[\s\S]*?<\/li>/.exec(text)![0]
      const gone = await proveWith('a01.xhtml', item, '', bytes, other)
      expect(factsOf(gone, 'proof/count-differs')).toMatchObject({ kind: 'notes' })
    }
  })

  test('an article that the navigation or the NCX does not name is found', async () => {
    const nav = await proveWith('toc.xhtml', '>名字的位置</a>', '>其二</a>')
    expect(factsOf(nav, 'proof/navigation-lost')).toEqual({ title: '名字的位置', where: 'nav' })
    const ncx = await proveWith('toc.ncx', '<text>名字的位置</text>', '<text>其二</text>')
    expect(factsOf(ncx, 'proof/navigation-lost')).toEqual({ title: '名字的位置', where: 'ncx' })
  })

  test('an editor left out of the masthead is named', async () => {
    const proof = await proveWith('masthead.xhtml', '<span class="name">许南</span>', '<span class="name"></span>')
    expect(failed(proof)).toEqual(['credits/masthead 责任编辑 许南'])
  })
})

describe('an academic article', () => {
  const tamper = (from: string, to: string) => proveWith('a02.xhtml', from, to, learned, academic)

  test('passes with references, citations and English block', async () => {
    const proof = await proveBytes(learned, academic)
    expect(proof.diagnostics).toEqual([])
    const passed = proof.checks.filter((c) => c.outcome === 'passed').map((c) => `${c.name} ${c.subject}`)
    expect(passed).toContain('credits/page 名字的位置｜HAN Fei')
  })

  test('a reference emptied, an English author dropped and a changed citation are found', async () => {
    const reference = await tamper('Lu Z. Names in print[M]. Jiangcheng: Jiangcheng Press, 2024.', '')
    expect(failed(reference)).toEqual(['text/conserved 名字的位置', 'structure/count 名字的位置'])
    expect(factsOf(reference, 'proof/reference-lost')).toMatchObject({ text: expect.stringMatching(/^\[2\] Lu Z/) })
    const author = await tamper('<span class="name">HAN Fei</span>', '')
    expect(failed(author)).toEqual(['text/conserved 名字的位置', 'credits/page 名字的位置｜HAN Fei'])
    const citation = await tamper('aria-label="参考文献 3">3</a>', 'aria-label="参考文献 3">2</a>')
    expect(factsOf(citation, 'proof/text-altered')).toMatchObject({ text: '3', instead: '2' })
  })
})

test('an article that goes on elsewhere in print is whole here and has no jump lines', async () => {
  const bytes = await writeEpub(layoutEpub(continued, templates, { data: cover, mediaType: 'image/png' }))
  const proof = await proveBytes(bytes, continued)
  expect(proof.diagnostics).toEqual([])
  expect(strFromU8(unzipSync(bytes)['OEBPS/a01.xhtml']!)).not.toMatch(/下转|上接/)
})

test('a file that is no EPUB holds no article', async () => {
  const proof = await proveBytes(strToU8('not a zip'))
  expect(failed(proof)).toContain(`text/conserved ${title}`)
  expect(proof.diagnostics.map((d) => d.code)).toContain('epub/unreadable')
})
