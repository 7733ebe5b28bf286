/** In: the spine as a document of one page. Out: the PDF that the browser prints of it. */
import type { Browser } from 'puppeteer-core'
import type { PagedDocument } from '../../model/edition.ts'
import { facesReady } from '../browser/ready.ts'
import { showHtml } from '../browser/show-html.ts'
import { fontFaceCss, subsetFaces } from '../fonts/subset.ts'

/** One sheet of trim and layout bleed, as `finishPrint` takes it. */
export async function printSpine(browser: Browser, spine: PagedDocument): Promise<Uint8Array> {
  const faces = fontFaceCss(await subsetFaces(spine.html, spine.faces))
  const page = await browser.newPage()
  try {
    // A function as replacement: `$` in a style sheet must stay what it is.
    await showHtml(
      page,
      spine.html.replace('</head>', () => `<style>${faces}\n${spine.css}</style>\n</head>`),
    )
    await page.evaluate(facesReady)
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false, timeout: 0 })
  } finally {
    await page.close()
  }
}
