import { describe, expect, test } from 'vitest'
import {
  breakCosts,
  type Desperation,
  markAddresses,
  noBreak,
} from '../../../../scripts/press/in-page/lines/break-table.ts'
import { fitLines } from '../../../../scripts/press/in-page/lines/fit.ts'
import { isHyphenated, squeezed } from '../../../../scripts/press/in-page/lines/pieces.ts'
import { columnOf, em, fitted, piecesOf } from './compose-text.ts'

/** Written for these tests: every mark that the rules name, in running text. */
const texts = [
  '排字房的老师傅说：“行首不站标点，行末不留半边。”徒弟问：“要是站了呢？”师傅答：“那就挤——挤不动再推，推不动……就改稿子！”',
  '《校样十则》（增订本）收“一读、二对、三通”等条目，其中〈附录〉列出【例外】；读者可查“《别录》‘雠校’一条”，也可以不查。',
  '玛丽·安·埃文斯在1857—1861年间写了三部长篇，约90%的手稿尚存，另有10～12封信，按页／张编号，每件估价¥3 000起。',
  '编目用的是Dublin Core，校对用的是proofreading marks，两套记号合在一起，一共14 596个字符，用了2024年第3期的17页。',
]

const noStart = /^[，。、；：？！’”）》〉】·～—／…％]/
const noEnd = /[“‘（《〈【／¥]$/

/** Where a line may end: `中|文`. */
function breaksIn(text: string, desperation: Desperation = 0): string {
  const pieces = piecesOf(text)
  const costs = breakCosts(pieces, desperation)
  return pieces.map((piece, i) => piece.text + (costs[i] === noBreak ? '' : '|')).join('')
}

describe('where a line may end', () => {
  test('not before a stop, a closing mark, a dash or a connector, and not after an opening mark', () => {
    expect(breaksIn('他（她）说，好。')).toBe('他|（她）|说，|好。')
    expect(breaksIn('路易·布莱叶')).toBe('路|易·|布|莱|叶')
    expect(breaksIn('甲～乙／丙－丁')).toBe('甲～|乙／丙－|丁')
  })

  test('not inside two-em marks, and not before them', () => {
    expect(breaksIn('一——二……三')).toBe('一——|二……|三')
  })

  test('not between a number and its unit, its sign or its group', () => {
    expect(breaksIn('在2024年第3期')).toBe('在|2024年|第3期')
    expect(breaksIn('计14 596个，50%，¥3元')).toBe('计|14 596个，|50%，|¥3元')
    expect(breaksIn('宽210 mm的纸')).toBe('宽|210 mm|的|纸')
    expect(breaksIn('10～12人')).toBe('10～|12人')
    expect(breaksIn('用472 kW·h的')).toBe('用|472 |kW·h|的')
  })

  test('at the spaces of Latin text and never inside its words', () => {
    expect(breaksIn('用Dublin Core编')).toBe('用|Dublin |Core|编')
    expect(breaksIn('don’t stop')).toBe('don’t |stop')
  })

  test('in a compound after its hyphen, in an address after its signs', () => {
    expect(breaksIn('用open-source软')).toBe('用|open-|source|软')
    expect(breaksIn('见https://example.org/a1/list?id=42')).toBe('见|https://|example.|org/|a1/|list?|id=42')
    expect(breaksIn('号2024-06-15')).toBe('号|2024-06-15')
    expect(breaksIn('用e.g.的')).toBe('用|e.g.|的')
  })

  test('a long word takes a hyphen only where nothing else helps; code and addresses never do', () => {
    expect(breaksIn('见Unicode字')).toBe('见|Unicode|字')
    expect(breaksIn('见Unicode字', 1)).toBe('见|Uni|code|字')
    expect(breaksIn('见sample字', 1)).toBe('见|sam|ple|字')
    const code = piecesOf('Unicode').map((piece) => ({ ...piece, code: true }))
    expect(code.some((piece, i) => isHyphenated(piece, code[i + 1]))).toBe(false)
    expect(markAddresses(piecesOf('见www.example.org')).map(({ code }) => code)).toEqual([
      false,
      ...Array(15).fill(true),
    ])
  })

  test('a word of many thousand letters is looked at once, not once for each of its letters', () => {
    const costs = breakCosts(piecesOf(`见${'abcdefghij'.repeat(1000)}字`), 1)
    expect(costs.filter((cost) => cost !== noBreak)).toHaveLength(1001)
  })

  test('not inside what is kept together, and not before a note call', () => {
    const [first, ...rest] = piecesOf('甲乙丙1丁')
    const pieces = [{ ...first!, bound: true }, ...rest.map((piece) => ({ ...piece, call: piece.text === '1' }))]
    expect(breakCosts(pieces).map((cost) => cost !== noBreak)).toEqual([false, true, false, true, false])
  })
})

