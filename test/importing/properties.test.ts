import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ImportResult, importText } from '../../scripts/importing/import.ts'
import { authorsOf, type Original, originals } from './corpus.ts'

const options = { file: 'raw.txt', id: '2026-01' }
const blocks = (result: ImportResult, at = 0): string[] =>
  result.articles[at]!.blocks.map(({ kind, text }) => `${kind} ${text}`)
const wanted = ({ blocks: all }: Original): string[] => all.map(({ kind, text }) => `${kind} ${text}`)
const anyArticle = fc.constantFrom(...originals)

/** Lines of one paragraph as a typesetter breaks them: no closing mark opens a line, no number or Western word is divided. */
function wrapped(text: string, width: number, indent: number): string[] {
  const lines: string[] = []
  let line = ''
  const tokens =
    text.match(/[A-Za-z0-9.%]+[，。、；：！？”’）》]*|[“‘（《]*[^A-Za-z0-9][，。、；：！？”’）》]*/gu) ?? []
  for (const token of tokens) {
    const room = width - (lines.length === 0 ? indent : 0)
    const length = (line + token).replace(/[A-Za-z0-9.% ]{2}/gu, '一').length
    if (length > room && line !== '') {
      lines.push(line)
      line = ''
    }
    line += token
  }
  return [...lines, line]
}

/** Signs of a paragraph: an indent, an empty line, or both. */
function setArticle(
  { title, authors, affiliation, blocks: all }: Original,
  width: number,
  sign: 'indent' | 'blank' | 'both',
) {
  const indent = sign === 'blank' ? 0 : 2
  const gap = sign === 'indent' ? [] : ['']
  const body = all.flatMap(({ kind, text }) => {
    if (kind === 'heading') return [...gap, text]
    const [first, ...rest] = wrapped(text, width, indent)
    return [...gap, `${'\u3000'.repeat(indent)}${first}`, ...rest]
  })
  return [title, authors.join(' '), ...body, ...gap, `（作者单位：${affiliation}）`]
}

describe('line ends', () => {
  test('text set to any measure, with any sign of its paragraphs, comes back whole', () => {
    fc.assert(
      fc.property(
        anyArticle,
        fc.integer({ min: 18, max: 46 }),
        fc.constantFrom('indent' as const, 'blank' as const, 'both' as const),
        (original, width, sign) => {
          const result = importText(setArticle(original, width, sign).join('\n'), options)
          expect(result.articles).toHaveLength(1)
          expect(blocks(result)).toEqual(wanted(original))
          expect(authorsOf(result.articles[0]!)).toEqual(original.authors)
        },
      ),
      { numRuns: 60, seed: 2 },
    )
  })
})

describe('what pages repeat', () => {
  test('running heads and folios between any two pieces leave no trace in the text, and stand in _leak.txt', () => {
    fc.assert(
      fc.property(
        anyArticle,
        fc.array(fc.record({ block: fc.nat(), share: fc.double({ min: 0.2, max: 0.8, noNaN: true }) }), {
          minLength: 2,
          maxLength: 4,
        }),
        fc.integer({ min: 11, max: 480 }),
        (original, cuts, folio) => {
          const long = original.blocks.flatMap(({ kind, text }, at) =>
            kind === 'paragraph' && text.length > 60 ? [at] : [],
          )
          const places = new Map(cuts.map(({ block, share }) => [long[block % long.length]!, share]))
          let page = folio
          const furniture: string[] = []
          const body = original.blocks.flatMap(({ text }, at) => {
            const share = places.get(at)
            if (share === undefined) return [text]
            // In the middle of a word, where the cut shows.
            const middle = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].filter(
              ({ segment, index }) => index > share * text.length * 0.7 && /^\p{Script=Han}{2,}$/u.test(segment),
            )[0]
            if (!middle) return [text]
            const cut = middle.index + 1
            const heads = [`— ${page} —`, `桥头文艺 2025年第${(page % 6) + 1}期`]
            page += 1
            furniture.push(...heads)
            return [text.slice(0, cut), ...heads, text.slice(cut)]
          })
          const raw = [original.title, original.authors.join(' '), ...body, `（作者单位：${original.affiliation}）`]
          const result = importText(raw.join('\n\n'), options)
          expect(result.leaked.map(({ text }) => text)).toEqual(furniture)
          const text = result.articles[0]!.blocks.map((block) => block.text)
          expect(text.join('')).toBe(original.blocks.map((block) => block.text).join(''))
          const undecided = result.repairs.some(({ rule }) => rule === 'join-doubt')
          if (!undecided) expect(blocks(result)).toEqual(wanted(original))
        },
      ),
      { numRuns: 60, seed: 4 },
    )
  })
})

describe('the order of articles', () => {
  const unit = fc.constantFrom('end', 'under', 'none', 'signed')
  test('any order, with the unit at the end, under the names, or nowhere, gives the same articles', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...originals], { minLength: 2 }),
        fc.array(unit, { minLength: 4, maxLength: 4 }),
        (order, places) => {
          const raw = order.map(({ title, authors, affiliation, blocks: all }, at) => {
            const anchor = `（作者单位：${affiliation}）`
            const body = all.map(({ text }) => text)
            if (places[at] === 'under') return [title, authors.join(' '), anchor, ...body]
            if (places[at] === 'signed') return [title, authors.join(' '), ...body, '（责任编辑：林阿水）']
            return [title, authors.join(' '), ...body, ...(places[at] === 'end' ? [anchor] : [])]
          })
          const result = importText(raw.flat().join('\n\n'), options)
          expect(result.articles.map(({ title }) => title)).toEqual(order.map(({ title }) => title))
          for (const [at, original] of order.entries()) {
            expect(blocks(result, at)).toEqual(wanted(original))
            expect(authorsOf(result.articles[at]!)).toEqual(original.authors)
            const placed = places[at] === 'end' || places[at] === 'under'
            expect(result.articles[at]!.affiliations).toEqual(placed ? [original.affiliation] : [])
          }
        },
      ),
      { numRuns: 60, seed: 6 },
    )
  })
})

describe('nothing is lost', () => {
  const plain = (text: string): string => text.replace(/\\([^\n])/gu, '$1').replace(/[\s\u3000|]/gu, '')
  const line = fc.oneof(
    fc.constantFrom(
      ...originals.flatMap(({ title, blocks: all }) => [title, ...all.map(({ text }) => text.slice(0, 50))]),
    ),
    fc.constantFrom(
      '沈砚秋',
      '（作者单位：南浦镇文化站）',
      '12',
      '文/苏晚',
      '摘 要：灯。',
      '图1 桥头的灯',
      '① 见县志。',
      '（责任编辑：林阿水）',
      '[1] 灯[M].',
      '2025年第3期',
      '（下转第8页）',
      '（上接第3页）',
      '问：为什么？',
      '甲\t乙',
      '——灯',
      '■',
      'Abstract: A lamp.',
      '&nbsp;灯',
      '此致',
      '目录',
    ),
  )
  test('whatever the lines and their order, each stands in a file or in the report', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 14 }), (lines) => {
        const result = importText(lines.join('\n'), options)
        const folder = result.files.map(({ text }) => plain(text)).join('\n')
        for (const one of lines) expect(folder, one).toContain(plain(one))
      }),
      { numRuns: 300, seed: 8 },
    )
  })
})
