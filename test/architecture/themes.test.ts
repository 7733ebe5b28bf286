import Handlebars from 'handlebars'
import { describe, expect, test } from 'vitest'
import * as markup from '../../scripts/model/markup.ts'
import { words } from '../../scripts/report/words.ts'
import { ownTemplates, scripts, textOf } from './sources.ts'

/** Rows below each heading of docs/themes.md, cell by cell, without the head of the table. */
const listed = new Map(
  textOf('docs/themes.md')
    .split(/^#{2,3} /m)
    .map((part) => [
      part.slice(0, part.indexOf('\n')),
      [...part.matchAll(/^\| (`.+) \|$/gm)].map(([, row = '']) => row.split(' | ')),
    ]),
)

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``

interface Field {
  readonly view: string
  readonly name: string
  readonly type: string
  readonly words: string
}

/** Fields of the interfaces of a file, each with what is said over it. */
const fieldsIn = (file: string): Field[] =>
  [...textOf(file).matchAll(/^(?:export )?interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm)].flatMap(
    ([, view = '', body = '']) =>
      [...body.matchAll(/(?: {2}\/\*\* (.*) \*\/\n)? {2}readonly (\w+)\??: (.*)/g)].map(
        ([, words = '', name = '', type = '']) => ({ view, name, type: type.replaceAll('readonly ', ''), words }),
      ),
  )

const fields = fieldsIn('scripts/markup/views.ts')

describe('docs/themes.md', () => {
  test.each([
    ['Classes that a theme keeps', markup.keptClasses],
    ['Classes that a theme may name anew', markup.styledClasses],
    ['Classes that come while pages are made', markup.madeClasses],
    ['Classes of Paged.js', markup.pagedClasses],
    [
      'Attributes',
      Object.fromEntries(
        Object.entries(markup.ownAttributes).map(([name, words]) => [
          markup.attributes[name as keyof typeof markup.ownAttributes],
          words,
        ]),
      ),
    ],
    ['Keys of blocks', markup.blockNames],
  ])('lists, below “%s”, what the code declares', (heading, words) => {
    expect(listed.get(heading)).toEqual(Object.entries(words).map(([name, said]) => [code(name), said]))
  })

  test.each([...new Set(fields.map(({ view }) => view))])('lists every field of %s', (view) => {
    const own = fields.filter((field) => field.view === view)
    expect(own.filter(({ words }) => words === '')).toEqual([])
    expect(listed.get(`\`${view}\``)).toEqual(own.map(({ name, type, words }) => [code(name), code(type), words]))
  })
})

/** Every name that a template asks for. */
function namesIn(template: string): string[] {
  const names: string[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type } = node as hbs.AST.Node
    // Its name is a file’s.
    if (type === 'PartialStatement' || type === 'PartialBlockStatement') {
      visit({ ...node, type: '', name: null })
      return
    }
    if (type === 'PathExpression') {
      const { data, parts } = node as hbs.AST.PathExpression
      if (!data) names.push(...parts)
      else if (parts[0] === 'root') names.push(...parts.slice(1))
    }
    for (const value of Object.values(node)) visit(value)
  }
  visit(Handlebars.parse(template))
  return names
}

test('templates ask for fields and words that are declared, and for every one of them', () => {
  const asked = new Set(ownTemplates.filter((file) => file.endsWith('.hbs')).flatMap((file) => namesIn(textOf(file))))
  const helpers = ['length', 'if', 'unless', 'each', 'with', 'lookup', 'is', 'typeset', 'css', 'placeId', 'bookId']
  const report = 'scripts/report/views.ts'
  const views = [...fields, ...fieldsIn('scripts/markup/epub-views.ts'), ...fieldsIn(report)]
  const models = ['issue', 'type-area', 'edition', 'measures', 'copyfit', 'job'].map((name) =>
    textOf(`scripts/model/${name}.ts`),
  )
  // Names inside the types of fields, those of the model too.
  const inside = [
    ...models,
    textOf('scripts/markup/views.ts'),
    textOf('scripts/markup/epub-views.ts'),
    textOf('scripts/markup/epub-people.ts'),
    textOf(report),
  ].flatMap((text) => [...text.matchAll(/readonly (\w+)\??:|'(\w+)'/g)].map(([, name, word]) => name ?? word ?? ''))
  const known = new Set([...helpers, ...inside, ...Object.keys(words.zh)])
  expect([...asked].filter((name) => !known.has(name))).toEqual([])
  expect(views.filter(({ name }) => !asked.has(name)).map(({ view, name }) => `${view}.${name}`)).toEqual([])
  const worded = scripts
    .filter(({ area }) => area === 'report')
    .flatMap(({ code }) => [...code.matchAll(/\bw\.(\w+)/g)])
  const said = new Set([...asked, ...worded.map(([, name]) => name)])
  expect(Object.keys(words.zh).filter((name) => !said.has(name))).toEqual([])
  expect(Object.keys(words.en)).toEqual(Object.keys(words.zh))
})
