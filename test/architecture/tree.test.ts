import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { codes } from '../../scripts/model/codes/index.ts'
import { phrases } from '../../scripts/model/codes/phrases.ts'
import type { CodeRow, Phrase } from '../../scripts/model/codes/row.ts'
import { filesUnder, scripts, textOf } from './sources.ts'

const everything = filesUnder('.')

describe('files', () => {
  test('the top level holds what it should and nothing else', () => {
    const top = new Set(everything.map((file) => file.split('/')[0] ?? ''))
    const visible = [...top].filter((name) => !name.startsWith('.')).sort()
    const expected = ['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'README.zh-CN.md']
    expected.push('bench', 'biome.json', 'dist', 'docs', 'manuscript', 'package-lock.json', 'package.json')
    expected.push('scripts', 'templates', 'test', 'tsconfig.json', 'vitest.config.ts')
    expect(visible.filter((name) => !expected.includes(name))).toEqual([])
    for (const fixed of [
      'manuscript',
      'templates',
      'scripts',
      'dist',
      'test',
      'package.json',
      'tsconfig.json',
      'README.md',
    ]) {
      expect(visible).toContain(fixed)
    }
  })

  test('none is a drawer for odds and ends', () => {
    expect(everything.filter((file) => /(^|\/)(utils?|helpers?|common|misc)\.[a-z]+$/.test(file))).toEqual([])
  })

  test('every script can be read in one go', () => {
    // The code tables are looked up, not read.
    const read = scripts.filter(({ file }) => !file.startsWith('scripts/model/codes/'))
    const long = read.map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
    expect(long.filter(({ lines }) => lines > 300)).toEqual([])
  })

  test('every script says first what goes in and what comes out', () => {
    const silent = scripts.filter(({ text, area, file }) => {
      if (file.endsWith('.d.ts')) return false
      const head = text.replace(/^#!.*\n/, '')
      return !head.startsWith('/**') && !(area === 'model' && file.includes('/codes/'))
    })
    expect(silent.map(({ file }) => file)).toEqual([])
  })

  test('none names a folder of somebody’s machine', () => {
    const own = 'test/architecture/tree.test.ts'
    const text = everything.filter(
      (file) => file !== own && !/\.(png|jpe?g|icc|docx|ttf|woff2?|pdf|epub|gz)$/.test(file),
    )
    const marked = text.flatMap((file) =>
      [...textOf(file).matchAll(/(?<![\w.:/])\/(?:root|work|home\/\w+|Users\/\w+)\/[^\s'"`)]*/g)].map(
        (m) => `${file}: ${m[0]}`,
      ),
    )
    expect(marked).toEqual([])
  })
})

describe('stages', () => {
  const stages = scripts.filter(({ area }) => area !== 'entry' && area !== 'cli')

  test('neither print nor exit', () => {
    const loud = stages.filter(({ code }) => /\bconsole\.\w+\(|\bprocess\.(exit|exitCode|stdout|stderr)\b/.test(code))
    expect(loud.map(({ file }) => file)).toEqual([])
  })

  test('that compute are pure: no clock, no disk, no chance, no environment', () => {
    const pure = scripts.filter(({ area }) => ['assemble', 'markup', 'model', 'report'].includes(area))
    const impure = pure.filter(
      ({ code, imports }) =>
        /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\brandomUUID\b|\bprocess\./.test(code) ||
        imports.some(({ specifier }) =>
          /^node:(fs|os|child_process|net|http|https|process|worker_threads)/.test(specifier),
        ),
    )
    expect(impure.map(({ file }) => file)).toEqual([])
  })
})

describe('tables and templates', () => {
  test('every diagnostic that can be worded is reported somewhere', () => {
    const code = scripts.filter(({ file }) => !file.includes('/codes/')).map((script) => script.code)
    const silent = Object.keys(codes).filter((slug) => !code.some((text) => text.includes(`'${slug}'`)))
    expect(silent).toEqual([])
  })

  test('every code stands in the table of its area, which says what comes upon it', () => {
    const rows = Object.entries(codes) as [string, CodeRow][]
    expect(rows.filter(([slug, { area, by }]) => !area || !by || !slug.startsWith(`${area}/`))).toEqual([])
  })

  test('nothing decides by the first half of a code, and no result is told by what it has', () => {
    const areas = [...new Set((Object.values(codes) as CodeRow[]).map(({ area }) => area))].join('|')
    const byPrefix = new RegExp(`startsWith\\(['"\`](?:${areas})/`)
    // What third parties, Node and the browser give is told by what it has.
    const foreign = [
      ...['faces', 'outlines', 'own-faces'].map((name) => `scripts/press/fonts/${name}.ts`),
      ...['read/yaml', 'proof/pdf/facts', 'cli/entry', 'press/in-page/lines/line-cuts'].map(
        (name) => `scripts/${name}.ts`,
      ),
    ]
    const told = scripts.filter(({ file, code }) => /'\w+' in \w+/.test(code) && !foreign.includes(file))
    expect(scripts.filter(({ code }) => byPrefix.test(code)).map(({ file }) => file)).toEqual([])
    expect(told.map(({ file }) => file)).toEqual([])
  })

  test('every code is a slug, worded in both languages', () => {
    for (const [slug, row] of Object.entries(codes) as [string, CodeRow][]) {
      expect(slug).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/)
      for (const { zh, en } of [row, ...(row.hint ? [row.hint] : [])]) {
        expect(zh, slug).toMatch(/\p{Script=Han}/u)
        expect(en, slug).toMatch(/[a-z]{3}/)
      }
    }
  })

  const texts = (Object.entries(codes) as [string, CodeRow][]).flatMap(([, row]) =>
    [row, ...(row.hint ? [row.hint] : [])].flatMap(({ zh, en }) => [zh, en]),
  )
  const sets = phrases as Readonly<Record<string, Readonly<Record<string, Phrase>>>>

  test('nothing but the tables words a fact in a language', () => {
    const wording = scripts.filter(({ code }) => /\b[a-z]+(?:Zh|En)\b/.test(code))
    expect(wording.map(({ file }) => file)).toEqual([])
  })

  test('every set of phrases is used by a text, and none is named that is not there', () => {
    const all = [
      ...texts,
      ...Object.values(sets).flatMap((set) => Object.values(set).flatMap(({ zh, en }) => [zh, en])),
    ]
    const named = new Set(all.flatMap((text) => [...text.matchAll(/\{\w+:(\w+)\}/g)].map(([, set]) => set)))
    expect([...named].sort()).toEqual(Object.keys(sets).sort())
  })

  test('every phrase is worded in both languages', () => {
    for (const [set, keys] of Object.entries(sets)) {
      for (const [key, { zh, en }] of Object.entries(keys)) {
        expect(zh, `${set} ${key}`).toMatch(/\p{Script=Han}/u)
        expect(en, `${set} ${key}`).toMatch(/[a-z]{2}|\{\w+\}/)
      }
    }
  })

  const templates = filesUnder('templates')
  const code = scripts.map((script) => script.code).join('\n')

  /** Sheets of the cascade are named by what they are for. */
  const byName = (file: string): boolean =>
    code.includes(`'${file.slice('templates/'.length).replace(/^styles\/(\w+)\.css$/, '$1')}'`)

  test('every partial is used, and none is called that is not there', () => {
    const partials = templates
      .filter((file) => /^templates\/(?:partials|report)\/.*\.hbs$/.test(file) && !byName(file))
      .map((file) => file.slice('templates/'.length).replace(/\.hbs$/, ''))
    const called = templates
      .filter((file) => file.endsWith('.hbs'))
      .flatMap((file) => [...textOf(file).matchAll(/\{\{~?#?>\s*([\w/.-]+)/g)].map((match) => match[1] ?? ''))
      .filter((name) => name !== '@partial-block')
    expect(partials.filter((name) => !called.includes(name))).toEqual([])
    expect(called.filter((name) => !partials.includes(name))).toEqual([])
  })

  test('every other template and style sheet is rendered by name', () => {
    const others = templates.filter(
      (file) => /\.(hbs|css)$/.test(file) && !/^templates\/(partials|themes)\//.test(file),
    )
    expect(others.filter((file) => !byName(file) && !/^templates\/report\/.*\.hbs$/.test(file))).toEqual([])
  })

  test('a theme brings its values, its rules, its pages, and partials that stand for common ones', () => {
    const common = templates.filter((file) => file.startsWith('templates/partials/')).map((file) => path.basename(file))
    const foreign = templates
      .filter((file) => file.startsWith('templates/themes/'))
      .map((file) => file.split('/').slice(3).join('/'))
      .filter((file) => !['values.css', 'style.css', 'page.css.hbs', 'epub.css'].includes(file))
      .filter((file) => !file.startsWith('partials/') || !common.includes(path.basename(file)))
    expect(foreign).toEqual([])
  })

  test('every theme has the same values by name', () => {
    const values = templates.filter((file) => file.endsWith('/values.css'))
    const names = values.map((file) => [...textOf(file).matchAll(/^ {2}(--[\w-]+):/gm)].map((match) => match[1]).sort())
    expect(values.length).toBeGreaterThan(1)
    for (const other of names) expect(other).toEqual(names[0])
  })
})

describe('the papers', () => {
  const papers = everything.filter((file) => /^[^/]+\.md$|^docs\/.*\.md$|^dist\/README\.md$/.test(file))
  const manifest: { scripts: Record<string, string> } = JSON.parse(textOf('package.json'))

  // Examples are no links.
  const prose = (file: string) =>
    textOf(file)
      .replace(/^```[\s\S]*?^```/gm, '')
      .replace(/`[^`\n]*`/g, '')

  test('name only npm scripts that exist', () => {
    const named = papers.flatMap((file) =>
      [...textOf(file).matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)].map((m) => m[1] ?? ''),
    )
    expect(named.length).toBeGreaterThan(0)
    expect([...new Set(named)].filter((name) => !(name in manifest.scripts))).toEqual([])
  })

  test('link only to files that exist', () => {
    const dead = papers.flatMap((file) =>
      [...prose(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map((match) => new URL(match[1] ?? '', `file:///${file}`).pathname.slice(1))
        .filter((to) => !everything.some((known) => known === to || known.startsWith(`${to.replace(/\/$/, '')}/`)))
        .map((to) => `${file} → ${to}`),
    )
    expect(dead).toEqual([])
  })

  test('give the two commands of the README to the README’s own scripts', () => {
    for (const file of ['README.md', 'README.zh-CN.md']) {
      expect(textOf(file)).toContain('npm ci && npm run build')
      expect(textOf(file)).toContain('npm ci && npm test')
    }
  })
})
