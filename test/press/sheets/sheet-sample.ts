/** In: an issue and a number of pages. Out: a print edition in which every page says which it is, as the browser and the press make it. */
import type { Issue } from '../../../scripts/model/issue.ts'
import type { Printing } from '../../../scripts/model/printing.ts'
import type { launchBrowser } from '../../../scripts/press/browser/browser.ts'
import { fontFaceCss, subsetFaces } from '../../../scripts/press/fonts/subset.ts'
import { finishPrint } from '../../../scripts/press/print/finish-print.ts'
import { printHtml } from '../../support/print-html.ts'
import { layoutBleed, sampleIssue } from '../print/finish-sample.ts'

export type Browser = Awaited<ReturnType<typeof launchBrowser>>

export const boundIssue = (
  printing: Partial<Printing>,
  page: Partial<Issue['page']> = {},
  [width, height]: readonly [number, number] = [210, 285],
): Issue => {
  const issue = sampleIssue(width, height)
  return { ...issue, page: { ...issue.page, ...page }, printing: { ...issue.printing, ...printing } }
}

/** Millimetres from the left edge of the trim and from its head to the text. */
const inset = 20

/** Every third page has a red ground; page 2 is black only, page 4 has a grey picture, and the page before the last is blank. */
function body(pages: number): string {
  const picture = `<img width="40" height="40" src="data:image/svg+xml,${encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#666"/></svg>',
  )}">`
  return Array.from({ length: pages }, (_, i) => {
    const page = i + 1
    if (page === pages - 1) return '<div class="sheet"></div>'
    const ground = page % 3 === 0 ? ' red' : ''
    return `<div class="sheet${ground}"><p>${pageText(page)}</p>${page === 4 ? picture : ''}</div>`
  }).join('')
}

export async function numberedRaw(browser: Browser, issue: Issue, pages: number): Promise<Uint8Array> {
  const { width, height } = issue.page.trim
  const [w, h] = [width + 2 * layoutBleed, height + 2 * layoutBleed]
  const style = `@page { size: ${w}mm ${h}mm; margin: 0 } html { font: 400 12pt Song; font-synthesis: none; color: #000 }
* { margin: 0 } .sheet { width: ${w}mm; height: ${h}mm; box-sizing: border-box; overflow: hidden; break-after: page; padding: ${layoutBleed + inset}mm }
.sheet:last-child { break-after: auto } .red { background: #b0202b }`
  const html = body(pages)
  const faces = fontFaceCss(await subsetFaces(html))
  return printHtml(browser, `<style>${faces}${style}</style>`, html, { tagged: true })
}

export const finishedPrint = async (raw: Uint8Array, issue: Issue): Promise<Uint8Array> =>
  (await finishPrint(raw, issue, { layoutBleed })).bytes

const digits = '〇一二三四五六七八九'

/** The text of a page by its number, as it stands on the page: in Han, so that one face sets it in one piece. */
export const pageText = (page: number): string =>
  `页${[...String(page)].map((digit) => digits[Number(digit)]).join('')}码`
