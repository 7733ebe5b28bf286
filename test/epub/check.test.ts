import { strToU8 } from 'fflate'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../scripts/model/diagnostic.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import type { Check } from '../../scripts/model/proof.ts'
import { writeEpub } from '../../scripts/press/epub/pack.ts'
import { checkEpub } from '../../scripts/proof/epub/check.ts'
import { pictureFacts } from '../../scripts/proof/epub/pictures.ts'
import { edited, entriesOf, packed } from './archive.ts'
import { epubDocument, issueFolder, readIssue } from './issue.ts'

const file = '2026-03.epub'
let issue: Issue
let bytes: Uint8Array

beforeAll(async () => {
  issue = (await readIssue(issueFolder)).issue
  bytes = await writeEpub(await epubDocument(issue))
})

/** The fixture's figure and its cover are one PNG. */
const figurePng = (entries: Record<string, Uint8Array>): string =>
  Object.keys(entries).find((name) => name.endsWith('.png'))!

/** Codes other than EPUBCheck's own, with entry and facts. */
const findings = ({ diagnostics }: { diagnostics: readonly Diagnostic[] }) =>
  diagnostics
    .filter(({ code }) => code !== 'epub/invalid')
    .map(({ code, place, facts }) => [code, place?.entry?.replace('OEBPS/', ''), ...Object.values(facts)])

const failed = ({ checks }: { checks: readonly Check[] }) =>
  checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)

describe('a good EPUB', () => {
  test('passes every check', async () => {
    const { checks, diagnostics } = await checkEpub(bytes, file)
    expect(diagnostics).toEqual([])
    expect(checks.map(({ name, outcome, subject }) => [name, outcome, subject])).toEqual(
      [
        'valid',
        'readable',
        'well-formed',
        'entry-names',
        'characters',
        'navigation',
        'landmarks',
        'headings',
        'ids',
        'links',
        'notes',
        'references',
        'pictures',
        'alternative-texts',
        'faces',
        'roles',
        'series',
        'identifiers',
        'accessibility',
        'conformance',
      ].map((name) => [`epub/${name}`, 'passed', file]),
    )
  })
})

