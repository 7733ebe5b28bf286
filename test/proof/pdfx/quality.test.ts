/** Sheets that every press takes and none prints well, finished as they are: what the proof tells of each. */
import { PDFName } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Diagnostic, describe as worded } from '../../../scripts/model/diagnostic.ts'
import type { Issue } from '../../../scripts/model/issue.ts'
import type { Resource } from '../../../scripts/model/manuscript.ts'
import { finishPrint } from '../../../scripts/press/print/finish-print.ts'
import { readObjects } from '../../../scripts/proof/pdf/objects.ts'
import { checkPdfX } from '../../../scripts/proof/pdfx/check.ts'
import { verdictOn } from '../../../scripts/proof/verdict/verdict.ts'
import { atFullSize, patch, photograph, printSheets, size, uri } from '../../press/print/colour/colour-sample.ts'
import { layoutBleed, sampleIssue } from '../../press/print/finish-sample.ts'
import { changeContent, changed, streamOf } from '../mutate.ts'
import { figure } from '../stock.ts'
import { resources } from './change.ts'

const svg = (content: string, width = '200pt') =>
  `<img alt="" style="width:${width}" src="${uri(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">${content}</svg>`), 'svg+xml')}">`
const ground = (colour: string, content: string) => `<div style="background:${colour};padding:5pt">${content}</div>`

/** A picture of the sample at so many pixels per inch. */
const at = (ppi: number, bytes: Uint8Array, type: 'png' | 'jpeg') =>
  `<img alt="" style="width:${(size.width / ppi) * 72}pt" src="${uri(bytes, type)}">`

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
  'shining',
  'fading',
  'shadow',
  'mask',
  'repeating',
] as const
type Name = (typeof names)[number]

const file = '2026-01-print.pdf'
/** Figures in the order of their sheets, all of one size, and a drawing. */
const figures = ['clean', 'gate', 'coarse', 'river', 'woodcut', 'slanted'].map((name) => `figures/${name}.png`)
const pattern =
  '<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#0a8"/></pattern><rect width="100" height="60" fill="url(#p)"/>'

function issueWith(srcs: readonly string[]): Issue {
  // Sheets of 6 inches are trim and bleed of the layout.
  const trim = 6 * 25.4 - 2 * layoutBleed
  const issue = sampleIssue(trim, trim)
  const drawing: Resource = { src: 'figures/map.svg', mediaType: 'image/svg+xml', data: Buffer.from(pattern), ...size }
  const pictures = srcs.map((src): Resource => ({ src, mediaType: 'image/png', data: new Uint8Array(), ...size }))
  const body = [...srcs, drawing.src].flatMap((src, i) => figure(`f${i}`, i + 1, src, '图', ''))
  const articles = issue.articles.map((article, i) => (i === 0 ? { ...article, body } : article))
  return { ...issue, articles, resources: [...pictures, drawing] }
}

function told(bytes: Uint8Array, issue: Issue): readonly Diagnostic[] {
  const verdict = verdictOn('print')
  checkPdfX(verdict, issue, file, readObjects(bytes))
  return verdict.diagnostics
}

const issue = issueWith(figures)
const x1a: Issue = { ...issue, printing: { ...issue.printing, standard: 'x-1a' } }
let raw: Uint8Array
let print: Uint8Array
let found: readonly Diagnostic[]

