/** A laid-out page of the browser in; pictures of its pages out, for people to look at. */
import type { Page } from 'puppeteer-core'

/** Pixels across the cover of an EPUB: two such covers stay below the four million pixels that Apple accepts. */
const coverWidth = 1500
/** Pixels across the trim. */
const pictureWidth = 400

/** The cover's trim as PNG, and a small JPEG of each page as far as its sheet goes: trim and bleed. */
export async function shootPages(
  page: Page,
  options: { readonly bleed: number; readonly trim: { readonly width: number; readonly height: number } },
): Promise<{ cover: Uint8Array; pictures: Uint8Array[] }> {
  // For print, Paged.js makes a sheet as high as the window; for the screen it has its own size.
  await page.emulateMediaType('screen')
  const pixels = (millimetres: number) => (millimetres * 96) / 25.4
  const boxes = await page.$$eval('.pagedjs_page', (sheets) =>
    sheets.map((sheet) => {
      const box = sheet.getBoundingClientRect()
      return { x: box.x + scrollX, y: box.y + scrollY }
    }),
  )
  /** `around` in millimetres is shown beyond the trim. */
  const clip = (box: { x: number; y: number }, width: number, around: number) => ({
    x: box.x + pixels(options.bleed - around),
    y: box.y + pixels(options.bleed - around),
    width: pixels(options.trim.width + 2 * around),
    height: pixels(options.trim.height + 2 * around),
    scale: width / pixels(options.trim.width),
  })
  const cover = await page.screenshot({
    clip: clip(boxes[0]!, coverWidth, 0),
    type: 'png',
    captureBeyondViewport: true,
  })
  const pictures: Uint8Array[] = []
  for (const box of boxes) {
    pictures.push(
      await page.screenshot({
        clip: clip(box, pictureWidth, options.bleed),
        type: 'jpeg',
        quality: 80,
        captureBeyondViewport: true,
      }),
    )
  }
  return { cover, pictures }
}
