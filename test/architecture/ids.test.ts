import { describe, expect, test } from 'vitest'
import { articleIds, bookId, partId, placeId, readId, sectionId } from '../../scripts/model/ids.ts'
import { ownTemplates, scripts, textOf } from './sources.ts'

describe('ids', () => {
  test('are made and read by one grammar', () => {
    const names = Array.from({ length: 100 }, (_, i) => `${i + 1}.md`)
    const ids = [...articleIds([{ name: '', articles: [...names, '1.md'] }]).values()]
    expect([ids[0], ids[99], ids.length, sectionId(2)]).toEqual(['a01', 'a100', 100, 's2'])
    expect(readId('a100')).toEqual({ article: 'a100', part: null })
    for (const part of ['heading', 'figure', 'table', 'note', 'call', 'reference', 'citation'] as const) {
      expect(readId(partId('a05', part, 12))).toEqual({ article: 'a05', part })
    }
    expect(readId(placeId('a05', 'rest'))).toEqual({ article: 'a05', part: 'rest' })
    expect(bookId('np', 'a05', 0)).toBe('np-a05-0')
    for (const other of ['toc-title', 'page-3', 's2', 'a5', 'a05-x3', 'a05-n', 'xa05']) expect(readId(other)).toBeNull()
  })

  const places = 'rest|jump|section|title|references|notes|caption'

  test('are neither built nor taken apart by any other script', () => {
    const built = new RegExp(
      `\\}-(?:(?:[hftncr]|cite)\\$\\{|(?:${places})\\b)|\`(?:(?:page|np|creator|contributor|picture|rare-face)-|[as](?!\\$\\{(?:by|having)\\b))\\$\\{`,
    )
    // A regular expression with one of the places, with letters of parts, or with the form of an article's id.
    const split = new RegExp(`/[^/\\n]*(?:-(?:${places})\\b|-\\(\\[\\w+\\]\\)\\\\d|\\^a\\\\d)[^/\\n]*/`)
    const others = scripts.filter(({ file }) => file !== 'scripts/model/ids.ts')
    expect(others.filter(({ code }) => built.test(code) || split.test(code)).map(({ file }) => file)).toEqual([])
  })

  test('are neither built nor taken apart by a template', () => {
    const templates = ownTemplates.filter((file) => file.endsWith('.hbs'))
    const built = templates.flatMap((file) =>
      [
        ...textOf(file)
          .replace(/\{\{[^}]*\}\}\}?/g, '\0')
          .matchAll(/ ([\w-]+)="([^"]*(?:\0-|-\0)[^"]*)"/g),
      ]
        // Neither a class nor the key of a block is an id.
        .filter(([, attribute]) => attribute !== 'class' && attribute !== 'data-block')
        .map(([found]) => `${file}:${found.replaceAll('\0', '…')}`),
    )
    expect(built).toEqual([])
  })
})
