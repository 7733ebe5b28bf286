/** A finished PDF in; pictures of its pages out, drawn from the file itself and from nothing else. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type * as PdfJs from 'pdfjs-dist'
import type { Browser } from 'puppeteer-core'
import { pictureWidth } from './page-pictures.ts'

const require = createRequire(import.meta.url)

/** Points from the lower left corner of the file's page. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * A small JPEG of each page, in order.
 * @param frames what is shown of each page; the whole of it where there is none.
 */
export async function drawPages(
  browser: Browser,
  bytes: Uint8Array,
  frames: readonly (Frame | null)[] = [],
): Promise<Uint8Array[]> {
  const page = await browser.newPage()
  try {
    // Both parts as text in the page: a module of a file may not be imported, and a worker is not needed.
    for (const part of ['pdf.worker.min.mjs', 'pdf.min.mjs']) {
      const content = await readFile(require.resolve(`pdfjs-dist/legacy/build/${part}`), 'utf8')
      await page.addScriptTag({ type: 'module', content })
    }
    await page.waitForFunction('globalThis.pdfjsWorker && globalThis.pdfjsLib')
    const pictures = await page.evaluate(draw, Buffer.from(bytes).toString('base64'), frames, pictureWidth)
    return pictures.map((picture) => new Uint8Array(Buffer.from(picture, 'base64')))
  } finally {
    await page.close()
  }
}

/** What of a page of the browser is used. */
interface Window {
  readonly pdfjsLib: typeof PdfJs
  readonly document: {
    createElement(name: 'canvas'): { width: number; height: number; toDataURL(type: string, quality: number): string }
  }
}

/** Runs in the page. */
async function draw(data: string, frames: readonly (Frame | null)[], pixels: number): Promise<string[]> {
  const { pdfjsLib, document: page } = globalThis as unknown as Window
  const binary = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
  const document = await pdfjsLib.getDocument({ data: binary, isEvalSupported: false }).promise
  const pictures: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const sheet = await document.getPage(number)
    const [left, bottom, right, top] = sheet.view as [number, number, number, number]
    const frame = frames[number - 1] ?? { x: left, y: bottom, width: right - left, height: top - bottom }
    const scale = pixels / frame.width
    const viewport = sheet.getViewport({
      scale,
      offsetX: (left - frame.x) * scale,
      offsetY: (frame.y + frame.height - top) * scale,
    })
    const canvas = page.createElement('canvas')
    canvas.width = pixels
    canvas.height = Math.round(frame.height * scale)
    await sheet.render({ canvas: canvas as never, viewport }).promise
    pictures.push(canvas.toDataURL('image/jpeg', 0.8).replace(/^[^,]*,/, ''))
  }
  return pictures
}
