import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ImportResult, importText, isJoin } from '../../scripts/importing/import.ts'
import { set, undecidable, unprintable } from './columns.ts'
import { authorsOf, type Original, originals, rawArticle, rawText } from './corpus.ts'

const options = { file: 'raw.txt', id: '2026-01' }
const lines = (blocks: readonly { readonly kind: string; readonly text: string }[]): string[] =>
  blocks.map(({ kind, text }) => `${kind} ${text}`)
const imported = (result: ImportResult, at = 0): string[] => lines(result.articles[at]!.blocks)
const asked = (result: ImportResult): boolean =>
  result.repairs.some((repair) => repair.rule === 'join-doubt' || repair.rule === 'overlap-doubt')

/** The pieces of an article with one block cut in two. */
function cutOnce(
  original: Original,
  block: number,
  at: number,
  doubled: boolean,
): { pieces: string[]; before: string; after: string } {
  const characters = Array.from(original.blocks[block]!.text)
  const before = characters.slice(0, at).join('')
  const after = characters.slice(at).join('')
  const second = (doubled ? characters[at - 1]! : '') + after
  const pieces = original.blocks.flatMap(({ text }, index) => (index === block ? [before, second] : [text]))
  return { pieces, before, after }
}

/** Every block of the result is whole or a part of one block of the original: nothing was joined across two. */
function withinOriginals(result: ImportResult, original: Original): void {
  const all = original.blocks.map(({ text }) => text)
  for (const { text } of result.articles[0]!.blocks) {
    // A doubtful second copy stays in the text, so that it is looked for without it.
    const found = all.some((whole) => whole.includes(text) || whole.includes(text.slice(1)) || similar(whole, text))
    expect(found, text).toBe(true)
  }
}

/** Equal but for one character that stands twice in `text`. */
function similar(whole: string, text: string): boolean {
  const [a, b] = [Array.from(whole), Array.from(text)]
  const at = b.findIndex((character, index) => character !== a[index])
  return at > 0 && b[at] === b[at - 1] && [...b.slice(0, at), ...b.slice(at + 1)].join('') === whole
}

describe('whole articles', () => {
  test.each(originals)('$title comes back as it was, with nothing changed and nothing asked', (original) => {
    const result = importText(
      rawArticle(
        original,
        original.blocks.map(({ text }) => text),
      ),
      options,
    )
    expect(imported(result)).toEqual(lines(original.blocks))
    expect(result.repairs.filter(({ action }) => action !== 'flagged')).toEqual([])
    const unnumbered = original.blocks.filter(
      ({ kind, text }) => kind === 'heading' && !/^(?:[一二三]、|（)/u.test(text),
    )
    expect(result.repairs.map(({ rule, before }) => [rule, before])).toEqual(
      unnumbered.map(({ text }) => ['heading-unnumbered', text]),
    )
  })

  test('four articles in a row are divided, with their names and units', () => {
    const raw = rawText(
      originals.map((one) =>
        rawArticle(
          one,
          one.blocks.map(({ text }) => text),
        ),
      ),
    )
    const result = importText(raw, options)
    expect(
      result.articles.map((it) => ({ title: it.title, authors: authorsOf(it), affiliations: it.affiliations })),
    ).toEqual(originals.map(({ title, authors, affiliation }) => ({ title, authors, affiliations: [affiliation] })))
    originals.forEach((original, at) => {
      expect(imported(result, at)).toEqual(lines(original.blocks))
    })
    expect(result.leaked).toEqual([])
  })
})

describe('columns of other widths', () => {
  const widths = [14, 15, 16, 17, 18, 20, 22, 24, 28]
  const heights = [9, 13, 17, 23, 31]

  test.each(widths)('columns of %i characters, in five heights, are undone wherever the cut can be seen', (width) => {
    let decided = 0
    for (const original of originals) {
      for (const height of heights) {
        const { pieces, cuts } = set(original.blocks, { width, height, doubled: false })
        if (cuts.some(unprintable)) continue
        const result = importText(rawArticle(original, pieces), options)
        const hidden = cuts.filter(undecidable)
        if (asked(result)) continue
        decided += 1
        if (hidden.length === 0) expect(imported(result)).toEqual(lines(original.blocks))
        else expect(result.articles[0]!.blocks.length).toBe(original.blocks.length + hidden.length)
        expect(result.articles[0]!.blocks.map(({ text }) => text).join('')).toBe(
          original.blocks.map(({ text }) => text).join(''),
        )
        const joins = result.repairs.filter(({ rule, action }) => isJoin(rule) && action === 'applied')
        expect(joins.length).toBe(cuts.length - hidden.length)
      }
    }
    expect(decided).toBeGreaterThanOrEqual(originals.length * heights.length - 4)
  })
})

