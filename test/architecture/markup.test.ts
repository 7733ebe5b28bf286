import * as csstree from 'css-tree'
import { beforeAll, describe, expect, test } from 'vitest'
import { readTemplates } from '../../scripts/inspection.ts'
import { layoutPaged } from '../../scripts/markup/paged.ts'
import * as markup from '../../scripts/model/markup.ts'
import { words } from '../../scripts/report/words.ts'
import { demonstration, epubDocument, issueFolder, readIssue } from '../epub/issue.ts'
import { themes } from '../themes.ts'
import { filesUnder, ownTemplates, scripts, textOf } from './sources.ts'

const { keptClasses, styledClasses, madeClasses, pagedClasses, attributes, blockNames } = markup
const written = { ...keptClasses, ...styledClasses }
const known = new Set(Object.keys({ ...written, ...madeClasses, ...pagedClasses }))
const knownAttributes = new Set(Object.values(attributes))

/** What is found and not declared, with the file that has it. */
const undeclared = (
  found: readonly (readonly [file: string, name: string])[],
  names: ReadonlySet<string>,
): string[] => [...new Set(found.filter(([, name]) => !names.has(name)).map(([file, name]) => `${file}: ${name}`))]

/** A value stands as NUL, what opens and closes a block as a space. */
const withoutMustaches = (text: string): string =>
  text.replace(/\{\{[#/^][^}]*\}\}|\{\{else\}\}/g, ' ').replace(/\{\{\{?[^}]*\}\}\}?/g, '\0')

const wordsOf = (html: string): string[] =>
  [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, value = '']) => value.split(/\s+/)).filter((it) => it !== '')
const attributesOf = (html: string): string[] => [...html.matchAll(/ (data-[\w-]+)=/g)].map(([, name = '']) => name)

// The page of the proof is a document of its own.
const templates = ownTemplates
  .filter((file) => !file.startsWith('templates/report/'))
  .map((file) => ({ file, text: withoutMustaches(textOf(file)) }))
const pages = templates.filter(({ file }) => file.endsWith('.hbs') && !file.endsWith('.css.hbs'))
const sheets = templates.filter(({ file }) => /\.css(\.hbs)?$/.test(file))

/** The markup writes what templates do not. */
const writing = [
  ...pages,
  ...scripts
    .filter(({ area }) => area === 'markup')
    .map(({ file, code }) => ({ file, text: code.replace(/\$\{[^}]*\}/g, '\0') })),
]

describe('templates', () => {
  test('and the markup write no class and no attribute that is not declared', () => {
    const words = writing.flatMap(({ file, text }) => wordsOf(text).map((word) => [file, word] as const))
    expect(
      undeclared(
        words.filter(([, word]) => !word.includes('\0')),
        new Set(Object.keys(written)),
      ),
    ).toEqual([])
    const given = writing.flatMap(({ file, text }) => attributesOf(text).map((name) => [file, name] as const))
    expect(undeclared(given, knownAttributes)).toEqual([])
  })

  test('key their blocks alike in every edition', () => {
    const keysOf = (paged: boolean) =>
      pages
        .filter(({ file }) => file.startsWith('templates/epub/') !== paged)
        .flatMap(({ file, text }) =>
          [...text.matchAll(/ data-block="([^"]*)"/g)].map(
            ([, key = '']) => [file, key.replaceAll('\0', '*')] as const,
          ),
        )
    expect(undeclared([...keysOf(true), ...keysOf(false)], new Set(Object.keys(blockNames)))).toEqual([])
    expect(undeclared(keysOf(true), new Set(keysOf(false).map(([, key]) => key)))).toEqual([])
  })
})

/** Names in the selectors of a style sheet, and attributes that its values read. */
function namesIn(css: string): { classes: string[]; attributes: string[]; ids: string[] } {
  const found = { classes: [] as string[], attributes: [] as string[], ids: [] as string[] }
  csstree.walk(csstree.parse(css.replaceAll('\0', '0')), (node) => {
    if (node.type === 'ClassSelector') found.classes.push(node.name)
    if (node.type === 'IdSelector') found.ids.push(node.name)
    if (node.type === 'AttributeSelector') found.attributes.push(node.name.name)
  })
  found.attributes.push(...[...css.matchAll(/attr\((data-[\w-]+)\)/g)].map(([, name = '']) => name))
  return { ...found, attributes: found.attributes.filter((name) => name.startsWith('data-')) }
}

describe('style sheets', () => {
  test('select nothing that is not declared', () => {
    const found = sheets.map(({ file, text }) => ({ file, ...namesIn(text) }))
    expect(
      undeclared(
        found.flatMap(({ file, classes }) => classes.map((name) => [file, name] as const)),
        known,
      ),
    ).toEqual([])
    const read = found.flatMap(({ file, attributes }) => attributes.map((name) => [file, name] as const))
    expect(undeclared(read, knownAttributes)).toEqual([])
    // The body of a file of the EPUB.
    expect(found.flatMap(({ ids }) => ids)).toEqual(['page-cover'])
  })
})

test('the page of the proof and its style sheet name the same classes', () => {
  const files = filesUnder('templates/report').filter((file) => file.endsWith('.hbs'))
  const styled = new Set(namesIn(textOf('templates/report/style.css')).classes)
  const written = files.flatMap((file) =>
    // A value is one of a few, and a part of the class may depend on it.
    wordsOf(textOf(file).replace(/\{\{[^}]*\}\}/g, ' ')).map((word) => [file, word] as const),
  )
  const given = [...textOf('scripts/report/views.ts').matchAll(/'(\w+)'/g)].map(([, word = '']) => word)
  const all = new Set([
    ...written.map(([, word]) => word),
    ...given,
    ...[words.zh.boxes, words.zh.outcomes].flatMap(Object.keys),
  ])
  expect(undeclared(written, styled)).toEqual([])
  expect([...styled].filter((name) => !all.has(name))).toEqual([])
})

