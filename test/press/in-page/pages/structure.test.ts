import { describe, expect, it } from 'vitest'
import { readMark, writeMark } from '../../../../scripts/press/in-page/pages/marks.ts'
import { markEnglish } from '../../../../scripts/press/screen/content/foreign-passages.ts'
import { missingSpaces, withSpaces } from '../../../../scripts/press/screen/content/word-breaks.ts'
import { joinPieces, placeNotes } from '../../../../scripts/press/screen/tree/join.ts'
import { completeParts, groupSections, levelHeadings } from '../../../../scripts/press/screen/tree/parts.ts'
import { plainTree } from '../../../../scripts/press/screen/tree/plain.ts'
import {
  type Content,
  type Element,
  isContent,
  isElement,
  type Kid,
  keyOf,
} from '../../../../scripts/press/screen/tree/read.ts'
import type { Run, TaggedContent } from '../../../../scripts/press/screen/tree/tagged-content.ts'

const page = '1 0 R'
const at = (id: number, on = page): Content => ({ kind: 'content', page: on, id })
const el = (type: string, ...kids: Kid[]): Element => ({ kind: 'element', type, kids })
/** `P-3` as our layout marks it, `P` as Chromium calls it. */
const marked = (chromium: string, mark: string, ...kids: Kid[]): Element => {
  const [type, key] = mark.split('-') as [string, string]
  return {
    kind: 'element',
    type: chromium,
    language: 'zh-Hans',
    mark: { language: 'zh-Hans', type, key: Number(key) },
    kids,
  }
}

/** The tree in one line: `P(1 2 Link(3))`. */
const line = (kid: Kid): string => {
  if (isContent(kid)) return String(kid.id)
  return isElement(kid) ? `${kid.type}(${kid.kids.map(line).join(' ')})` : 'annotation'
}

const content = (texts: Record<number, string>): Map<string, TaggedContent> =>
  new Map(
    Object.entries(texts).map(([id, text]) => [
      keyOf(at(Number(id))),
      { type: 'NonStruct', text, runs: [], pathsOnly: false, lines: undefined, box: undefined },
    ]),
  )

const plain = (
  kids: readonly Kid[],
  texts = content({ 1: '一', 2: '二', 3: '三', 4: '四' }),
  artifacts = new Set<string>(),
) => line(plainTree({ ...el('Document', ...kids), language: 'zh-Hans' }, { content: texts, artifacts }))

describe('a mark in the language of an element', () => {
  it('is read as it was written, and a language alone is none', () => {
    const mark = { language: 'zh-Hans', type: 'Note', key: 12 }
    expect(writeMark(mark)).toBe('zh-Hans-x-Note-12')
    expect(readMark(writeMark(mark))).toEqual(mark)
    expect(readMark('zh-Hans')).toBeUndefined()
    expect(readMark('zh-Latn-x-pinyin')).toBeUndefined()
  })
})

describe('the tree without what means nothing', () => {
  it('loses the wrappers of pages and of texts', () => {
    const text = el('NonStruct', at(1))
    expect(plain([el('NonStruct', el('NonStruct', el('P', text, el('NonStruct', at(2)))))])).toBe('Document(P(1 2))')
  })

  it('has the types that the layout means', () => {
    expect(plain([marked('Div', 'Art-1', marked('Div', 'Note-2', marked('Div', 'Lbl-3', at(1)), at(2)))])).toBe(
      'Document(Art(Note(Lbl(1) 2)))',
    )
    expect(plain([el('P', marked('Link', 'Call-1', at(1)))])).toBe('Document(P(Link(1)))')
  })

  it('makes a paragraph of a box with text, and of nothing else', () => {
    const box = el('NonStruct', el('NonStruct', at(1)), el('Em', at(2)))
    expect(plain([el('Art', el('NonStruct', box, el('P', at(3))))])).toBe('Document(Art(P(1 Em(2)) P(3)))')
    expect(plain([el('P', box)])).toBe('Document(P(1 Em(2)))')
  })

  it('drops rules, what the page does not hold, and pictures that mean nothing', () => {
    const artifacts = new Set([keyOf(at(2))])
    expect(plain([el('P', at(1), at(2), at(9))], content({ 1: '一', 2: '', 3: '' }), artifacts)).toBe('Document(P(1))')
    expect(plain([el('P', at(1)), el('Figure', at(3))], content({ 1: '一', 3: '' }), artifacts)).toBe('Document(P(1))')
    expect(artifacts).toEqual(new Set([keyOf(at(2)), keyOf(at(3))]))
  })

  it('keeps a passage in another language and not one in the same', () => {
    const passage = (language: string): Element => ({
      kind: 'element',
      type: 'NonStruct',
      language,
      kids: [el('NonStruct', at(2))],
    })
    expect(plain([el('P', at(1), passage('en'))])).toBe('Document(P(1 Span(2)))')
    expect(plain([el('P', at(1), passage('zh-Hans'))])).toBe('Document(P(1 2))')
  })
})

