import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
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
    const before = printed.raw.length
    const probe = await laidOut(issue, (document) => ({
      ...document,
      html: document.html.replace(
        '<div class="body">',
        '<img src="https://example.org/x.png" alt=""><img src="file:///etc/passwd" alt=""><div class="body">',
      ),
    }))
    // A picture that cannot be had leaves nothing in the file; the page itself is laid out as ever.
    expect(Buffer.from(probe.raw).toString('latin1')).not.toContain('/Subtype /Image')
    expect(Math.abs(probe.raw.length - before)).toBeLessThan(20_000)
  })
})
