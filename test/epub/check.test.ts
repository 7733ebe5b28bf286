import { strToU8 } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../scripts/model/diagnostic.ts'
import type { Check } from '../../scripts/model/proof.ts'
import { writeEpub } from '../../scripts/press/epub.ts'
import { checkEpub } from '../../scripts/proof/epub-check.ts'
import { edited, entriesOf, packed } from './archive.ts'
import { epubDocument, issueFolder, readIssue } from './issue.ts'

const file = '2026-03.epub'
let bytes: Uint8Array

beforeAll(async () => {
  bytes = await writeEpub(await epubDocument((await readIssue(issueFolder)).issue))
})

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
        'navigation',
        'notes',
        'references',
        'pictures',
        'alternative-texts',
        'roles',
        'series',
        'accessibility',
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

  test('fails where a picture is not what it is called', async () => {
    const entries = entriesOf(bytes)
    const png = Object.keys(entries).find((name) => name.endsWith('.png'))!
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0x10, 0, 0x10, 0, 3])
    const result = await checkEpub(packed({ ...entries, [png]: jpeg }), file)
    expect(findings(result)).toEqual([
      ['epub/image-type', png.replace('OEBPS/', ''), 'image/jpeg', 'image/png (.png)'],
      ['epub/image-large', png.replace('OEBPS/', ''), 4096 * 4096],
    ])
    expect(failed(result)).toContain('epub/pictures')
  })

  test('passes with a warning where a picture is only too large', async () => {
    const entries = entriesOf(bytes)
    const png = Object.keys(entries).find((name) => name.endsWith('.png'))!
    const large = entries[png]!.slice()
    large.set([0, 0, 10, 0, 0, 0, 6, 64], 16)
    const result = await checkEpub(packed({ ...entries, [png]: large }), file)
    expect(findings(result)).toEqual([['epub/image-large', png.replace('OEBPS/', ''), 2560 * 1600]])
    expect(result.checks.find(({ name }) => name === 'epub/pictures')?.outcome).toBe('passed')
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

  test('fails by EPUBCheck where a link leads nowhere', async () => {
    const dead = edited(bytes, 'OEBPS/a02.xhtml', (xml) => xml.replace('a01.xhtml#a01', 'a09.xhtml'))
    const { diagnostics } = await checkEpub(dead, file)
    expect(diagnostics.map(({ code, place, facts }) => [code, place?.file, place?.entry, facts.id])).toEqual([
      ['epub/invalid', file, 'OEBPS/a02.xhtml', 'RSC-007'],
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