/** A block of an article, a place to cut it at, whether the character there is printed twice. */
const anyCut = (from: number) =>
  fc
    .record({ article: fc.nat(originals.length - 1), block: fc.nat(), at: fc.nat(), doubled: fc.boolean() })
    .map(({ article, block, at, doubled }) => {
      const original = originals[article]!
      const long = original.blocks.flatMap(({ text }, index) => (Array.from(text).length > from + 1 ? [index] : []))
      const index = long[block % long.length]!
      const length = Array.from(original.blocks[index]!.text).length
      return { original, block: index, at: from + (at % (length - from)), doubled }
    })
    .filter(({ original, block, at }) => {
      const { before, after } = cutOnce(original, block, at, false)
      return at > 0 && !unprintable({ block: original.blocks[block]!, before, after })
    })

describe('one cut anywhere', () => {
  test('nothing is joined across two blocks and no character is lost, wherever the cut falls', () => {
    fc.assert(
      fc.property(anyCut(4), ({ original, block, at, doubled }) => {
        const { pieces } = cutOnce(original, block, at, doubled)
        const result = importText(rawArticle(original, pieces), options)
        withinOriginals(result, original)
        const dropped = result.repairs.filter(({ rule }) => rule === 'overlap').length
        const kept = result.articles[0]!.blocks.map(({ text }) => text).join('')
        expect(Array.from(kept).length + dropped).toBe(Array.from(pieces.join('')).length)
      }),
      { numRuns: 400, seed: 7 },
    )
  })

  test('a cut after a line of ten characters or more is undone, or asked about', () => {
    let exact = 0
    let runs = 0
    fc.assert(
      fc.property(anyCut(10), ({ original, block, at, doubled }) => {
        const { pieces, before, after } = cutOnce(original, block, at, doubled)
        fc.pre(doubled || !undecidable({ block: original.blocks[block]!, before, after }))
        const result = importText(rawArticle(original, pieces), options)
        const same = imported(result).join('\n') === lines(original.blocks).join('\n')
        runs += 1
        if (same) exact += 1
        else expect(asked(result), `${before} | ${after}`).toBe(true)
      }),
      { numRuns: 600, seed: 11 },
    )
    expect(exact / runs).toBeGreaterThan(0.95)
  })
})

describe('several cuts', () => {
  test('a cut in each of several blocks is undone, or asked about, and never joins two blocks', () => {
    let exact = 0
    let runs = 0
    fc.assert(
      fc.property(
        fc.nat(originals.length - 1),
        fc.array(
          fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.boolean(), doubled: fc.boolean() }),
          { minLength: 12, maxLength: 12 },
        ),
        (article, plan) => {
          const original = originals[article]!
          const pieces = original.blocks.flatMap(({ kind, text }, index) => {
            const { share, cut, doubled } = plan[index]!
            const characters = Array.from(text)
            const at = 10 + Math.floor(share * (characters.length - 12))
            const before = characters.slice(0, at).join('')
            const after = characters.slice(at).join('')
            const parted = { block: { kind, text }, before, after }
            if (!cut || characters.length < 13 || unprintable(parted) || undecidable(parted)) return [text]
            return [before, (doubled ? characters[at - 1]! : '') + after]
          })
          const result = importText(rawArticle(original, pieces), options)
          withinOriginals(result, original)
          runs += 1
          if (imported(result).join('\n') === lines(original.blocks).join('\n')) exact += 1
          else expect(asked(result), pieces.join('\n')).toBe(true)
        },
      ),
      { numRuns: 150, seed: 3 },
    )
    expect(exact / runs).toBeGreaterThan(0.8)
  })
})
