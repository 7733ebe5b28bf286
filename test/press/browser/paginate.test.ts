import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Issue } from '../../../scripts/model/issue.ts'
import { launchBrowser } from '../../../scripts/press/browser/browser.ts'
import type { Pagination } from '../../../scripts/press/browser/paginate.ts'
import { finished, issueOf, laidOut, stockFolder } from '../../issue/produce.ts'

let folder: string
let issue: Issue
let printed: Pagination

beforeAll(async () => {
  folder = await stockFolder()
  issue = await issueOf(folder)
  printed = await laidOut(issue)
})

describe('pagination', () => {
  test('fills the last signature with the first fillers of the manifest and no more', () => {
    expect(printed.pages.length % issue.page.signature).toBe(0)
    // Cover, masthead, contents, two articles of a page each, back cover: six pages and two fillers.
    expect(printed.pages.map(({ folio, article }) => [folio, article])).toEqual([
      [null, null],
      ['2', null],
      ['3', null],
      ['4', 'a01'],
      ['5', 'a02'],
      [null, null],
      [null, null],
      [null, null],
    ])
  })

  test('gives one picture a page with its bleed, the cover and the back cover of paper to their corners', async () => {
    expect(printed.pictures).toHaveLength(8)
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      const sources = [0, 7].map(
        (i) => `data:image/jpeg;base64,${Buffer.from(printed.pictures[i]!).toString('base64')}`,
      )
      for (const source of sources) {
        const { width, height, corners } = await page.evaluate(async (address) => {
          const image = new Image()
          image.src = address
          await image.decode()
          const canvas = new OffscreenCanvas(image.width, image.height)
          const context = canvas.getContext('2d')!
          context.drawImage(image, 0, 0)
          const places = [
            [3, 3],
            [image.width - 4, 3],
            [3, image.height - 4],
            [image.width - 4, image.height - 4],
          ] as const
          const corners = places.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)])
          return { width: image.width, height: image.height, corners }
        }, source)
        expect(width / height).toBeCloseTo(218 / 293, 2)
        const paper = [0xf4, 0xef, 0xe6]
        expect(corners.flatMap((corner) => corner.map((value, i) => Math.abs(value - paper[i]!) < 4))).not.toContain(
          false,
        )
      }
    } finally {
      await browser.close()
    }
  })

  test('gives the same finished files twice', async () => {
    const digest = async (run: Pagination) =>
      (await finished(issue, run)).map(({ edition, bytes }) => [
        edition,
        createHash('sha256').update(bytes).digest('hex'),
      ])
    expect(await digest(await laidOut(issue))).toEqual(await digest(printed))
  })

  test('adds the blank pages that the manifest lacks, and says how many', async () => {
    const manifest = path.join(folder, 'issue.yaml')
    const text = await readFile(manifest, 'utf8')
    await writeFile(manifest, text.replace('[notes, blank, blank]', '[notes]'))
    const short = await issueOf(folder)
    await writeFile(manifest, text)
    const filled = await laidOut(short)
    expect(filled).toMatchObject({ added: 1 })
    expect(filled.pages).toHaveLength(8)
  })

  test('stops when it is told to', async () => {
    const controller = new AbortController()
    const run = laidOut(issue, undefined, controller.signal)
    controller.abort(new Error('enough'))
    await expect(run).rejects.toThrow('enough')
  })

  test('reaches no host and no file outside of its own folder', async () => {
    const dot = { create: { width: 8, height: 8, channels: 3, background: '#c00' } } as const
    const png = await sharp(dot).png().toBuffer()
    const outside = path.join(folder, 'outside.png')
    await writeFile(outside, png)
    let asked = 0
    const server = createServer((_, response) => {
      asked++
      response.writeHead(200, { 'content-type': 'image/png' }).end(png)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dot.png`
    const picturesOf = async (...sources: string[]) => {
      const images = sources.map((source) => `<img src="${source}" alt="" style="width:9mm;height:9mm">`).join('')
      const resources = [
        ...issue.resources,
        { src: 'inside.png', mediaType: 'image/png' as const, data: png, width: 8, height: 8 },
      ]
      const { raw } = await laidOut(issue, (document) => ({
        ...document,
        resources,
        html: document.html.replace('<div class="body">', `${images}<div class="body">`),
      }))
      // In the place of a picture that cannot be had the browser draws one of its own, of another size.
      return (
        Buffer.from(raw)
          .toString('latin1')
          .split(/\/Subtype \/Image\s+\/Width 8\s+\/Height 8\b/).length - 1
      )
    }
    try {
      // What may be had is in the file, so what is not there could not be had.
      expect(await picturesOf('inside.png')).toBe(1)
      expect(await picturesOf(host, pathToFileURL(outside).href)).toBe(0)
      expect(asked).toBe(0)
    } finally {
      server.close()
    }
  })
})
