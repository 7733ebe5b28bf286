import { describe, expect, it } from 'vitest'
import { parseToUnicode } from '../../../scripts/press/pdf/to-unicode.ts'
import { markArtifacts } from '../../../scripts/press/screen/content/artifacts.ts'
import { readTagged } from '../../../scripts/press/screen/tree/tagged-content.ts'

describe('reading a ToUnicode map', () => {
  it('reads single codes, ranges, ranges with a list and codes of several characters', () => {
    const cmap = `/CIDSystemInfo << /Registry (Adobe) >> def
2 beginbfchar <0003> <0020> <0116> <20142014> endbfchar
3 beginbfrange <0022> <0024> <0061> <0030> <0031> [<4e00> <d840dc00>] <0040> <0041> <00660066> endbfrange`
    expect([...parseToUnicode(cmap)]).toEqual([
      [0x03, ' '],
      [0x116, '——'],
      [0x22, 'a'],
      [0x23, 'b'],
      [0x24, 'c'],
      [0x30, '一'],
      [0x31, '𠀀'],
      [0x40, 'ff'],
      [0x41, 'fg'],
    ])
  })
})

describe('marking what has no tag', () => {
  const artifacts = (content: string, untag: number[] = [], forms: string[] = []) =>
    markArtifacts(content, { untag: new Set(untag), isTagged: (name) => forms.includes(name), top: 160, bottom: 40 })
      .replace(/\s+/g, ' ')
      .trim()

  it('puts marks around what paints between tags, and around nothing else', () => {
    expect(artifacts('q 1 0 0 1 0 0 cm /P <</MCID 0 >>BDC BT <01> Tj ET EMC 0 0 9 9 re f Q q Q')).toBe(
      'q 1 0 0 1 0 0 cm /P <</MCID 0 >>BDC BT <01> Tj ET EMC /Artifact <</Type /Layout>> BDC 0 0 9 9 re f Q q Q EMC',
    )
  })

  it('takes the tag from marked content that is only decoration', () => {
    expect(artifacts('/P <</MCID 0 >>BDC BT <01> Tj ET EMC /TD <</MCID 1 >>BDC 0 0 9 9 re f EMC', [1])).toBe(
      '/P <</MCID 0 >>BDC BT <01> Tj ET EMC /Artifact <</Type /Layout>> BDC 0 0 9 9 re f EMC',
    )
  })

  it('keeps marks with a text of their own inside an artifact', () => {
    expect(artifacts('BT /Span<</ActualText<feff0041>>>BDC <01> Tj EMC ET')).toBe(
      '/Artifact <</Type /Pagination /Subtype /Footer>> BDC BT /Span<</ActualText<feff0041>>>BDC <01> Tj EMC ET EMC',
    )
  })

  it('tells the running head above from the folio below, and both from what is only drawn', () => {
    const text = (y: number) => `BT /F1 10 Tf 1 0 0 1 20 ${y} Tm <01> Tj ET`
    expect(artifacts(`0 0 9 9 re f 1 0 0 rg ${text(180)} ${text(10)} 0 0 1 1 re f`)).toBe(
      [
        '/Artifact <</Type /Layout>> BDC 0 0 9 9 re f 1 0 0 rg EMC',
        `/Artifact <</Type /Pagination /Subtype /Header>> BDC ${text(180)} EMC`,
        `/Artifact <</Type /Pagination /Subtype /Footer>> BDC ${text(10)} EMC`,
        '/Artifact <</Type /Layout>> BDC 0 0 1 1 re f EMC',
      ].join(' '),
    )
  })

  it('takes what the text repeats for no folio', () => {
    const head = 'BT /F1 10 Tf 1 0 0 1 20 90 Tm <01> Tj ET'
    expect(artifacts(head)).toBe(`/Artifact <</Type /Pagination>> BDC ${head} EMC`)
  })

  it('leaves a form with tags in it outside of every artifact', () => {
    expect(artifacts('0 0 1 1 re f /X1 Do /X2 Do', [], ['/X1'])).toBe(
      '/Artifact <</Type /Layout>> BDC 0 0 1 1 re f EMC /X1 Do /Artifact <</Type /Layout>> BDC /X2 Do EMC',
    )
  })

  it('tells lines and areas from text and pictures, pieces of one identifier taken together', () => {
    const content =
      '/TD <</MCID 0 >>BDC 0 0 1 1 re f EMC /P <</MCID 1 >>BDC 0 0 1 1 re f EMC /Figure <</MCID 2 >>BDC /X Do EMC /P <</MCID 1 >>BDC BT <01> Tj ET EMC'
    const found = readTagged(content, () => undefined)
    expect([...found].map(([id, { type, pathsOnly }]) => [id, type, pathsOnly])).toEqual([
      [0, 'TD', true],
      [1, 'P', false],
      [2, 'Figure', false],
    ])
  })

  it('knows where text, lines and pictures stand, whatever matrices move them', () => {
    const content =
      'q .5 0 0 .5 100 0 cm /P <</MCID 0 >>BDC 0 0 8 8 re f BT /F1 10 Tf 1 0 0 1 20 40 Tm <01> Tj 20 0 Td <01> Tj ET EMC Q /Figure <</MCID 1 >>BDC q 30 0 0 -20 5 90 cm /X Do Q EMC'
    const found = readTagged(
      content,
      () => undefined,
      () => true,
    )
    expect(found.get(0)?.lines?.map((edge) => Math.round(edge * 10) / 10)).toEqual([110, 19.4, 125, 24.4])
    expect(found.get(0)?.box?.slice(0, 2)).toEqual([100, 0])
    expect(found.get(1)).toMatchObject({ lines: undefined, box: [5, 70, 35, 90] })
  })
})
