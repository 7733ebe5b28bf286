import { expect, test } from 'vitest'
import { readPageContent } from '../../../scripts/proof/pdf/interpreter.ts'
import type { PdfObjects } from '../../../scripts/proof/pdf/objects.ts'
import { type PdfDict, PdfStream, type PdfValue } from '../../../scripts/proof/pdf/syntax.ts'
import type { Visitor } from '../../../scripts/proof/pdf/visitor.ts'

const dict = (entries: Record<string, PdfValue>): PdfDict => new Map(Object.entries(entries))
const stream = (content: string, entries: Record<string, PdfValue> = {}) =>
  new PdfStream(dict(entries), Buffer.from(content))
const resolve = (value: PdfValue | undefined): PdfValue => value ?? null
const objects: Pick<PdfObjects, 'resolve' | 'dict'> = {
  resolve,
  dict: (value) => (value instanceof Map ? value : value instanceof PdfStream ? value.dict : dict({})),
}
const font = dict({ BaseFont: '/F' })

function read(content: string, visitor: Visitor, forms: Record<string, PdfValue> = {}): void {
  const resources = dict({ Font: dict({ F1: font }), XObject: dict(forms) })
  const page = dict({ Contents: [stream(content.slice(0, 7)), stream(content.slice(7))], Resources: resources })
  readPageContent(objects as PdfObjects, page, [0, 0, 100, 100], visitor)
}

test('a string stands where the lines and the numbers before it have moved to, in the type of its state', () => {
  const shown: unknown[] = []
  const visitor: Visitor = {
    string(bytes, { type, matrix, state }) {
      shown.push([bytes, type.size, matrix[4], matrix[5], state.ctm[0]])
      return matrix
    },
  }
  read(
    'q       2 0 0 2 0 0 cm BT /F1 10 Tf 5 50 TD 0 -12 TD (a) Tj T* [(b) -500 (c)] TJ ET Q BT (d) Tj /F1 8 Tf (e) Tj ET',
    visitor,
  )
  expect(shown).toEqual([
    ['a', 10, 5, 38, 2],
    ['b', 10, 5, 26, 2],
    ['c', 10, 10, 26, 2],
    ['e', 8, 0, 0, 1],
  ])
})

test('a form is read where it is painted, within its box, and leaves the state of the page as it was', () => {
  const painted: unknown[] = []
  const visitor: Visitor = {
    path(kinds, { box }, { state }) {
      painted.push([kinds.join('+'), box, state.clip, state.fill.values])
    },
  }
  const form = stream('0 1 0 0 k 0 0 9 9 re B', { Subtype: '/Form', Matrix: [1, 0, 0, 1, 20, 0], BBox: [0, 0, 5, 5] })
  read('        0 0 0 1 k /X1 Do 1 1 2 2 re W n 0 0 4 4 re f', visitor, { X1: form })
  expect(painted).toEqual([
    ['fill+stroke', [20, 0, 29, 9], [20, 0, 25, 5], [0, 1, 0, 0]],
    ['', [1, 1, 3, 3], [0, 0, 100, 100], [0, 0, 0, 1]],
    ['fill', [0, 0, 4, 4], [1, 1, 3, 3], [0, 0, 0, 1]],
  ])
})

test('what cannot be followed is told, and a form that paints itself ends', () => {
  const problems = new Set<string>()
  const own = new Map<string, PdfValue>()
  own.set('X1', stream('/X1 Do', { Subtype: '/Form' }))
  read(
    '        q constructor /X2 Do /None gs Q Q q /X1 Do',
    { problem: (what) => problems.add(what) },
    Object.fromEntries(own),
  )
  expect([...problems]).toEqual(['constructor', 'XObject /X2', 'ExtGState /None', 'Q', 'q'])
})