beforeAll(async () => {
  const png = await patch([200, 40, 60]).png().toBuffer()
  const lineArt = await photograph().greyscale().threshold(110).png().toBuffer()
  const sheets: Record<Name, string> = {
    clean: `${atFullSize(png, 'png')}<p style="border-top:.25pt solid #000;font-size:6pt">六磅的字</p>
      <p style="color:#b0202b;font-size:6pt">专用红</p>${ground('#b0202b', '<p style="color:#fff;font-size:8pt">反白八磅</p>')}
      <p style="color:#fff;font-size:5pt">白纸上的白字</p>${svg('<path d="M0 50H200" stroke="#000" stroke-width=".3"/><path d="M9 60H13L12.9 60.2H9.2z"/>')}
      <p style="background:#eee;font-size:5pt">浅底黑字</p><p style="color:#225588;font-size:14pt">大字</p>${svg('<rect width="200" height="100" fill="#0a0c14"/>')}`,
    low: at(240, png, 'png'),
    coarse: at(96, await patch([40, 160, 90]).png().toBuffer(), 'png'),
    named: at(200, await photograph().jpeg().toBuffer(), 'jpeg'),
    'line art': at(400, lineArt, 'png'),
    turned: `<div style="transform:rotate(30deg)">${at(200, await patch([1, 80, 200]).png().toBuffer(), 'png')}</div>`,
    pattern: svg(pattern),
    thin: svg('<path d="M0 20H200" stroke="#000" stroke-width=".1"/><rect y="60" width="200" height=".2"/>'),
    scaled: svg('<path d="M0 20H200" stroke="#000" stroke-width="1"/>', '40pt'),
    reversed: `${ground('#000', '<p style="color:#fff;font-size:9pt">大</p><p style="color:#fff;font-size:5pt">小小</p>')}
      ${ground('#b0202b', '<p style="color:#f4efe6;font-size:6pt">纸色</p>')}`,
    dark: '<p style="color:#0a0c14">叠色黑字</p>',
    'dark line': svg('<path d="M0 20H200" stroke="#0a0c14" stroke-width=".5"/>'),
    small: '<p style="color:#225588;font-size:7pt">小蓝字</p><p style="color:#225588;font-size:8pt">八磅蓝字</p>',
    shining: '<p style="opacity:.5">半</p>',
    fading: '<div style="height:40pt;background:linear-gradient(90deg,rgba(200,30,40,1),rgba(200,30,40,0))"></div>',
    shadow: '<p style="box-shadow:0 0 5pt #400">影</p>',
    mask: '<div style="height:40pt;background:#0a0;mask-image:linear-gradient(#000,transparent)"></div>',
    repeating:
      '<div style="width:200pt;height:40pt;background:repeating-linear-gradient(45deg,#f00 0 5pt,#00f 5pt 10pt)"></div>',
  }
  raw = await printSheets(names.map((name) => sheets[name]))
  print = (await finishPrint(raw, issue, { layoutBleed })).bytes
  found = told(print, issue)
})

const on = (name: Name, all = found): readonly Diagnostic[] =>
  all.filter(({ place }) => place?.page === names.indexOf(name) + 1)
const sentences = (name: Name): string[] => on(name).map((d) => worded(d, 'zh').message)
const codes = (name: Name): string[] => on(name).map(({ code }) => code)

const shining = ['shining', 'fading', 'shadow', 'mask'] as const

