/** The head and the body of a document in; what the real browser prints of it out. */
import type { Browser, Page, PDFOptions } from 'puppeteer-core'
import { showHtml } from '../../scripts/press/browser/show-html.ts'

/** The fonts in a head are megabytes: a browser keeps the page that has loaded them, and only the body is changed. */
const kept = new WeakMap<Browser, Map<string, Promise<Page>>>()

async function pageFor(browser: Browser, head: string): Promise<Page> {
  const pages = kept.get(browser) ?? new Map<string, Promise<Page>>()
  kept.set(browser, pages)
  const open = async () => {
    const page = await browser.newPage()
    await showHtml(
      page,
      `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8">${head}</head><body></body></html>`,
    )
    return page
  }
  const page = pages.get(head) ?? open()
  pages.set(head, page)
  return page
}

export async function printHtml(
  browser: Browser,
  head: string,
  body: string,
  options: PDFOptions = {},
): Promise<Uint8Array> {
  const page = await pageFor(browser, head)
  await page.evaluate((html) => {
    document.body.innerHTML = html
    // Faces are loaded when a text asks for them, which it does when it is laid out.
    document.body.getBoundingClientRect()
    return document.fonts.ready.then(() => 0)
  }, body)
  return page.pdf({ preferCSSPageSize: true, printBackground: true, ...options })
}
