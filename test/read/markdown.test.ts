import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BodyToken, blockTexts, inlinesOf } from '../../scripts/model/body.ts'
import { readMarkdown } from '../../scripts/read/markdown.ts'
import { parser } from '../../scripts/read/parser.ts'
import { childOffsets } from '../../scripts/read/positions.ts'

const marks =
  '甲|乙|，|“|”|Q|Z| |\n|\n\n|\n> |\n- |\n## |\n### |\n# |*|**|`|```\n|{刊|\\||kān}|{刊本\\|kān běn}|[^1]|[^2]|\n\n[^1]: |![图](figures/a.svg)|![图](figures/a.svg "甲[^1]乙")|{credit="*Z*[^2]"}|{span=page}|[链](02-ink.md)|[链](x)|<https://example.org>|\n::: verse\n|\n:::\n|\n——|\n\n表：|\n\\| 甲 \\| 乙 \\|\n\\| --- \\| --- \\|\n|<br>|\\*|&nbsp;|&amp;|\n: |    |\u3000|  \n|\\\n|---\n|~~|\n\n{下转}\n\n|{下转}|[甲]{.name}|[|]{.work}|{.x}|[@1]|[@|\\|'
    .split(/(?<!\\)\|/)
    .map((mark) => mark.replaceAll('\\|', '|'))
const documents = fc.array(fc.constantFrom(...marks), { maxLength: 40 }).map((pieces) => pieces.join(''))

const read = (text: string) =>
  readMarkdown({ file: 'f', text, skip: 0, article: 'a01', articles: new Map([['02-ink.md', 'a02']]) })

/** Opening and closing tokens in pairs, inside and out. */
function isBalanced(tokens: readonly BodyToken[]): boolean {
  const open: string[] = []
  for (const token of tokens) {
    if (token.nesting === 1) open.push(token.type.replace(/_open$/, ''))
    if (token.nesting === -1 && open.pop() !== token.type.replace(/_close$/, '')) return false
    if (token.children && !isBalanced(token.children)) return false
  }
  return open.length === 0
}

const inlineTypes =
  /^(text|break_opportunity|hardbreak|code_inline|ruby|footnote_ref|citation|(em|strong|link|name|work)_(open|close))$/

test('whatever is written, tokens are balanced, of known types, plain data, and faults lie inside the file', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const { body, notes, diagnostics } = read(text)
      const lines = text.split('\n')
      for (const tokens of [body, ...notes.map((note) => note.tokens)]) {
        expect(isBalanced(tokens)).toBe(true)
        for (const token of tokens.flatMap((t) => t.children ?? [])) expect(token.type).toMatch(inlineTypes)
        for (const { map } of tokens) {
          if (map) expect([map[0] >= 1, map[0] <= map[1], map[1] <= lines.length]).toEqual([true, true, true])
        }
        expect(structuredClone(tokens)).toEqual(tokens)
      }
      for (const { place } of diagnostics) {
        expect(place!.line).toBeLessThanOrEqual(lines.length)
        expect(place!.column).toBeLessThanOrEqual(lines[place!.line! - 1]!.length + 1)
        expect(place!.column).toBeGreaterThanOrEqual(1)
      }
    }),
    { numRuns: 1500, seed: 17 },
  )
})

test('whatever is written, note calls and notes match one to one and are numbered from 1', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const { body, notes } = read(text)
      const calls = body
        .flatMap(inlinesOf)
        .flat()
        .flatMap((t) => t.meta?.note?.number ?? [])
      expect(calls).toEqual(notes.map((note) => note.number))
      expect(notes.map((note) => note.number)).toEqual(notes.map((_, i) => i + 1))
    }),
    { numRuns: 1500, seed: 17 },
  )
})

test('where nothing is reported, no character is lost, doubled or moved', () => {
  let silent = 0
  fc.assert(
    fc.property(documents, (text) => {
      const { body, notes, diagnostics } = read(text)
      // Notes are read apart, and what follows the mark of a fence on its line is the name of a language.
      if (diagnostics.length > 0 || notes.length > 0 || /```./.test(text)) return
      silent += 1
      const count = (of: string): string => [...of.matchAll(/[甲乙QZ]/g)].join('')
      const source = text.replace(/\(.*?\)|<https:[^>]*>|&\w+;|\{span=page\}|kān|běn/g, '')
      const shown = blockTexts(body)
        .join('')
        .replace(/https:\/\/example.org|kān|běn/g, '')
      expect(count(shown)).toBe(count(source))
    }),
    { numRuns: 3000, seed: 17 },
  )
  expect(silent).toBeGreaterThan(300)
})

test('every text is found where it was written', () => {
  fc.assert(
    fc.property(documents, (text) => {
      for (const { content, children } of parser.parse(text, {}).filter((t) => t.type === 'inline')) {
        const offsets = childOffsets(content, children!)
        children!.forEach((child, i) => {
          if (child.type !== 'text' || children![i - 1]?.markup === 'autolink') return
          expect(content.slice(offsets[i], offsets[i]! + child.content.length)).toBe(child.content)
        })
      }
    }),
    { numRuns: 1500, seed: 17 },
  )
})
