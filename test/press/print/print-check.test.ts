import { type PDFDict, PDFName } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Diagnostic, describe as worded } from '../../../scripts/model/diagnostic.ts'
import type { Resource } from '../../../scripts/model/manuscript.ts'
import { openPdf, plainStream, setPageContent } from '../../../scripts/press/pdf/document.ts'
import { reportDiagnostics } from '../../../scripts/press/print/print-report.ts'
import { atFullSize, type Inked, inked, patch, photograph, printSheets, size, uri } from './colour/colour-sample.ts'

const svg = (content: string, width = '200pt') =>
  `<img alt="" style="width:${width}" src="${uri(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">${content}</svg>`), 'svg+xml')}">`
const ground = (colour: string, content: string) => `<div style="background:${colour};padding:5pt">${content}</div>`

/** A picture of the sample at so many pixels per inch. */
const at = (ppi: number, bytes: Uint8Array, type: 'png' | 'jpeg', alt = '') =>
  `<img alt="${alt}" style="width:${(size.width / ppi) * 72}pt" src="${uri(bytes, type)}">`

const names = [
  'clean',
  'low',
  'coarse',
  'named',
  'line art',
  'turned',
  'pattern',
  'thin',
  'scaled',
  'reversed',
  'dark',
  'dark line',
  'small',
] as const
type Name = (typeof names)[number]

let print: Inked
let raw: Uint8Array
let told: readonly Diagnostic[]
const jpeg = await photograph().jpeg().toBuffer()
const resources: Resource[] = [
  { src: 'figures/river.jpg', mediaType: 'image/jpeg', data: jpeg, ...size },
  { src: 'figures/other.jpg', mediaType: 'image/jpeg', data: new Uint8Array([1]), width: 9, height: 9 },
]

beforeAll(async () => {
  const png = await patch([200, 40, 60]).png().toBuffer()
  const lineArt = await photograph().greyscale().threshold(110).png().toBuffer()
  const sheets: Record<Name, string> = {
    clean: `${atFullSize(png, 'png')}<p style="border-top:.25pt solid #000;font-size:6pt">六磅的字</p>
      <p style="color:#b0202b;font-size:6pt">专用红</p>${ground('#b0202b', '<p style="color:#fff;font-size:8pt">反白八磅</p>')}
      <p style="color:#fff;font-size:5pt">白纸上的白字</p>${svg('<path d="M0 50H200" stroke="#000" stroke-width=".3"/>')}
      <p style="background:#eee;font-size:5pt">浅底黑字</p><p style="color:#225588;font-size:14pt">大字</p>${svg('<rect width="200" height="100" fill="#0a0c14"/>')}`,
    low: at(240, png, 'png', '城门'),
    coarse: at(96, await patch([40, 160, 90]).png().toBuffer(), 'png'),
    named: at(200, jpeg, 'jpeg', '河'),
    'line art': at(400, lineArt, 'png', '木刻'),
    turned: `<div style="transform:rotate(30deg)">${at(200, await patch([1, 80, 200]).png().toBuffer(), 'png', '斜')}</div>`,
    pattern: svg(
      '<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#0a8"/></pattern><rect width="100" height="60" fill="url(#p)"/>',
    ),
    thin: svg('<path d="M0 20H200" stroke="#000" stroke-width=".1"/><rect y="60" width="200" height=".2"/>'),
    scaled: svg('<path d="M0 20H200" stroke="#000" stroke-width="1"/>', '40pt'),
    reversed: `${ground('#000', '<p style="color:#fff;font-size:9pt">大</p><p style="color:#fff;font-size:5pt">小小</p>')}
      ${ground('#b0202b', '<p style="color:#f4efe6;font-size:6pt">纸色</p>')}`,
    dark: '<p style="color:#0a0c14">叠色黑字</p>',
    'dark line': svg('<path d="M0 20H200" stroke="#0a0c14" stroke-width=".5"/>'),
    small: '<p style="color:#225588;font-size:7pt">小蓝字</p><p style="color:#225588;font-size:8pt">八磅蓝字</p>',
  }
  raw = await printSheets(names.map((name) => sheets[name]))
  print = await inked(raw, {}, resources)
  told = reportDiagnostics({ ...print.report, text: [] }, '2026-01-print.pdf')
})

const on = (name: Name): readonly Diagnostic[] => told.filter(({ place }) => place?.page === names.indexOf(name) + 1)
const sentences = (name: Name): string[] => on(name).map((d) => worded(d, 'zh').message)
const codes = (name: Name): string[] => on(name).map(({ code }) => code)

