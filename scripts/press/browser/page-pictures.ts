/** A laid-out page of the browser in; pictures of its pages out, for people to look at. */
import type { Page } from 'puppeteer-core'

/** Pixels across the trim. */
export const pictureWidth = 400

/**
 * A small JPEG of each page as far as it goes: trim and bleed. The window is made as large as a page and moved from
 * one to the next: a picture from outside of the window makes the browser lay out everything again, which took minutes for
 * 236 pages.
 */
export async function shootPages(
  page: Page,
  { bleed, trim }: { readonly bleed: number; readonly trim: { readonly width: number; readonly height: number } },
): Promise<Uint8Array[]> {
  // For print, Paged.js makes a page as high as the window; for the screen it has its own size.
  await page.emulateMediaType('screen')
  const pixels = (millimetres: number) => (millimetres * 96) / 25.4
  await page.setViewport({
    width: Math.round(pixels(trim.width + 2 * bleed)),
    height: Math.round(pixels(trim.height + 2 * bleed)),
    deviceScaleFactor: pictureWidth / pixels(trim.width),
  })
  // Room below the last page, so that the window can be moved to its head too.
  await page.addStyleTag({ content: 'html { scrollbar-width: none } body { padding-bottom: 100vh }' })
  const places = await page.evaluate(() => kanben.pagePlaces())
  const pictures: Uint8Array[] = []
  for (const place of places) {
    await page.evaluate(([x, y]) => kanben.show(x, y), place)
    pictures.push(await page.screenshot({ type: 'jpeg', quality: 80, captureBeyondViewport: false }))
  }
  return pictures
}
