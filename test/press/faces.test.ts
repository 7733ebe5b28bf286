import plain from 'subset-font'
import { describe, expect, test } from 'vitest'
import { formatPlace } from '../../scripts/model/place.ts'
import { coveredCodePoints, faces, missingGlyphs, readFace } from '../../scripts/press/faces.ts'
import { fontFaceCss, subsetFaces } from '../../scripts/press/fonts.ts'
import { subsetFont } from '../../scripts/press/subset-cache.ts'

describe('faces', () => {
  test('cover GB 2312, rare characters of the general table, pinyin and marks', async () => {
    const covered = await coveredCodePoints()
    const gb2312 = new TextDecoder('gb2312')
    for (let row = 0xb0; row <= 0xf7; row++) {
      for (let cell = 0xa1; cell <= 0xfe; cell++) {
        if (row === 0xd7 && cell > 0xf9) continue
        expect(covered.has(gb2312.decode(Uint8Array.of(row, cell)).codePointAt(0)!)).toBe(true)
      }
    }
    for (const character of '𤩽𡎚𦒍āǎěǚ“”《》〈〉…—·％㎡①')
      expect([character, covered.has(character.codePointAt(0)!)]).toEqual([character, true])
  })

  test('name every character they lack once a file, at its line and column', async () => {
    const found = await missingGlyphs(
      new Map([
        ['a.md', '刊本\n甲𪚥乙𪚥\n'],
        ['b.md', '𪚥'],
      ]),
    )
    expect(found.map((d) => [d.code, formatPlace(d.place!), d.facts.character])).toEqual([
      ['layout/glyph-missing', 'a.md:2:2', '𪚥'],
      ['layout/glyph-missing', 'b.md:1:1', '𪚥'],
    ])
  })

  test('are small once subset, and come as rules with the data inside', async () => {
    const subset = await subsetFaces('刊本')
    expect(subset).toHaveLength(6)
    for (const face of subset) expect(face.data.length).toBeLessThan(200_000)
    const css = fontFaceCss(subset)
    expect(css.match(/@font-face/g)).toHaveLength(6)
    expect(css).not.toMatch(/url\((?!data:)/)
  })

  test('are the same bytes from the cache as from the program that subsets', async () => {
    for (const face of [faces[0]!, faces.at(-1)!]) {
      const font = await readFace(face)
      const wanted = await plain(font, '刊本', { targetFormat: 'truetype' })
      for (let i = 0; i < 2; i++) {
        expect(Buffer.compare(await subsetFont(font, '刊本', { targetFormat: 'truetype' }), wanted)).toBe(0)
      }
    }
  })
})
