import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  arrayAt,
  dictAt,
  numbers,
  openPdf,
  pageContent,
  serialize,
  setPageContent,
} from '../../../scripts/press/pdf/document.ts'
import { movePatterns } from '../../../scripts/press/pdf/page-patterns.ts'
import { itWith } from '../../support/witness.ts'
import { patch, printSheets, uri } from '../print/colour/colour-sample.ts'
import { run } from '../screen/finish-reading.ts'

const shift = { x: 36, y: -72 }
let raw: Uint8Array
let folder: string

beforeAll(async () => {
  const tile = uri(
    await patch([200, 40, 60]).resize(9, 9).extend({ right: 9, background: '#fff' }).png().toBuffer(),
    'png',
  )
  const box = (background: string) => `<div style="width:200pt;height:60pt;background:${background}"></div>`
  raw = await printSheets([
    `${box('linear-gradient(90deg, #f00, #00f)')}${box(`url(${tile})`)}`,
    box('linear-gradient(#0f0, #f0f)'),
  ])
  folder = await mkdtemp(path.join(tmpdir(), 'kanben-patterns-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function moved(patterns: boolean): Promise<Uint8Array> {
  const document = await openPdf(raw)
  for (const page of document.getPages()) {
    setPageContent(page, `q 1 0 0 1 ${shift.x} ${shift.y} cm\n${pageContent(page)}\nQ`)
    if (patterns) movePatterns(page, shift)
  }
  return serialize(document, { minor: 6, objectStreams: false })
}

/** A page as poppler draws it, one pixel to the point, without `left` and `top` pixels. */
async function seen(bytes: Uint8Array, left: number, top: number): Promise<Buffer> {
  await writeFile(path.join(folder, 'page.pdf'), bytes)
  run(folder, 'pdftoppm', '-r', '72', '-singlefile', '-png', 'page.pdf', 'page')
  const picture = sharp(path.join(folder, 'page.png')).removeAlpha()
  const { width, height } = await picture.metadata()
  const extract = { left, top, width: width - shift.x, height: height + shift.y }
  return picture.extract(extract).raw().toBuffer()
}

describe('patterns of a page whose content is displaced', () => {
  it('have matrices that are displaced as far', async () => {
    const matrices = async (bytes: Uint8Array) =>
      (await openPdf(bytes)).getPages().map((page) => {
        const patterns = dictAt(page.node.Resources()!, 'Pattern')!
        return patterns.keys().map((key) => numbers(arrayAt(dictAt(patterns, key.decodeText())!, 'Matrix')!))
      })
    const [before, after] = [await matrices(raw), await matrices(await moved(true))]
    expect(before.flat()).toHaveLength(3)
    for (const [i, page] of before.entries()) {
      for (const [k, [a, b, c, d, x, y]] of page.entries()) {
        expect(after[i]![k]).toEqual([a, b, c, d, expect.closeTo(x! + shift.x, 3), expect.closeTo(y! + shift.y, 3)])
      }
    }
  })

  itWith('pdftoppm')('come with it in poppler, and stay behind without', async () => {
    const difference = (one: Buffer, other: Buffer) =>
      one.reduce((sum, v, i) => sum + Math.abs(v - other[i]!), 0) / one.length
    const original = await seen(raw, 0, 0)
    expect(difference(original, await seen(await moved(true), shift.x, -shift.y))).toBeLessThan(0.2)
    expect(difference(original, await seen(await moved(false), shift.x, -shift.y))).toBeGreaterThan(1)
  })
})
