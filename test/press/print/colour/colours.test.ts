import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFArray, type PDFDict, PDFName } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { severityOf, describe as worded } from '../../../../scripts/model/diagnostic.ts'
import { shippedConditions, usualPrinting } from '../../../../scripts/model/printing.ts'
import { contentStreams, dictAt, numberAt } from '../../../../scripts/press/pdf/document.ts'
import {
  type ColourEngine,
  openColourEngine,
  outputProfile,
} from '../../../../scripts/press/print/colour/colour-engine.ts'
import { reportDiagnostics } from '../../../../scripts/press/print/print-report.ts'
import { itWith } from '../../../support/witness.ts'
import { run } from '../../screen/finish-reading.ts'
import { type Curve, curveOf, type Inked, inked, lightsLeft, margin, printSheets, uri } from './colour-sample.ts'

const bar = (background: string) => `<div style="width:200pt;height:40pt;background:${background}"></div>`
const svg = (content: string) =>
  `<img alt="" width="200" src="${uri(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">${content}</svg>`), 'svg+xml')}">`

const sheets = {
  colours: `<p style="color:#b0202b">红</p><p style="color:#808080">灰</p><p style="color:#225588">蓝</p>${bar('#225588')}${bar('#0a0c14')}`,
  svg: svg('<rect width="50" height="50" fill="#8a2be2"/><circle cx="75" cy="25" r="20" fill="#b0202b"/>'),
  linear: bar('linear-gradient(90deg, #ff0000, #0000ff)'),
  stops: bar('linear-gradient(90deg, #00ff00 50%, #ffcc00 50%, #0000ff)'),
  radial: bar('radial-gradient(#ff0000, #00ffff)'),
  grey: bar('linear-gradient(90deg, #000, #fff)'),
  house: bar('linear-gradient(90deg, #b0202b, #f4efe6)'),
  repeating: bar('repeating-linear-gradient(45deg, #f00 0 5pt, #00f 5pt 10pt)'),
  fading: bar('linear-gradient(90deg, rgba(200,30,40,1), rgba(200,30,40,0))'),
  opacity: '<p style="opacity:.5;color:#123456">半</p>',
  shadow: '<p style="box-shadow:0 0 5pt #400">影</p>',
  mask: `<div style="width:90pt;height:40pt;background:#0a0;mask-image:linear-gradient(#000,transparent)"></div>`,
}
type Name = keyof typeof sheets
const page = (name: Name): number => Object.keys(sheets).indexOf(name) + 1

let folder: string
let raw: Uint8Array
let cmyk: Inked
let engine: ColourEngine

beforeAll(async () => {
  raw = await printSheets(Object.values(sheets))
  cmyk = await inked(raw)
  engine = (await openColourEngine(await outputProfile(shippedConditions.coated)))!
  folder = await mkdtemp(path.join(tmpdir(), 'kanben-colours-'))
  await writeFile(path.join(folder, 'print.pdf'), cmyk.bytes)
})
afterAll(async () => {
  engine.close()
  await rm(folder, { recursive: true, force: true })
})

const contentOf = ({ document }: Inked, name: Name): string =>
  [...contentStreams(document)].flatMap((stream) => (stream.page === page(name) - 1 ? [stream.content] : [])).join('\n')

const inksOf = (rgb: readonly number[]): number[] => [...engine.inks(Uint8Array.from(rgb))].map((ink) => ink / 255)

/** The first shading of a page. */
function shadingOf({ document }: Inked, name: Name): { dict: PDFDict; curve: Curve } {
  for (const stream of contentStreams(document)) {
    const patterns = stream.page === page(name) - 1 ? dictAt(stream.resources, 'Pattern') : undefined
    for (const key of patterns?.keys() ?? []) {
      const dict = dictAt(dictAt(patterns!, key.decodeText())!, 'Shading')
      if (dict) return { dict, curve: curveOf(dict.lookup(PDFName.of('Function'))) }
    }
  }
  throw new Error(`${name} has no shading`)
}

function expectInks(found: readonly number[], wanted: readonly number[], tolerance = 0.009): void {
  expect(found).toHaveLength(4)
  for (const [i, ink] of wanted.entries()) expect(Math.abs(found[i]! - ink)).toBeLessThan(tolerance)
}

describe('colours of content', () => {
  it('are in inks everywhere; only a gradient that no function can tell keeps its profile', () => {
    expect(lightsLeft(cmyk.document)).toEqual([])
  })

  it('of the theme and greys keep their rows, others get the engine’s inks in whole percents', () => {
    const content = contentOf(cmyk, 'colours')
    expect(content).toContain('0.2 1 0.85 0.15 k')
    expect(content).toContain('0 0 0 0.498 k')
    const blue = inksOf([0x22, 0x55, 0x88]).map((ink) => Math.round(ink * 100) / 100)
    expect(content).toContain(`${blue.join(' ')} k`)
  })

  it('are listed with their pages and inks where the engine mixed them', () => {
    const { colours } = cmyk.report
    expect(colours.map(({ rgb }) => rgb)).toContain('#8a2be2')
    expect(colours.map(({ rgb }) => rgb)).not.toContain('#b0202b')
    expect(colours.map(({ rgb }) => rgb)).not.toContain('#808080')
    expect(colours.find(({ rgb }) => rgb === '#225588')).toMatchObject({ pages: [page('colours')] })
    for (const { ink, total } of colours) {
      expect(Math.round(ink.reduce((a, b) => a + b) * 100)).toBe(total)
    }
  })

  it('that need more ink than the paper takes are reduced, and the editor hears of it', async () => {
    const { report } = await inked(raw, { inkLimit: 200 })
    const dark = report.colours.find(({ rgb }) => rgb === '#0a0c14')!
    expect(dark.total).toBeGreaterThan(200)
    expect(dark.ink.reduce((a, b) => a + b)).toBeLessThanOrEqual(2)
    const told = reportDiagnostics({ ...report, text: [] }, { ...usualPrinting, inkLimit: 200 }, 'x.pdf').filter(
      ({ code }) => code === 'printing/ink-reduced',
    )
    expect(told.map(({ facts }) => facts.rgb)).toContain('#0a0c14')
    expect(worded(told[0]!, 'zh').message).toMatch(/超过上限 200%/)
  })

  it('of a table are never changed', async () => {
    const heavy = [{ rgb: '#b0202b', ink: [1, 1, 1, 0.5] as const }]
    expect(contentOf(await inked(raw, {}, [], heavy), 'colours')).toContain('1 1 1 0.5 k')
  })
})

