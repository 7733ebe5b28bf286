import { describe, expect, it } from 'vitest'
import { markArtifacts, readTagged } from '../../scripts/press/tagged-content.ts'
import { parseToUnicode } from '../../scripts/press/to-unicode.ts'

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
    markArtifacts(content, new Set(untag), (name) => forms.includes(name))
      .replace(/\s+/g, ' ')
      .trim()

  it('puts marks around what paints between tags, and around nothing else', () => {
    expect(artifacts('q 1 0 0 1 0 0 cm /P <</MCID 0 >>BDC BT <01> Tj ET EMC 0 0 9 9 re f Q q Q')).toBe(
      'q 1 0 0 1 0 0 cm /P <</MCID 0 >>BDC BT <01> Tj ET EMC /Artifact BMC 0 0 9 9 re f Q q Q EMC',
    )
  })

  it('takes the tag from marked content that is only decoration', () => {
    expect(artifacts('/P <</MCID 0 >>BDC BT <01> Tj ET EMC /TD <</MCID 1 >>BDC 0 0 9 9 re f EMC', [1])).toBe(
      '/P <</MCID 0 >>BDC BT <01> Tj ET EMC /Artifact BMC 0 0 9 9 re f EMC',
    )
  })

  it('keeps marks with a text of their own inside an artifact', () => {
    expect(artifacts('BT /Span<</ActualText<feff0041>>>BDC <01> Tj EMC ET')).toBe(
      '/Artifact BMC BT /Span<</ActualText<feff0041>>>BDC <01> Tj EMC ET EMC',
    )
  })

  it('leaves a form with tags in it outside of every artifact', () => {
    expect(artifacts('0 0 1 1 re f /X1 Do /X2 Do', [], ['/X1'])).toBe(
      '/Artifact BMC 0 0 1 1 re f EMC /X1 Do /Artifact BMC /X2 Do EMC',
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
})
