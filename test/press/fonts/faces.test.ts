import plain from 'subset-font'
import { describe, expect, test } from 'vitest'
import { formatPlace } from '../../../scripts/model/place.ts'
import { charactersOf, coveredCodePoints, faces, readFace } from '../../../scripts/press/fonts/faces.ts'
import { missingGlyphs } from '../../../scripts/press/fonts/missing-glyphs.ts'
import { fontFaceCss, subsetFaces } from '../../../scripts/press/fonts/subset.ts'
import { sourceOfBytes, subsetFont } from '../../../scripts/press/fonts/subset-cache.ts'

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

  test.each([
    ['Latin of Europe', 'ŁłěřůŠšČčĞğŞşİıŐőŰűŽžĐđÞþÐðØøÆæŒœßẞĄąĘęŃńŒŸÿĲĳ'],
    ['transcriptions', 'āīūṛṝḷṃḥṅñṇṭḍśṣḫẖṯḏġĀĪŪŚṢʿʾʼ'],
    ['Vietnamese', 'ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĂăÂâĐđÊêÔôƠơƯư'],
    ['Greek with its accents', 'ΑαΆάἀἁἂἃἄἅἆἇὰάᾀᾳᾶἙἑὲέἨἡἩἱὶίὐὑὖῥὨὠῷΩω'],
    ['Cyrillic', 'АаЖжЪъЫыЬьЭэЮюЯяЁёІіЇїЄєҐґЎўЈјЉљЊњЋћЏџҚқӘәӨөҮү'],
    ['phonetic signs', 'ɐɑɒɓɔɕɖɗəɛɜɡɣɤɥɦɪɟʝɫɬɭɯɱɲɳŋɴøɵœɸɹɾʀʁʂʃθʈʉʊʋʌʍχʎʏʒʐʔʕˈˌːˑ̃'],
    ['raised and lowered figures', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₓₙ'],
    ['signs of Western text', '«»‹›„‚†‡¶§©®™ªº¿¡–—‑‐′″‰−×÷±°µ¼½¾€£¥¢№'],
  ])('cover %s', async (_, characters) => {
    const covered = await coveredCodePoints()
    const missing = [...characters].filter((character) => !covered.has(character.codePointAt(0)!))
    expect(missing).toEqual([])
  })

  test('of one package have one set of characters in all weights', async () => {
    const sets = new Map<string, number>()
    for (const face of faces.filter(({ italic, family }) => !italic && family !== 'Kai')) {
      const folder = face.file.split('/').slice(0, 2).join('/')
      const { size } = await charactersOf(face)
      expect([face.file, size]).toEqual([face.file, sets.get(folder) ?? size])
      sets.set(folder, size)
    }
    expect(sets.size).toBe(4)
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
    // Three weights of Song and two of Hei, each with its companion, the companion's marks and its italics; Kai.
    expect(subset).toHaveLength(21)
    for (const face of subset) expect(face.data.length).toBeLessThan(200_000)
    const css = fontFaceCss(subset)
    expect(css.match(/@font-face/g)).toHaveLength(21)
    expect(css).not.toMatch(/url\((?!data:)/)
  })

  test('are the same bytes from the cache as from the program that subsets', async () => {
    for (const face of [faces[0]!, faces.at(-1)!]) {
      const font = await readFace(face)
      const wanted = await plain(font, '刊本', { targetFormat: 'truetype' })
      for (let i = 0; i < 2; i++) {
        expect(
          Buffer.compare(await subsetFont(sourceOfBytes(font), '刊本', { targetFormat: 'truetype' }), wanted),
        ).toBe(0)
      }
    }
  })
})
