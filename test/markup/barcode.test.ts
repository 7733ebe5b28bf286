import { BinaryBitmap, DecodeHintType, EAN13Reader, HybridBinarizer, RGBLuminanceSource } from '@zxing/library'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barcodeSvg } from '../../scripts/markup/barcode.ts'
import { launchBrowser } from '../../scripts/press/browser/browser.ts'

type Browser = Awaited<ReturnType<typeof launchBrowser>>

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

interface Raster {
  /** Grey values, row by row. */
  readonly pixels: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

/** As a browser draws it on white, at about 500 dpi. */
async function rasterOf(svg: string): Promise<Raster> {
  const page = await browser.newPage()
  try {
    await page.setViewport({ width: 240, height: 140, deviceScaleFactor: 5 })
    await page.setContent(`<body style="margin:0;padding:20px;background:#fff">${svg}</body>`)
    const png = await page.screenshot({ encoding: 'base64' })
    const { grey, width, height } = await page.evaluate(async (data) => {
      const image = new Image()
      image.src = `data:image/png;base64,${data}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const bytes = context.getImageData(0, 0, image.width, image.height).data
      const grey: number[] = []
      for (let i = 0; i < bytes.length; i += 4) grey.push(Math.round((bytes[i]! + bytes[i + 1]! + bytes[i + 2]!) / 3))
      return { grey, width: image.width, height: image.height }
    }, png)
    return { pixels: Uint8ClampedArray.from(grey), width, height }
  } finally {
    await page.close()
  }
}

function eanOf({ pixels, width, height }: Raster): string {
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, width, height)))
  return new EAN13Reader().decode(bitmap, new Map([[DecodeHintType.TRY_HARDER, true]])).getText()
}

/** Widths of the bars and spaces of the digits of an add-on (GS1 General Specifications 5.2.1.2), odd parity. */
const odd = ['3211', '2221', '2122', '1411', '1132', '1231', '1114', '1312', '1213', '3112']
const even = odd.map((widths) => [...widths].reverse().join(''))

/** The decoder forgets the digits of an add-on, so they are read here: guard 112, digit, separator 11, digit. */
function addOnOf({ pixels, width, height }: Raster): string {
  const row = [...pixels.slice(width * Math.floor(height / 2), width * (Math.floor(height / 2) + 1))]
  const runs: number[] = []
  row.forEach((grey, x) => {
    const dark = grey < 128
    if (x > 0 && row[x - 1]! < 128 === dark) runs[runs.length - 1]!++
    else runs.push(1)
  })
  const addOn = runs.slice(-14, -1)
  const unit = addOn.reduce((sum, run) => sum + run, 0) / 20
  const widths = addOn.map((run) => Math.round(run / unit)).join('')
  const [, first = '', second = ''] = /^112(\d{4})11(\d{4})$/.exec(widths) ?? []
  const digit = (code: string): number => Math.max(odd.indexOf(code), even.indexOf(code))
  const number = 10 * digit(first) + digit(second)
  const parity = 2 * Number(even.includes(first)) + Number(even.includes(second))
  return number % 4 === parity ? String(number).padStart(2, '0') : `parity of ${number}`
}

describe('the bar code of a periodical', () => {
  const codes = [
    ['9772096123000', '02'],
    ['9771000485005', '11'],
  ] as const

  test.each(codes)('is read back as %s with the add-on %s', async (ean, addOn) => {
    const raster = await rasterOf(barcodeSvg(ean, addOn).svg)
    expect(eanOf(raster)).toBe(ean)
    expect(addOnOf(raster)).toBe(addOn)
  })

  test('cannot be read with a bar missing: the scanner would notice', async () => {
    const { svg } = barcodeSvg('9772096123000', '02')
    const damaged = svg.replace(/<path stroke="#000000" stroke-width="3"[^>]*>/, '')
    expect(damaged).not.toBe(svg)
    const raster = await rasterOf(damaged)
    expect(() => eanOf(raster)).toThrow()
  })

  test('is drawn in the size that scanners expect, quiet zones included, and holds no text but its label', () => {
    const { svg, width, height } = barcodeSvg('9772096123000', '02')
    const modules = 11 + 95 + 12 + 20 + 5
    expect(width / modules).toBeGreaterThanOrEqual(0.264)
    expect(width / modules).toBeLessThanOrEqual(0.33)
    expect(height).toBeGreaterThan(18)
    expect(svg).toContain(`viewBox="0 -2 ${modules} `)
    expect(svg.replace(/<[^>]*>/g, '').trim()).toBe('')
  })

  test('is not drawn from digits that do not agree', () => {
    expect(() => barcodeSvg('9772096123001', '02')).toThrow(/check digit/i)
  })
})