describe('an EPUB that was tampered with', () => {
  test('fails where an article is missing from the navigation', async () => {
    const cut = edited(bytes, 'OEBPS/toc.xhtml', (xml) =>
      xml.replace(/<li><a href="a02\.xhtml#a02-title">.*?<\/li>\n/s, ''),
    )
    const result = await checkEpub(cut, file)
    expect(findings(result)).toEqual([['epub/not-in-navigation', 'a02.xhtml', '行']])
    expect(failed(result)).toEqual(['epub/navigation'])
  })

  test('fails where a note call leads to no note', async () => {
    const broken = edited(bytes, 'OEBPS/a01.xhtml', (xml) => xml.replace('href="#a01-n1"', 'href="#a01-h1"'))
    const result = await checkEpub(broken, file)
    expect(findings(result).map(([code]) => code)).toEqual(['epub/note-missing', 'epub/note-uncalled'])
    expect(failed(result)).toEqual(['epub/notes'])
  })

  test('fails where a note does not lead back to its own call', async () => {
    const broken = edited(bytes, 'OEBPS/a01.xhtml', (xml) =>
      xml.replace('class="mark" href="#a01-c2"', 'class="mark" href="#a01-c1"'),
    )
    expect(findings(await checkEpub(broken, file))).toEqual([
      ['epub/note-return', 'a01.xhtml', '[2] 注文二的第一段。 注文二的第二段，有着重…'],
    ])
  })

  test('fails where a picture, a style or an address lies outside', async () => {
    const remote = edited(bytes, 'OEBPS/a01.xhtml', (xml) =>
      xml.replace(/src="images\/[^"]+svg"/, 'src="https://example.org/a.svg"'),
    )
    expect(findings(await checkEpub(remote, file))).toEqual([
      ['epub/outside-reference', 'a01.xhtml', 'https://example.org/a.svg'],
    ])
    const local = edited(bytes, 'OEBPS/a02.xhtml', (xml) => xml.replace('href="a01.xhtml#a01"', 'href="file:///a"'))
    expect(findings(await checkEpub(local, file))).toEqual([['epub/outside-reference', 'a02.xhtml', 'file:///a']])
    const style = edited(bytes, 'OEBPS/style.css', (css) => css + "@import '//example.org/a.css';")
    expect(findings(await checkEpub(style, file))).toEqual([
      ['epub/outside-reference', 'style.css', '//example.org/a.css'],
    ])
  })

  describe('in a picture', () => {
    /** The first PNG inside an article, replaced. */
    const withPicture = (data: Uint8Array) => {
      const entries = entriesOf(bytes)
      const name = figurePng(entries)
      return { name: name.replace('OEBPS/', ''), book: packed({ ...entries, [name]: data }) }
    }
    const plain = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#888' }, limitInputPixels: false })

    test('fails where it is not what it is called', async () => {
      const { name, book } = withPicture(await plain(2560, 1600).jpeg().toBuffer())
      const result = await checkEpub(book, file)
      expect(findings(result)).toEqual([
        ['epub/image-type', name, 'image/jpeg', 'image/png (.png)'],
        ['epub/image-large', name, 2560 * 1600],
      ])
      expect(failed(result)).toContain('epub/pictures')
    })

    test('passes with a warning where it is only too large', async () => {
      const { name, book } = withPicture(await plain(2560, 1600).png().toBuffer())
      const result = await checkEpub(book, file)
      expect(findings(result)).toEqual([['epub/image-large', name, 2560 * 1600]])
      expect(result.checks.find((check) => check.name === 'epub/pictures')?.outcome).toBe('passed')
    })

    test.each([
      ['PNG', (format: Sharp) => format.png()],
      ['interlaced PNG', (format: Sharp) => format.png({ progressive: true })],
      ['PNG of few colours', (format: Sharp) => format.png({ palette: true, colours: 4 })],
      ['JPEG', (format: Sharp) => format.jpeg()],
      ['progressive JPEG', (format: Sharp) => format.jpeg({ progressive: true })],
    ])('finds a %s whole, and truncated wherever it is cut', async (_, format) => {
      const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
      const canvas = { width: 90, height: 70, channels: 3, background: '#888', noise } as const
      const data = new Uint8Array(await format(sharp({ create: canvas })).toBuffer())
      expect(pictureFacts(data)).toMatchObject({ pixels: 6300, fault: '' })
      const cuts = Array.from({ length: 40 }, (_, i) => 30 + Math.floor(((data.length - 31) * i) / 39))
      for (const cut of cuts) expect(pictureFacts(data.subarray(0, cut)).fault, `cut at ${cut}`).not.toBe('')
    })

    test('finds a byte that was changed in the data of a PNG', async () => {
      const data = new Uint8Array(await plain(90, 70).png().toBuffer())
      const at = Buffer.from(data).indexOf('IDAT') + 10
      const changed = data.with(at, data[at]! ^ 1)
      expect(pictureFacts(changed).fault).toBe('CRC of IDAT')
    })

    test('fails where it is truncated', async () => {
      const whole = entriesOf(bytes)[figurePng(entriesOf(bytes))]!
      const { name, book } = withPicture(whole.subarray(0, -12))
      const result = await checkEpub(book, file)
      expect(findings(result)).toEqual([['epub/image-broken', name, 'no IEND']])
      expect(failed(result)).toContain('epub/pictures')
    })
  })

  test('fails where a picture says nothing', async () => {
    const silent = edited(bytes, 'OEBPS/a01.xhtml', (xml) => xml.replace('alt="一枚铅字的侧面，字面朝上"', 'alt=""'))
    expect(findings(await checkEpub(silent, file))).toEqual([['epub/alt-missing', 'a01.xhtml']])
  })

  test('fails where somebody has a role that no catalogue knows, or none', async () => {
    const unknown = edited(bytes, 'OEBPS/content.opf', (xml) => xml.replace('>bkd<', '>xyz<'))
    expect(findings(await checkEpub(unknown, file))).toEqual([['epub/relator', 'content.opf', '墨小楼', 'xyz']])
    const none = edited(bytes, 'OEBPS/content.opf', (xml) =>
      xml.replace(/<meta refines="#contributor-3" property="role".*?<\/meta>\n/, ''),
    )
    expect(findings(await checkEpub(none, file))).toEqual([['epub/relator', 'content.opf', '墨小楼', '']])
  })

  test('fails where the place in the series is not a whole number', async () => {
    const decimal = edited(bytes, 'OEBPS/content.opf', (xml) => xml.replace('>27<', '>2026.10<'))
    expect(findings(await checkEpub(decimal, file))).toEqual([['epub/series-position', 'content.opf', '2026.10']])
  })

  test('fails where required accessibility metadata is missing', async () => {
    const mute = edited(bytes, 'OEBPS/content.opf', (xml) =>
      xml.replace(/<meta property="schema:accessibilityHazard">.*?<\/meta>\n/, ''),
    )
    expect(findings(await checkEpub(mute, file))).toEqual([
      ['epub/accessibility', 'content.opf', 'schema:accessibilityHazard'],
    ])
  })

  test('fails where a file name is not plain, or not the only one', async () => {
    const entries = entriesOf(bytes)
    const named = await checkEpub(packed({ ...entries, 'OEBPS/目次.txt': strToU8('x') }), file)
    expect(findings(named)).toEqual([['epub/entry-name', '目次.txt', 'OEBPS/目次.txt']])
    const doubled = await checkEpub(packed({ ...entries, 'OEBPS/A01.xhtml': entries['OEBPS/a01.xhtml']! }), file)
    expect(findings(doubled).map(([code]) => code)).toContain('epub/entry-twice')
  })

  test('fails where a page is not well-formed, and names the page', async () => {
    const open = edited(bytes, 'OEBPS/a02.xhtml', (xml) => xml.replace('</strong>', ''))
    const result = await checkEpub(open, file)
    expect(findings(result).filter(([code]) => code === 'epub/malformed')).toHaveLength(1)
    expect(failed(result)).toEqual(expect.arrayContaining(['epub/valid', 'epub/well-formed']))
  })

  const tampered = async (name: string, edit: (text: string) => string) =>
    findings(await checkEpub(edited(bytes, `OEBPS/${name}`, edit), file))

  test('fails where the ISSN or a DOI is mistyped', async () => {
    expect(await tampered('content.opf', (xml) => xml.replace('>2096-1235<', '>2096-1253<'))).toEqual([
      ['epub/issn', 'content.opf', '2096-1253'],
    ])
    expect(await tampered('content.opf', (xml) => xml.replace('doi.org/10.5555/', 'doi.org/11.5555/'))).toEqual([
      ['epub/doi', 'content.opf', '11.5555/zs.2026.03.001'],
    ])
  })

  test('fails where conformance is claimed in other words, or by nobody, or nobody claims it', async () => {
    const claim = (words: string, id = 'claim') => `<meta property="dcterms:conformsTo" id="${id}">${words}</meta>`
    const by = '<meta refines="#claim" property="a11y:certifiedBy">《纸上》杂志社</meta>'
    const form = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'
    const withMetadata = (metadata: string) =>
      tampered('content.opf', (xml) => xml.replace('</metadata>', `${metadata}\n</metadata>`))
    expect(await withMetadata(claim(form) + by)).toEqual([])
    expect(await withMetadata(claim('WCAG 2.2 AA') + by)).toEqual([['epub/conformance', 'content.opf', 'WCAG 2.2 AA']])
    expect(await withMetadata(claim(form))).toEqual([['epub/certifier', 'content.opf']])
    const claimed = edited(bytes, 'OEBPS/content.opf', (xml) =>
      xml.replace('</metadata>', `${claim(form)}${by}\n</metadata>`),
    )
    expect(findings(await checkEpub(claimed, file, issue))).toEqual([['epub/claim', 'content.opf', form, '']])
  })

  test('fails where an id stands twice', async () => {
    const twice = await tampered('a01.xhtml', (xml) => xml.replace('id="a01-h2"', 'id="a01-h1"'))
    expect(twice).toContainEqual(['epub/id-twice', 'a01.xhtml', 'a01-h1'])
  })

  test('fails where a link of the text, the navigation or the package has no target', async () => {
    expect(await tampered('a02.xhtml', (xml) => xml.replace('a01.xhtml#a01"', 'a01.xhtml#a0"'))).toEqual([
      ['epub/dead-link', 'a02.xhtml', 'a01.xhtml#a0'],
    ])
    expect(await tampered('toc.xhtml', (xml) => xml.replace('#a01-section', '#a01-sector'))).toEqual([
      ['epub/dead-link', 'toc.xhtml', 'a01.xhtml#a01-sector'],
    ])
    expect(await tampered('toc.ncx', (xml) => xml.replace('#a01-h1', '#a01-h0'))).toEqual([
      ['epub/dead-link', 'toc.ncx', 'a01.xhtml#a01-h0'],
    ])
  })

  test('fails where a level of headings is skipped', async () => {
    const skipped = await tampered('a01.xhtml', (xml) =>
      xml.replace(/<h2 id="a01-h1">(.*?)<\/h2>/, '<h3 id="a01-h1">$1</h3>'),
    )
    expect(skipped.map(([code, entry, , level, before]) => [code, entry, level, before])).toEqual([
      ['epub/heading-order', 'a01.xhtml', 3, 1],
    ])
  })

  test('fails where a landmark is missing or stands twice', async () => {
    const landmark = '<li><a epub:type="bodymatter" href="a01.xhtml">正文</a></li>'
    expect(await tampered('toc.xhtml', (xml) => xml.replace(landmark, ''))).toEqual([
      ['epub/landmark', 'toc.xhtml', 'bodymatter', 0],
    ])
    const second = landmark.replace('a01.xhtml', 'a02.xhtml')
    expect(await tampered('toc.xhtml', (xml) => xml.replace(landmark, landmark + second))).toEqual([
      ['epub/landmark', 'toc.xhtml', 'bodymatter', 2],
    ])
  })

  test('fails where a character is none that XML allows, and warns of private ones', async () => {
    const control = await tampered('a02.xhtml', (xml) => xml.replace('</strong>', '\u000b</strong>'))
    expect(control).toContainEqual(['epub/illegal-character', 'a02.xhtml', 'U+000B'])
    const own = edited(bytes, 'OEBPS/a02.xhtml', (xml) => xml.replace('</strong>', '\ue123</strong>'))
    const result = await checkEpub(own, file)
    expect(findings(result)).toEqual([['epub/private-use', 'a02.xhtml', 'U+E123']])
    expect(failed(result)).toEqual([])
  })

  test('names the manuscript, to the line, of what is wrong in an article', async () => {
    const wrong = edited(bytes, 'OEBPS/a01.xhtml', (xml) => xml.replace('<h3', '<h4').replace('</h3>', '</h4>'))
    const { diagnostics } = await checkEpub(wrong, file, issue)
    const [finding] = diagnostics
    const article = issue.articles[0]!
    const heading = article.body.findIndex(({ type, tag }) => type === 'heading_open' && tag === 'h3')
    expect([finding?.code, finding?.place?.entry]).toEqual(['epub/heading-order', 'OEBPS/a01.xhtml'])
    expect(finding?.related).toEqual([{ file: article.file, line: article.body[heading]!.map![0] }])
  })

  test('fails by EPUBCheck where a link leads nowhere', async () => {
    const dead = edited(bytes, 'OEBPS/a02.xhtml', (xml) => xml.replace('a01.xhtml#a01', 'a09.xhtml'))
    const { diagnostics } = await checkEpub(dead, file)
    expect(diagnostics.map(({ code, place, facts }) => [code, place?.file, place?.entry, facts.id])).toEqual([
      ['epub/invalid', file, 'OEBPS/a02.xhtml', 'RSC-007'],
      ['epub/dead-link', file, 'OEBPS/a02.xhtml', undefined],
    ])
  })

  test('is reported, and nothing thrown, where it is no EPUB at all', async () => {
    for (const wrong of [
      new Uint8Array(),
      strToU8('no archive'),
      packed({ mimetype: strToU8('application/epub+zip') }),
    ]) {
      const result = await checkEpub(wrong, file)
      expect(findings(result).map(([code]) => code)).toEqual(['epub/unreadable'])
      expect(failed(result)).toEqual(['epub/valid', 'epub/readable'])
    }
  })
})