describe('lines by total fit', () => {
  const columns = Array.from({ length: 30 }, (_, i) => 15 + i)

  test.each(texts.map((text) => [text]))('no edge is forbidden in any column from 15 to 44 characters: %s', (text) => {
    for (const characters of columns) {
      const lines = fitted(text, columnOf(characters))
      expect(lines.map((line) => line.text.replaceAll(' ', '')).join('')).toBe(text.replaceAll(' ', ''))
      for (const [i, line] of lines.entries()) {
        if (i > 0) expect(line.text).not.toMatch(noStart)
        if (i < lines.length - 1) expect(line.text).not.toMatch(noEnd)
      }
    }
  })

  test('a last line holds two Han at the least', () => {
    for (const text of texts.slice(0, 2)) {
      for (const characters of columns) {
        const lines = fitted(text, columnOf(characters))
        if (lines.length > 1) expect(lines.at(-1)!.text.match(/\p{Script=Han}/gu)?.length).toBeGreaterThanOrEqual(2)
      }
    }
  })

  test('a mark that ends a line is half an em wide, and is not in a house that keeps marks whole', () => {
    const text = '甲乙丙丁戊己庚辛，子丑寅卯辰巳午未申酉，天地玄黄宇宙洪荒'
    expect(fitted(text, columnOf(10.5)).map(({ text, halfEnd, slack }) => [text, halfEnd, slack])).toEqual([
      ['甲乙丙丁戊己庚辛，', true, 0],
      ['子丑寅卯辰巳午未申酉，', true, 0],
      ['天地玄黄宇宙洪荒', false, 0],
    ])
    const whole = columnOf(11, { halfAtEnd: false, compressed: false })
    expect(fitted(text, whole).every(({ halfEnd }) => !halfEnd)).toBe(true)
  })

  test('an opening mark that begins a line is half an em wide only where marks are compressed', () => {
    const text = '甲乙丙丁戊己庚辛“子丑寅卯辰巳午未申”天地'
    expect(fitted(text, columnOf(10)).map(({ halfStart }) => halfStart)).toEqual([false, true, false])
    expect(fitted(text, columnOf(10, { compressed: false })).some(({ halfStart }) => halfStart)).toBe(false)
  })

  test('inner marks give room for a mark before a line is stretched', () => {
    const tight = '甲乙，丙丁，戊己庚辛壬，子丑寅卯辰巳'
    expect(fitted(tight, columnOf(13))[0]).toMatchObject({ text: '甲乙，丙丁，戊己庚辛壬，', excess: em / 2 })
    const loose = fitted(tight, columnOf(13, { compressed: false }))
    expect(loose.every(({ excess }) => excess === 0)).toBe(true)
  })

  test('the whole paragraph is weighed: a line gives characters away where the next would show a hole', () => {
    const text = `${'字'.repeat(41)}${'w'.repeat(39)}${'字'.repeat(30)}`
    const lines = fitted(text, columnOf(20, { indent: 0 }))
    // A greedy line would take twenty Han twice, and leave one alone on the third. No line is spread into holes: the one before
    // the long word ends early.
    expect(Math.min(...lines.slice(0, 3).map(({ text }) => text.length))).toBeGreaterThan(5)
    expect(lines.slice(0, 3).map(({ ragged }) => ragged)).toEqual([false, false, true])
    expect(Math.max(...lines.filter(({ ragged }) => !ragged).map(({ gap }) => gap))).toBeLessThan(0.2)
  })

  test('a word wider than the column leaves the paragraph to the browser', () => {
    const pieces = piecesOf(`见${'W'.repeat(60)}`)
    expect(fitLines(pieces, breakCosts(pieces), columnOf(17))).toBeNull()
  })
})

describe('marks that meet', () => {
  const widths = (text: string, trimmed: boolean) =>
    squeezed(piecesOf(text, { trimmed })).map(
      ({ text: c, advance, halved }) => `${c}${advance / em}${halved ? '!' : ''}`,
    )

  test('are halved by us where the browser has left them whole', () => {
    expect(widths('问：“见', false)).toEqual(['问1', '：0.5!', '“1', '见1'])
    expect(widths('“‘闽’。”', false)).toEqual(['“1', '‘0.5!', '闽1', '’0.5!', '。0.5!', '”1'])
  })

  test('are halved by us where they stand in two elements, whatever the browser does', () => {
    const parted = squeezed(piecesOf('是，“门', { trimmed: true }), (i) => i === 1)
    expect(parted.map(({ advance, halved }) => [advance / em, halved])).toEqual([
      [1, false],
      [0.5, true],
      [1, false],
      [1, false],
    ])
  })

  test('stay as the browser has trimmed them, and loud stops stay whole', () => {
    expect(widths('闽’。”', true)).toEqual(['闽1', '’0.5', '。0.5', '”1'])
    expect(widths('吗？”他', false)).toEqual(['吗1', '？1', '”1', '他1'])
  })
})