describe('what a printing house would not print well', () => {
  it('is nothing on a page that keeps to the rules', () => {
    expect(sentences('clean')).toEqual([])
  })

  it('names the page, the picture, its printed size, its resolution and the pixels that it needs', () => {
    const [width, height] = [size.width, size.height].map((pixels) => Math.round((pixels / 240) * 25.4))
    expect(sentences('low')).toEqual([
      `第 2 页的图片“figures/gate.png”印成 ${width}×${height} mm，分辨率只有 240 ppi，低于 300 ppi`,
    ])
    const { needWidth, needHeight } = on('low')[0]!.facts
    expect(Math.abs(Number(needWidth) - size.width * 1.25)).toBeLessThan(3)
    expect(Math.abs(Number(needHeight) - size.height * 1.25)).toBeLessThan(3)
    expect(on('low')[0]!.place).toEqual({ file, page: 2 })
  })

  it('says it more strongly of a picture whose pixels one will see', () => {
    expect(codes('coarse')).toEqual(['printing/picture-coarse'])
    expect(sentences('coarse')[0]).toContain('96 ppi')
  })

  it('tells pictures of one size apart by their order, and names all that it may be where that does not', () => {
    expect(sentences('named')[0]).toContain('图片“figures/river.png”印成')
    const more = told(print, issueWith([...figures, 'figures/unprinted.png']))
    const river = more.find(({ place }) => place?.page === names.indexOf('named') + 1)!
    expect(river.facts.picture).toBe([...figures, 'figures/unprinted.png'].map((src) => `“${src}”`).join('、'))
  })

  it('asks more of line art, as a note', () => {
    expect(on('line art').map((d) => [d.code, worded(d, 'zh').severity])).toEqual([
      ['printing/line-art-resolution', 'note'],
    ])
    expect(sentences('line art')[0]).toMatch(/“figures\/woodcut.png”分辨率为 39[5-9] ppi，低于 600 ppi/)
  })

  it('measures a turned picture along its own sides', () => {
    expect(on('turned')[0]!.facts.ppi).toBeGreaterThan(195)
    expect(on('turned')[0]!.facts.ppi).toBeLessThan(205)
  })

  it('finds what the browser turned into pixels', () => {
    expect(codes('pattern')).toContain('printing/picture-coarse')
    expect(sentences('pattern')[0]).toContain('“figures/map.svg”')
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
    expect(codes('dark')).toEqual(['pdfx/rich-black'])
    expect(sentences('dark')[0]).toMatch(/不是单色黑（C \d+ M \d+ Y \d+ K \d+）/)
    expect(codes('dark line')).toEqual(['printing/rich-black-line'])
  })

  it('finds small type in several inks that nobody chose', () => {
    expect(codes('small')).toEqual(['printing/small-type-inks'])
    expect(Number(on('small')[0]!.facts.size)).toBeCloseTo(7, 1)
  })

  it('finds what shines through, and colours that the press would convert', () => {
    for (const name of shining) expect(codes(name)).toContain('preflight/transparency')
    expect(codes('repeating')).toEqual(['preflight/gradient'])
  })

  it('is refused for it as PDF/X-1a', async () => {
    const refused = told((await finishPrint(raw, x1a, { layoutBleed })).bytes, x1a)
    const codesOn = (name: Name) => on(name, refused).map(({ code }) => code)
    for (const name of shining) expect(codesOn(name)).toContain('pdfx/transparency')
    expect(codesOn('repeating')).toEqual(['pdfx/independent-colour'])
  })

  it('is worded in both languages without gaps', () => {
    for (const diagnostic of found) {
      for (const locale of ['zh', 'en'] as const) {
        const { message, hint = '' } = worded(diagnostic, locale)
        expect(`${message}${hint}`).not.toMatch(/undefined|NaN|Infinity|\{/)
      }
    }
    expect(found.length).toBeGreaterThan(10)
  })
})

describe('a print that was tampered with', () => {
  const codesOn = async (content: (before: string) => string): Promise<readonly unknown[]> => {
    const bytes = await changed(print, (document) => {
      const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 100, 100], Matrix: [0.1, 0, 0, 0.1, 50, 50] }
      const drawing = streamOf(document, '0 0 0 1 K 2 w 0 0 m 100 0 l S', form)
      resources(document, 'XObject').set(PDFName.of('Planted'), document.context.register(drawing))
      changeContent(document, 0, content)
    })
    return told(bytes, issue).flatMap(({ code, facts }) => (facts.page === 1 ? [[code, facts.count, facts.width]] : []))
  }

  it('has its planted faults found', async () => {
    expect(await codesOn((before) => `${before}\nq 0 w 60 90 m 90 90 l S /Planted Do Q`)).toEqual([
      ['printing/hairline', 2, 0],
    ])
  })

  it('has nothing found where the fault is clipped away', async () => {
    expect(await codesOn((before) => `${before}\nq 60 60 50 50 re W n 0 0 0 1 k 150 150 200 .1 re f Q`)).toEqual([])
  })
})