describe('gradients', () => {
  it('run through the inks of the engine, not straight between those of their ends', () => {
    const { dict, curve } = shadingOf(cmyk, 'linear')
    expect(String(dict.get(PDFName.of('ColorSpace')))).toBe('/DeviceCMYK')
    for (const at of [0, 0.25, 0.5, 1]) expectInks(curve(at), inksOf([255 * (1 - at), 0, 255 * at]))
  })

  it('keep hard stops hard', () => {
    const { curve } = shadingOf(cmyk, 'stops')
    expectInks(curve(0.4999), inksOf([0, 255, 0]))
    expectInks(curve(0.5001), inksOf([255, 204, 0]))
  })

  it('in a circle are converted as well', () => {
    const { dict, curve } = shadingOf(cmyk, 'radial')
    expect(numberAt(dict, 'ShadingType')).toBe(3)
    expectInks(curve(1), inksOf([0, 255, 255]))
  })

  it('of greys are tints of black', () => {
    const { curve } = shadingOf(cmyk, 'grey')
    for (const at of [0, 0.3, 1]) expectInks(curve(at), [0, 0, 0, 1 - at])
  })

  it('end in the very inks of the theme', () => {
    const { curve } = shadingOf(cmyk, 'house')
    expectInks(curve(0), [0.2, 1, 0.85, 0.15])
    expectInks(curve(1), [0.03, 0.05, 0.1, 0])
  })

  it('never pass the limit of ink', async () => {
    const { curve } = shadingOf(await inked(raw, { inkLimit: 150 }), 'linear')
    for (let i = 0; i <= 100; i++) expect(curve(i / 100).reduce((a, b) => a + b)).toBeLessThanOrEqual(1.5 + 1e-9)
  })

  it('that repeat stay in RGB and say which', () => {
    const space = shadingOf(cmyk, 'repeating').dict.lookup(PDFName.of('ColorSpace'))
    expect(space instanceof PDFArray && String(space.get(0))).toBe('/ICCBased')
  })

  itWith('gs')('put the engine’s inks on the plates of Ghostscript', async () => {
    const at = `-sPageList=${page('linear')}`
    run(folder, 'gs', '-q', '-dBATCH', '-dNOPAUSE', '-sDEVICE=tiff32nc', '-r72', at, '-o', 'plates.tif', 'print.pdf')
    const plates = sharp(path.join(folder, 'plates.tif'), { ignoreIcc: true })
    const { data, info } = await plates
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const [x, y] = [margin + 100, margin + 20]
    const ink = [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)].map((v) => v / 255)
    expectInks(ink, inksOf([127, 0, 127]), 0.03)
  })
})

describe('what shines through', () => {
  it('keeps its groups, which blend in inks, and no opaque page has one', async () => {
    const blended = await inked(await printSheets([bar('#b0202b'), '<p style="mix-blend-mode:multiply">叠</p>']))
    const groups = [...contentStreams(blended.document)].flatMap(({ page: index, resources }) =>
      (dictAt(resources, 'XObject')?.keys() ?? []).flatMap((key) => {
        const form = dictAt(dictAt(resources, 'XObject')!, key.decodeText())
        return form && dictAt(form, 'Group') ? [index + 1] : []
      }),
    )
    expect(new Set(groups)).toEqual(new Set([2]))
  })
})

describe('the printing house’s profile', () => {
  it('is told where it is none of CMYK, and the one for the paper converts', async () => {
    const condition = { ...shippedConditions.coated, identifier: 'HOUSE', profile: new Uint8Array([1, 2, 3]) }
    const { report, document } = await inked(raw, { condition })
    expect(contentOf({ document } as Inked, 'colours')).toBe(contentOf(cmyk, 'colours'))
    const told = reportDiagnostics({ ...report, text: [] }, { ...usualPrinting, condition }, 'x.pdf')[0]!
    expect([told.code, severityOf(told)]).toEqual(['printing/profile-unusable', 'error'])
    expect(worded(told, 'zh').message).toContain('HOUSE')
  })

  it('makes other inks than that for other paper', async () => {
    const uncoated = await inked(raw, { condition: shippedConditions.uncoated, inkLimit: 260 })
    const blue = (print: Inked) => print.report.colours.find(({ rgb }) => rgb === '#225588')!.ink
    expect(blue(uncoated)).not.toEqual(blue(cmyk))
  })

  it('is the same for the same bytes', async () => {
    expect(Buffer.compare((await inked(raw)).bytes, cmyk.bytes)).toBe(0)
  })
})