describe('what is divided between pages', () => {
  it('is one element with the content of all pages, in their order', () => {
    const first = marked('Art', 'Art-1', marked('P', 'P-2', at(1)), marked('P', 'P-3', at(2)))
    const second = marked(
      'Art',
      'Art-1',
      marked('P', 'P-3', at(0, '2 0 R'), marked('Strong', 'Same-4', at(1, '2 0 R'))),
    )
    const third = marked('Art', 'Art-1', marked('P', 'P-3', marked('Strong', 'Same-4', at(0, '3 0 R'))))
    expect(line(joinPieces(el('Document', first, el('Sect', at(5)), second, third)))).toBe(
      'Document(Art(P(1) P(2 0 Strong(1 0))) Sect(5))',
    )
  })

  it('keeps apart what has no mark, and a note from its call', () => {
    const kids = [el('P', at(1)), el('P', at(2)), marked('Link', 'Call-1', at(3)), marked('Div', 'Note-1', at(4))]
    expect(line(joinPieces(el('Document', ...kids)))).toBe('Document(P(1) P(2) Link(3) Note(4))'.replace('Note', 'Div'))
  })
})

describe('notes at the foot of a page', () => {
  const call = (key: number): Element => marked('Link', `Call-${key}`, at(key))
  const note = (key: number): Element => marked('Note', `Note-${key}`, at(key + 10))

  it('are read after the paragraph, list or table that calls them', () => {
    const art = el('Art', el('P', call(1), call(2)), el('L', el('LI', call(3))), el('P', at(9)))
    const tree = el('Document', art, note(1), note(2), note(3))
    placeNotes(tree)
    expect(line(tree)).toBe('Document(Art(P(Link(1) Link(2)) Note(11) Note(12) L(LI(Link(3))) Note(13) P(9)))')
  })

  it('stay where nothing calls them, and where they stand after the article', () => {
    const tree = el('Document', el('Art', el('P', call(1)), note(1)), note(2))
    placeNotes(tree)
    expect(line(tree)).toBe('Document(Art(P(Link(1)) Note(11)) Note(12))')
  })

  it('are read once, although they are called twice', () => {
    const tree = el('Document', el('Art', el('P', call(1)), el('P', call(1))), note(1))
    placeNotes(tree)
    expect(line(tree)).toBe('Document(Art(P(Link(1)) Note(11) P(Link(1))))')
  })
})

describe('the parts of an element', () => {
  const complete = (element: Element): string => {
    completeParts(element)
    return line(element)
  }

  it('are label and body for an item', () => {
    expect(complete(el('L', el('LI', el('Lbl', at(1)), at(2), el('P', at(3))), el('LI', at(4))))).toBe(
      'L(LI(Lbl(1) LBody(2 P(3))) LI(LBody(4)))',
    )
  })

  it('are items for a glossary, one for each term', () => {
    expect(complete(el('L', el('Lbl', at(1)), el('LBody', at(2)), el('LBody', at(3)), el('Lbl', at(4))))).toBe(
      'L(LI(Lbl(1) LBody(2) LBody(3)) LI(Lbl(4)))',
    )
  })

  it('are caption, head and body for a table', () => {
    const table = el('Table', marked('TR', 'Head-1', el('TH', at(1))), el('TR', el('TD', at(2))), el('Caption', at(3)))
    expect(complete(table)).toBe('Table(Caption(3) THead(TR(TH(1))) TBody(TR(TD(2))))')
  })

  it('are lists for items and entries that have none, and paragraphs for loose text', () => {
    const art = el('Art', el('P', at(1)), el('LI', el('Lbl', at(2)), at(3)), el('LI', at(4)), at(5), el('Span', at(6)))
    expect(complete(art)).toBe('Art(P(1) L(LI(Lbl(2) LBody(3)) LI(LBody(4))) P(5 Span(6)))')
    expect((art.kids[1] as Element).numbering).toBe('Decimal')
    expect(complete(el('Sect', el('TOCI', el('P', at(1)), el('TOC', el('TOCI', at(2))))))).toBe(
      'Sect(TOC(TOCI(P(1) TOC(TOCI(P(2))))))',
    )
  })

  it('are the name of a section for all its articles', () => {
    const art = (...kids: Kid[]): Element => el('Art', ...kids)
    const tree = el(
      'Document',
      el('Sect', el('H1', at(1))),
      art(el('H2', at(2)), el('H1', at(3))),
      art(el('H2', at(4))),
      art(el('H1', at(5)), el('H2', at(6))),
      el('Sect', el('P', at(7))),
      art(el('H2', at(8))),
    )
    groupSections(tree)
    expect(line(tree)).toBe(
      'Document(Sect(H1(1)) Sect(H1(3) Art(H2(2)) Art(H2(4))) Sect(H1(5) Art(H2(6))) Sect(P(7)) Art(H2(8)))',
    )
  })

  it('leave out no level of headings on the way down', () => {
    const tree = el('Document', el('H2', at(1)), el('H4', at(2)), el('H4', at(3)), el('H1', at(4)), el('H3', at(5)))
    levelHeadings(tree)
    expect(line(tree)).toBe('Document(H1(1) H2(2) H3(3) H1(4) H2(5))')
  })
})