describe('documents', () => {
  let documents: string[]

  beforeAll(async () => {
    const files = await readTemplates()
    documents = []
    for (const folder of [demonstration, issueFolder]) {
      const { issue } = await readIssue(folder)
      for (const theme of themes.keys()) {
        for (const punctuation of ['compressed', 'line-end', 'full'] as const) {
          documents.push(
            layoutPaged({ ...issue, style: { ...issue.style, theme, punctuation } }, files, { draft: true }).html,
          )
        }
        for (const notes of ['popup', 'duokan', 'end'] as const) {
          const { chapters, navigation } = await epubDocument({
            ...issue,
            style: { ...issue.style, theme },
            epub: { notes },
          })
          documents.push(navigation, ...chapters.map(({ xhtml }) => xhtml))
        }
      }
    }
  })

  test('have no class, attribute or id but what is declared', () => {
    const all = documents.join('\n')
    expect(
      undeclared(
        wordsOf(all).map((word) => ['document', word]),
        new Set(Object.keys(written)),
      ),
    ).toEqual([])
    expect(
      undeclared(
        attributesOf(all).map((name) => ['document', name]),
        knownAttributes,
      ),
    ).toEqual([])
    const ids = [...all.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id)
    const form = /^(?:a\d{2,}(?:-(?:[hftncr]|cite)\d+)?(?:-[a-z]+)?|[a-z]+-title|(?:page|contents)-\w+|toc)$/
    expect([...new Set(ids.filter((id) => !form.test(id)))]).toEqual([])
  })

  test('have every class that is declared, in one place or another', () => {
    const seen = new Set([
      ...documents.flatMap(wordsOf),
      ...pages.flatMap(({ text }) => wordsOf(text)),
      ...scripts
        .filter(({ area }) => area === 'markup')
        .flatMap(({ code }) => [...code.matchAll(/['"\s`]([a-z][\w-]*)(?=['"\s`])/g)].map(([, word = '']) => word)),
    ])
    expect(Object.keys(written).filter((name) => !seen.has(name))).toEqual([])
  })
})

/** Strings of a script, values in templates as NUL; without the files that it imports. */
const stringsOf = (code: string): string[] =>
  [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
    .map(([, quoted, template]) => (quoted ?? template ?? '').replace(/\$\{[^}]*\}/g, '\0'))
    .filter((text) => !/^\.{1,2}\//.test(text))

describe('code', () => {
  const looking = scripts.filter(({ area }) => area === 'press' || area === 'proof')
  const asking = scripts.filter(
    ({ file, imports }) =>
      file === 'scripts/model/markup.ts' || imports.some(({ specifier }) => specifier.endsWith('model/markup.ts')),
  )

  test('of the press and the proof writes no name of its own', () => {
    const strings = looking.flatMap(({ file, code }) => stringsOf(code).map((text) => ({ file, text })))
    const spelt = strings.filter(
      ({ file, text }) =>
        /data-[a-z]/.test(text) ||
        [...text.matchAll(/\.([a-z][\w-]*)/g)].some(([, name = '']) => known.has(name)) ||
        (file.includes('/in-page/') && /(?:^|[\s,(>+~\0])\.[a-z]/.test(text)),
    )
    const given = looking.filter(({ code }) => /classList\.\w+\(\s*'|className\s*=[^\n]*'|'class',\s*'/.test(code))
    expect([...spelt.map(({ file, text }) => `${file}: ${text}`), ...given.map(({ file }) => file)]).toEqual([])
  })

  test('asks for what is declared, and every name that is for code is asked for', () => {
    const mentions = (of: string): [string, string][] =>
      asking.flatMap(({ file, code }) =>
        [...code.matchAll(new RegExp(`\\b${of}(?:\\.(\\w+)|\\['([\\w-]+)'\\])`, 'g'))].map(
          ([, plain, quoted]): [string, string] => [file, plain ?? quoted ?? ''],
        ),
      )
    const asked = [...mentions('by'), ...mentions('classes')]
    const data = [
      ...mentions('having'),
      ...mentions('attributes'),
      ...looking.flatMap(({ file, code }) => [
        ...[...code.matchAll(/\bdataset\??\.(\w+)|\bvalued\('(\w+)'/g)].map(([, a, b]): [string, string] => [
          file,
          a ?? b ?? '',
        ]),
        ...[...code.matchAll(/\{ ([\w, ]+) \} = [\w.]+\.dataset\b/g)].flatMap(([, list = '']) =>
          list.split(', ').map((name): [string, string] => [file, name]),
        ),
      ]),
    ]
    expect(undeclared(asked, new Set(Object.keys(markup.classes)))).toEqual([])
    expect(undeclared(data, new Set(Object.keys(attributes)))).toEqual([])
    const names = new Set([...asked, ...data].map(([, name]) => name))
    const read = sheets.flatMap(({ text }) => {
      const { classes, attributes } = namesIn(text)
      return [...classes, ...attributes]
    })
    const idle = (words: object, other: readonly string[] = []) =>
      Object.keys(words).filter((name) => !names.has(name) && !other.includes(name))
    expect([...idle(keptClasses), ...idle(madeClasses), ...idle(pagedClasses, read)]).toEqual([])
    expect(Object.entries(attributes).filter(([name, written]) => !names.has(name) && !read.includes(written))).toEqual(
      [],
    )
  })
})
