import { describe, expect, test } from 'vitest'
import { importText } from '../../scripts/importing/import.ts'
import { asked, outline } from './outline.ts'
import { jumps } from './shapes/jumps.ts'
import { magazines } from './shapes/magazines.ts'
import { pages } from './shapes/pages.ts'
import { papers } from './shapes/papers.ts'
import { passages } from './shapes/passages.ts'
import { people } from './shapes/people.ts'
import { texts } from './shapes/texts.ts'
import { whole } from './shapes/whole.ts'

/** Calls of notes and citations are written otherwise in Markdown; white space does not count. */
const plain = (text: string): string =>
  text
    .replace(/\\([^\n])/gu, '$1')
    .replace(/[\s\u3000|]/gu, '')
    .replace(/[①-⑳]/gu, (c) => `[${c.codePointAt(0)! - 0x245f}]`)
    .replace(/\[[@^](?=\d)/gu, '[')
    .replace(/(?<=\[[\d,-]+\])\^([^^]{1,16})\^/gu, '$1')

describe.each(Object.entries({ magazines, papers, pages, texts, jumps, passages, people, whole }))(
  '%s',
  (_, shapes) => {
    test.each(shapes)('$name', ({ raw, outline: wanted, asked: rules, leaked, refused }) => {
      const result = importText(raw.join('\n'), { file: 'raw.txt', id: '2026-01' })
      if (refused !== undefined) {
        expect(result.diagnostics.map(({ code }) => code)).toEqual([refused])
        expect(result.files).toEqual([])
        return
      }
      expect(outline(result)).toEqual(wanted)
      expect(asked(result)).toEqual(rules)
      expect(result.leaked.map(({ text }) => text)).toEqual(leaked ?? [])
      const folder = result.files.map(({ text }) => plain(text)).join('\n')
      for (const line of raw) expect(folder, line).toContain(plain(line))
    })
  },
)