describe('English in a Chinese text', () => {
  it('is marked where it is a passage, cut by lines or not', () => {
    const tree = el('Document', el('P', at(1), at(2), at(3)), el('P', at(4)))
    markEnglish(tree, content({ 1: '原文作', 2: 'the way of', 3: 'the tea', 4: 'Unicode Adobe PDF' }), 'zh-Hans')
    expect(line(tree)).toBe('Document(P(1 Span(2 3)) P(4))')
    expect(((tree.kids[0] as Element).kids[1] as Element).language).toBe('en')
  })

  it('is left alone where the layout has told the language', () => {
    const tree: Element = { ...el('Sect', el('P', at(1))), language: 'en' }
    markEnglish(tree, content({ 1: 'The way of the tea' }), 'zh-Hans')
    expect(line(tree)).toBe('Sect(P(1))')
  })
})

describe('the space at which a line ends', () => {
  /** Lines of a block from the top, each a content of its own. */
  const spaces = (...lines: readonly (string | readonly [text: string, baseline: number])[]) => {
    const runs = lines.map((it, i): Run => {
      const [text, baseline] = typeof it === 'string' ? [it, 700 - 14 * i] : it
      return { text, baseline, end: 10 * (i + 1), height: 10, font: '/F1' }
    })
    const known = new Map(
      runs.map((run, i) => [
        keyOf(at(i)),
        { type: 'P', text: run.text, runs: [run], pathsOnly: false, lines: undefined, box: undefined },
      ]),
    )
    return missingSpaces(el('Document', el('P', ...runs.map((_, i) => at(i)))), known).get(page) ?? []
  }

  it('is missing between two Western words, and told by its place in the content', () => {
    expect(spaces('squeezing', 'marks saves (', '14 lines).', 'The rest')).toEqual([
      { offset: 10, font: '/F1' },
      { offset: 30, font: '/F1' },
    ])
  })

  it('is not missing in Chinese, in an address, behind a hyphen, or before a superior figure', () => {
    expect(spaces('排印', 'Unicode', '标准')).toEqual([])
    expect(spaces('见https://www.', 'w3.org/TR/', 'clreq')).toEqual([])
    expect(spaces('two-', 'column', ['1', 690])).toEqual([])
    expect(spaces('hy\u00ad', 'phen')).toEqual([])
  })

  it('is shown behind the last character of the line, where the font has one', () => {
    const content = '<0001> Tj ET BT <0002> Tj'
    expect(withSpaces(content, [{ offset: 9, font: '/F1' }], (font) => ({ font, code: 3 }))).toBe(
      '<0001> Tj <0003> Tj ET BT <0002> Tj',
    )
    expect(withSpaces(content, [{ offset: 9, font: '/F1' }], () => undefined)).toBe(content)
    const set = '/F1 9.5 Tf <0001> Tj ET'
    expect(withSpaces(set, [{ offset: 20, font: '/F1' }], () => ({ font: '/F2', code: 3 }))).toBe(
      '/F1 9.5 Tf <0001> Tj /F2 1 Tf <0003> Tj /F1 9.5 Tf ET',
    )
  })

  it('belongs to no two paragraphs together', () => {
    const run = (text: string, baseline: number): TaggedContent => ({
      type: 'P',
      text,
      runs: [{ text, baseline, end: 1, height: 10, font: '/F1' }],
      pathsOnly: false,
      lines: undefined,
      box: undefined,
    })
    const known = new Map([
      [keyOf(at(1)), run('one', 700)],
      [keyOf(at(2)), run('two', 680)],
    ])
    expect(missingSpaces(el('Document', el('P', at(1)), el('P', at(2))), known).size).toBe(0)
    expect(missingSpaces(el('Document', el('P', at(1), el('Link', at(2)))), known).size).toBe(1)
  })
})
