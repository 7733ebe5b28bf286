import { describe, expect, test } from 'vitest'
import { filesUnder, textOf } from './sources.ts'

const files = filesUnder('.')
const folders = [...new Set(files.flatMap((file) => file.split('/').map((_, i, steps) => steps.slice(0, i).join('/'))))]
const known = [...files, ...folders]

const architecture = textOf('ARCHITECTURE.md')
const contributing = textOf('CONTRIBUTING.md')

const wordsIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.split(/\s+/))

/** Rows of the tables of a text, cell by cell. */
const rowsOf = (text: string): string[][] =>
  [...text.matchAll(/^\| (.+) \|$/gm)].map(([, row = '']) => row.split(' | '))

const foldersIn = (parent: string): string[] =>
  folders.filter((folder) => folder.startsWith(`${parent}/`) && !folder.slice(parent.length + 1).includes('/'))

describe('ARCHITECTURE.md and CONTRIBUTING.md', () => {
  /** A path goes from the top or from scripts/; a name without folder may stand anywhere. */
  function exists(named: string): boolean {
    const path = named.replace(/\/$/, '')
    const form = path.replaceAll('.', '\\.').replaceAll('*', '[^/]+')
    const whole = new RegExp(`^${path.includes('/') ? '(?:scripts/)?' : '(?:.+/)?'}${form}$`)
    return known.some((it) => whole.test(it))
  }

  // Names to be filled in, packages, the ending of imports, and what only a build writes.
  const noPath = /[<>(']|^@|^area\/slug$|area__slug|^\.ts$|^proof\.(?:json|html)$/

  test('name only files and folders that exist', () => {
    const named = wordsIn(architecture + contributing).filter(
      (word) => /\/|\.(?:ts|css|hbs|json|yaml|md)$/.test(word) && !noPath.test(word),
    )
    expect(named.length).toBeGreaterThan(80)
    expect(named.filter((word) => !exists(word))).toEqual([])
  })

  test('give every folder of the code and of the tests a row', () => {
    const listed = (text: string) => new Set(rowsOf(text).flatMap(([name = '']) => wordsIn(name)))
    const [code, tests] = [listed(architecture), listed(contributing)]
    expect(foldersIn('scripts').filter((folder) => !code.has(folder))).toEqual([])
    expect(foldersIn('test').filter((folder) => !tests.has(folder))).toEqual([])
  })

  test.each(['scripts/press', 'scripts/proof'])(
    'give every room of %s a row, and name in it what stands there',
    (parent) => {
      const [, table = ''] = architecture.split(`| room of \`${parent}\` |`)
      const rows = rowsOf(table.split('\n\n')[0]!).filter(([name]) => name?.startsWith('`'))
      const rooms = rows.map(([name = '', what = '']) => ({ names: wordsIn(name), inside: wordsIn(what) }))
      const first = rooms.flatMap(({ names }) => names.map((name) => `${parent}/${name}`))
      const second = rooms.flatMap(({ names, inside }) => inside.map((word) => `${parent}/${names[0]}/${word}`))
      expect(foldersIn(parent).filter((folder) => !first.includes(folder))).toEqual([])
      expect([...first, ...second].filter((path) => !known.includes(path))).toEqual([])
    },
  )
})
