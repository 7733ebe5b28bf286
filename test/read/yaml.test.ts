import { describe, expect, test } from 'vitest'
import { formatPlace } from '../../scripts/model/place.ts'
import { parseYaml } from '../../scripts/read/yaml.ts'

const placesOf = (text: string, firstLine?: number): Record<string, string> =>
  Object.fromEntries([...parseYaml(text, 'f', firstLine).places].map(([at, place]) => [at, formatPlace(place)]))

describe('places', () => {
  test('every path has a place: a scalar its value, a list or mapping its key', () => {
    expect(placesOf('journal:\n  name: 纸上\n  editors:\n    - { role: 主编, name: [甲, 乙] }\n')).toEqual({
      '': 'f:1:1',
      journal: 'f:1:1',
      'journal.name': 'f:2:9',
      'journal.editors': 'f:3:3',
      'journal.editors[0]': 'f:4:7',
      'journal.editors[0].role': 'f:4:15',
      'journal.editors[0].name': 'f:4:19',
      'journal.editors[0].name[0]': 'f:4:26',
      'journal.editors[0].name[1]': 'f:4:29',
    })
  })

  test('lines count from the first line of the front matter', () => {
    expect(placesOf('title: 纸', 2).title).toBe('f:2:8')
  })

  test('an empty value stands at its key', () => {
    expect(placesOf('a: 1\ntitle:\n').title).toBe('f:2:1')
  })
})

describe('values are what the editor wrote', () => {
  const value = (yaml: string): unknown => (parseYaml(`v: ${yaml}`, 'f').value as { v: unknown }).v

  test.each([
    ['15.00', '15.00'],
    ['007', '007'],
    ['2026-01-15', '2026-01-15'],
    ['yes', 'yes'],
    ['~', ''],
    ['null', ''],
    ['"null"', 'null'],
    ['" 甲 "', '甲'],
    ["'甲''乙'", "甲'乙"],
  ])('%s is %j', (yaml, text) => {
    expect(value(yaml)).toBe(text)
  })

  test.each([
    ['plain', '春天的\n  纸坊'],
    ['folded', '>\n  春天的\n  纸坊\n'],
    ['literal', '|\n  春天的\n  纸坊\n'],
    ['double-quoted', '"春天的\n  纸坊"'],
    ['single-quoted', "'春天的\n  纸坊'"],
  ])('lines of a %s value join as Chinese', (_, yaml) => {
    expect(value(yaml)).toBe('春天的纸坊')
  })

  test('lines of English join with a space', () => {
    expect(value('>\n  hand made\n  paper\n')).toBe('hand made paper')
  })
})

describe('syntax', () => {
  const faults = (text: string): string[] =>
    parseYaml(text, 'f').diagnostics.map((d) => `${d.code} ${formatPlace(d.place!)}`)

  test('a fault is told once for the run of lines it spoils, and faults elsewhere besides', () => {
    expect(faults('a:\n\tb: 1\n\tc: 2\n\nd: 1\n\ne: "open\n')).toEqual([
      'manuscript/yaml-indent-sign f:2:1',
      'manuscript/yaml-quote f:7:4',
    ])
  })

  test.each([
    ['brackets', 'a: [1\nb: 2', { a: ['1'], b: '2' }],
    [
      'wide marks in a mapping',
      'a:\n  - { role：主编，name: 某 }\nb: 2',
      { a: [{ role: '主编', name: '某' }], b: '2' },
    ],
    ['a key in a text', 'issue:\n  year：2026\n  number:2', { issue: { year: '2026', number: '2' } }],
    ['a list between wide brackets', 'keywords: ［甲，乙、丙］', { keywords: ['甲', '乙', '丙'] }],
    ['wide marks everywhere', 'title： 甲：乙，丙\nbyline：\n  － 某', { title: '甲：乙，丙', byline: ['某'] }],
    ['a run of lines', 'a:\n  b: 1\n   c: 2\n   d: 3\n  e: 4', { a: { b: '1', c: '2', d: '3', e: '4' } }],
    ['an item too far in', 'a:\n  - 甲\n   - 乙', { a: ['甲', '乙'] }],
    ['text behind quotes', 'title: "甲"与乙\nlead: "甲”\nb: \'丙', { title: '"甲"与乙', lead: '甲', b: '丙' }],
    [
      'signs of YAML',
      'a: @甲\nb: 甲: 乙\nc: [1] 甲. 乙: 丙\nd: - 甲',
      { a: '@甲', b: '甲: 乙', c: '[1] 甲. 乙: 丙', d: '- 甲' },
    ],
    ['a colon in a folded text', 'a: 甲\n  乙: 丙\nb: 1', { a: '甲乙: 丙', b: '1' }],
    ['a mark of a document', 'a: 1\n---\nb: 2', { a: '1', b: '2' }],
  ])('%s are told, and read as they were meant', (_, text, value) => {
    const yaml = parseYaml(text, 'f')
    expect(JSON.parse(JSON.stringify(yaml.value))).toEqual(value)
    expect(yaml.diagnostics.length).toBeGreaterThan(0)
  })

  test.each([
    '甲：乙，丙',
    'lead: 主编，name：甲',
    'lead: |\n  year：2026\n  - 甲',
    'a: [“甲，乙”, "丙，丁"]',
    'lead: "甲\n  乙: 丙"',
    'a: [甲,\n  乙]',
  ])('what is meant so is left alone: %j', (text) => {
    expect(parseYaml(text, 'f').diagnostics).toEqual([])
  })

  test('aliases are refused, so that a few lines cannot grow into millions', () => {
    expect(faults('a: &x [1]\nb: [*x, *x]\n')).toEqual([
      'manuscript/yaml-alias f:1:7',
      'manuscript/yaml-alias f:2:5',
      'manuscript/yaml-alias f:2:9',
    ])
  })

  test('a key given twice keeps its first value', () => {
    const yaml = parseYaml('a: 1\na: 2\n', 'f')
    expect(yaml.value).toEqual({ a: '1' })
    expect(yaml.diagnostics.map((d) => d.code)).toEqual(['manuscript/key-duplicate'])
  })

  test('names of JavaScript objects are ordinary keys', () => {
    expect(Object.keys(parseYaml('__proto__: 1\nconstructor: 2\n', 'f').value as object)).toEqual([
      '__proto__',
      'constructor',
    ])
  })
})
