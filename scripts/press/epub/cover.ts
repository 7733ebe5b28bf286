/** The cover of an EPUB as a document in; a picture of it out. */
import type { Browser } from 'puppeteer-core'
import sharp from 'sharp'
import type { PagedDocument } from '../../model/edition.ts'
import { picturesReady } from '../browser/ready.ts'
import { showHtml } from '../browser/show-html.ts'
import { fontFaceCss, subsetFaces } from '../fonts/subset.ts'

/** CSS pixels of the document's page. */
export interface CoverPage {
  readonly width: number
  readonly height: number
}

/** 1500 × 2400 stay below the four million pixels that Apple accepts inside a book. */
const usualWidth = 1500
/** A drawing is smaller as PNG, and sharp; a photograph that is this many times larger than as JPEG is taken as one. */
const photographic = 2

/** Everything in one text: the page asks for no file and no address. */
async function selfContained({ html, css, resources, faces }: PagedDocument): Promise<string> {
  const fonts = fontFaceCss(await subsetFaces(html + css, faces))
  const pictures = new Map(
    resources.map(({ src, mediaType, data }) => [
      src,
      `data:${mediaType};base64,${Buffer.from(data).toString('base64')}`,
    ]),
  )
  return html
    .replace('</head>', () => `<style>${fonts}\n${css}</style>\n</head>`)
    .replace(/(<img src=")([^"]*)/g, (whole, before: string, src: string) => {
      const data = pictures.get(src)
      return data === undefined ? whole : before + data
    })
}

/**
 * Draws the cover.
 * @param width of the picture in pixels; 1600 gives the 1600 × 2560 that shops ask for beside the book.
 */
export async function drawCover(
  browser: Browser,
  cover: PagedDocument,
  size: CoverPage,
  width: number = usualWidth,
): Promise<{ readonly data: Uint8Array; readonly mediaType: 'image/png' | 'image/jpeg' }> {
  const page = await browser.newPage()
  try {
    await page.setViewport({ ...size, deviceScaleFactor: width / size.width })
    await showHtml(page, await selfContained(cover))
    await page.evaluate(picturesReady)
    const shot = sharp(await page.screenshot({ type: 'png', clip: { x: 0, y: 0, ...size } })).removeAlpha()
    const [png, jpeg] = await Promise.all([
      shot.clone().png({ compressionLevel: 9 }).toBuffer(),
      shot.clone().jpeg({ quality: 90, chromaSubsampling: '4:4:4', mozjpeg: true }).toBuffer(),
    ])
    return png.length < jpeg.length * photographic
      ? { data: new Uint8Array(png), mediaType: 'image/png' }
      : { data: new Uint8Array(jpeg), mediaType: 'image/jpeg' }
  } finally {
    await page.close()
  }
}