describe('what a printing house would not print well', () => {
  it('is nothing on a page that keeps to the rules', () => {
    expect(sentences('clean')).toEqual([])
  })

  it('names the page, the picture, its printed size, its resolution and the pixels that it needs', () => {
    const [width, height] = [size.width, size.height].map((pixels) => Math.round((pixels / 240) * 25.4))
    expect(sentences('low')).toEqual([
      `第 2 页的图片“城门”印成 ${width}×${height} mm，分辨率只有 240 ppi，低于 300 ppi`,
    ])
    const { needWidth, needHeight } = on('low')[0]!.facts
    expect(Math.abs(Number(needWidth) - size.width * 1.25)).toBeLessThan(3)
    expect(Math.abs(Number(needHeight) - size.height * 1.25)).toBeLessThan(3)
    expect(on('low')[0]!.place).toEqual({ file: '2026-01-print.pdf', page: 2 })
  })

  it('says it more strongly of a picture whose pixels one will see', () => {
    expect(codes('coarse')).toEqual(['printing/picture-coarse'])
    expect(sentences('coarse')[0]).toContain('96 ppi')
  })

  it('calls a picture by its file where it is one of the issue’s', () => {
    expect(sentences('named')[0]).toContain('“figures/river.jpg”')
  })

  it('asks more of line art, as a note', () => {
    expect(on('line art').map((d) => [d.code, worded(d, 'zh').severity])).toEqual([
      ['printing/line-art-resolution', 'note'],
    ])
    expect(sentences('line art')[0]).toMatch(/“木刻”分辨率为 39[5-9] ppi，低于 600 ppi/)
  })

  it('measures a turned picture along its own sides', () => {
    expect(on('turned')[0]!.facts.ppi).toBeGreaterThan(195)
    expect(on('turned')[0]!.facts.ppi).toBeLessThan(205)
  })

  it('finds what the browser turned into pixels', () => {
    expect(codes('pattern')).toContain('printing/picture-coarse')
  })

  it('counts hairlines, drawn or filled, and tells the thinnest', () => {
    expect(sentences('thin')).toEqual(['第 8 页有 2 处线条细于 0.25 pt，最细 0.1 pt，可能印不出来'])
  })

  it('measures lines as they print, also in a picture that is scaled down', () => {
    expect(sentences('scaled')).toEqual(['第 9 页有 1 处线条细于 0.25 pt，最细 0.2 pt，可能印不出来'])
  })

  it('finds small type in the colour of the paper on ink', () => {
    expect(codes('reversed')).toEqual(['printing/reversed-type'])
    expect(Number(on('reversed')[0]!.facts.size)).toBeCloseTo(5, 1)
  })

  it('finds text and thin lines in rich black', () => {
    expect(codes('dark')).toEqual(['printing/rich-black-text'])
    expect(sentences('dark')[0]).toMatch(/印成叠色黑（C\d+ M\d+ Y\d+ K\d+）/)
    expect(codes('dark line')).toEqual(['printing/rich-black-line'])
  })

  it('finds small type in several inks that nobody chose', () => {
    expect(codes('small')).toEqual(['printing/small-type-inks'])
    expect(Number(on('small')[0]!.facts.size)).toBeCloseTo(7, 1)
  })

  it('is worded in both languages without gaps', () => {
    for (const diagnostic of told) {
      for (const locale of ['zh', 'en'] as const) {
        const { message, hint = '' } = worded(diagnostic, locale)
        expect(`${message}${hint}`).not.toMatch(/undefined|NaN|Infinity|\{/)
      }
    }
    expect(told.length).toBeGreaterThan(10)
  })
})

describe('a print that was tampered with', () => {
  it('has its planted faults found', async () => {
    const document = await openPdf(await printSheets(['<p>无</p>']))
    const [page] = document.getPages()
    const form = document.context.obj({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 100, 100],
      Matrix: [0.1, 0, 0, 0.1, 50, 50],
    })
    const drawing = plainStream(document.context, '0 0 0 1 K 2 w 0 0 m 100 0 l S', form as PDFDict)
    page!.node.setXObject(PDFName.of('Planted'), document.context.register(drawing))
    setPageContent(page!, 'q 1 0 0 rg 0 w 10 10 m 90 10 l S /Planted Do Q')
    const { report } = await inked(await document.save())
    expect(report.findings).toEqual([{ kind: 'hairline', page: 1, width: 0, count: 2 }])
  })

  it('has nothing found where the fault is clipped away', async () => {
    const document = await openPdf(await printSheets(['<p>无</p>']))
    setPageContent(document.getPages()[0]!, 'q 0 0 50 50 re W n 0 0 0 rg 100 100 200 .1 re f Q')
    expect((await inked(await document.save())).report.findings).toEqual([])
  })
})
