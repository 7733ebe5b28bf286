import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { rareCharacters } from '../../scripts/markup/epub-rare.ts'
import type { EpubNotes, Issue } from '../../scripts/model/issue.ts'
import { writeEpub } from '../../scripts/press/epub/pack.ts'
import { type PictureProfile, preparePictures } from '../../scripts/press/epub/pictures.ts'
import { rareFace } from '../../scripts/press/fonts/rare-font.ts'
import { prove } from '../../scripts/proof/prove.ts'
import { themes } from '../themes.ts'
import { edited } from './archive.ts'
import { demonstration, epubDocument, issueFolder, readIssue } from './issue.ts'
import { itWithEpubcheck, objections } from './java-epubcheck.ts'

const stock = path.join(import.meta.dirname, '../diagnostics/_stock')

/** The whole way of an issue to its book but for the browser, which draws the cover. */
async function bookOf(folder: string, notes: EpubNotes, profile: PictureProfile, theme?: string) {
  const read = (await readIssue(folder)).issue
  const style = { ...read.style, theme: theme ?? read.style.theme }
  const page = { ...read.page, measures: themes.get(style.theme)! }
  const conformance = { conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA', certifiedBy: '编辑部' }
  const issue: Issue = { ...read, style, page, epub: { notes, ...(notes === 'duokan' && { conformance }) } }
  const face = await rareFace(rareCharacters(issue))
  const pictures = await preparePictures(issue, profile)
  const document = await epubDocument(issue, { pictures, ...(face && { rareFaces: [face] }) })
  return { issue, bytes: await writeEpub(document) }
}

describe.each<[string, string, EpubNotes, PictureProfile, string?]>([
  ['the demonstration issue', demonstration, 'popup', 'small'],
  ['the demonstration issue in the form of 多看 and the other theme', demonstration, 'duokan', 'original', 'academic'],
  ['the stock issue with plain notes', stock, 'end', 'small'],
  ['the issue that holds every construct', issueFolder, 'popup', 'original'],
])('%s', (_, folder, notes, profile, theme) => {
  test('is proved whole and valid, without a warning', async () => {
    const { issue, bytes } = await bookOf(folder, notes, profile, theme)
    const { diagnostics, checks } = await prove(issue, [{ edition: 'epub', file: 'x.epub', bytes }], 'test')
    expect(diagnostics).toEqual([])
    expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
    expect(checks.map(({ name }) => name)).toContain('epub/valid')
  })

  test('is the same to the byte when it is made again, from the folder on', async () => {
    const [once, again] = await Promise.all([
      bookOf(folder, notes, profile, theme),
      bookOf(folder, notes, profile, theme),
    ])
    expect(Buffer.from(once.bytes).equals(Buffer.from(again.bytes))).toBe(true)
  })

  itWithEpubcheck('has nothing that EPUBCheck in Java objects to', async () => {
    expect(await objections((await bookOf(folder, notes, profile, theme)).bytes)).toEqual([])
  })
})

describe('EPUBCheck in Java', () => {
  itWithEpubcheck('is forgiven one property that is younger than it, and nothing else', async () => {
    const { bytes } = await bookOf(stock, 'popup', 'small')
    const meta = (name: string) => `<meta property="${name}">urn:isbn:1</meta>\n`
    const named = edited(bytes, 'OEBPS/content.opf', (xml) =>
      xml.replace('</metadata>', `${meta('pageBreakSource')}${meta('pageBreakSauce')}</metadata>`),
    )
    // The other validator passes over what may stand in a heading.
    const book = edited(named, 'OEBPS/a01.xhtml', (xml) => xml.replace('</h1>', '<p>x</p></h1>'))
    const found = await objections(book)
    expect(found).toContainEqual({ id: 'OPF-027', message: 'Undefined property: "pageBreakSauce".' })
    expect(found.map(({ id }) => id).sort()).toEqual(['OPF-027', 'RSC-005'])
  })
})
