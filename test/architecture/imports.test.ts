import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, packageOf, scripts, target, textOf } from './sources.ts'

const stages = ['read', 'assemble', 'markup', 'press', 'proof', 'importing']

/** Who may import whom, our own code. Everybody may import from his own folder. */
const reach: Readonly<Record<string, readonly string[]>> = {
  model: [],
  ...Object.fromEntries(stages.map((stage) => [stage, ['model']])),
  // The report words what was proved, rule by rule, so it knows the proof's list of them.
  report: ['model', 'proof'],
  pipeline: ['model', ...stages, 'report'],
  cli: ['model'],
  entry: ['model', 'cli', 'pipeline'],
}

/** The door of each third party; markdown-it reads and renders. */
const doors: Readonly<Record<string, readonly string[]>> = {
  yaml: ['read'],
  ajv: ['read'],
  'markdown-it': ['read', 'markup'],
  'markdown-it-cjk-friendly': ['read'],
  'markdown-it-container': ['read'],
  'markdown-it-deflist': ['read'],
  'markdown-it-footnote': ['read'],
  handlebars: ['markup'],
  'bwip-js': ['markup'],
  esbuild: ['press'],
  pagedjs: ['press'],
  'pagedjs-cli': ['press'],
  'puppeteer-core': ['press'],
  '@sparticuz/chromium': ['press'],
  'tar-fs': ['press'],
  'subset-font': ['press'],
  fontverter: ['press'],
  fontkit: ['press'],
  '@cantoo/pdf-lib': ['press'],
  'lcms-wasm': ['press'],
  sharp: ['read', 'press'],
  'epub-gen-memory': ['press'],
  'pdfjs-dist': ['press', 'proof'],
  fflate: ['proof'],
  '@xmldom/xmldom': ['proof'],
  saxes: ['read', 'press'],
  'css-tree': ['read'],
  '@likecoin/epubcheck-ts': ['proof'],
  'get-east-asian-width': ['markup', 'importing', 'cli'],
  zx: ['entry', 'cli'],
}

const ours = scripts.flatMap((script) =>
  script.imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier, typeOnly }) => ({ from: script, to: target(script, specifier), typeOnly })),
)

const areaOf = (file: string): string => scripts.find((script) => script.file === file)?.area ?? 'outside'

describe('the star', () => {
  test('every area is known to the rule', () => {
    expect([...new Set(scripts.map((script) => script.area))].filter((area) => !(area in reach))).toEqual([])
  })

  test('each area imports only what it may', () => {
    const wrong = ours
      .map(({ from, to, typeOnly }) => ({ from, to, area: areaOf(to), typeOnly }))
      .filter(({ from, area, typeOnly }) => {
        if (area === 'outside' || area === from.area || reach[from.area]?.includes(area)) return false
        // The cli shows what the pipeline tells, so it knows the shape of it, and runs none of it.
        return !(from.area === 'cli' && area === 'pipeline' && typeOnly)
      })
    expect(wrong.map(({ from, to }) => `${from.file} → ${to}`)).toEqual([])
  })

  test('nothing imports an entry point', () => {
    expect(ours.filter(({ to }) => areaOf(to) === 'entry').map(({ from, to }) => `${from.file} → ${to}`)).toEqual([])
  })

  test('no file and no room imports itself by way of others, types included', () => {
    expect(circlesIn(ours.map(({ from, to }) => [from.file, to]))).toEqual([])
    const rooms = ours.map(({ from, to }) => [path.posix.dirname(from.file), path.posix.dirname(to)] as const)
    // The steps of an import still ask one another what a line may be; its files make no circle.
    const importing = (room: string): boolean => room.startsWith('scripts/importing')
    expect(circlesIn(rooms.filter(([from, to]) => from !== to && !importing(from)))).toEqual([])
  })
})

/** Ways that lead back to where they begin, each written once. */
function circlesIn(arrows: readonly (readonly [string, string])[]): string[] {
  const next = new Map<string, string[]>()
  for (const [from, to] of arrows) next.set(from, [...(next.get(from) ?? []), to])
  const circles: string[] = []
  const done = new Set<string>()
  const walk = (at: string, way: readonly string[]): void => {
    if (way.includes(at)) circles.push([...way.slice(way.indexOf(at)), at].join(' → '))
    if (way.includes(at) || done.has(at)) return
    for (const to of next.get(at) ?? []) walk(to, [...way, at])
    done.add(at)
  }
  for (const [from] of arrows) walk(from, [])
  return circles
}

describe('third parties', () => {
  const theirs = scripts.flatMap((script) =>
    script.imports
      .filter(({ specifier }) => !/^(\.|node:)/.test(specifier))
      .map(({ specifier }) => ({ from: script, name: packageOf(specifier) })),
  )
  const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(
    textOf('package.json'),
  )

  test('come in by their own door only', () => {
    const wrong = theirs.filter(({ from, name }) => !doors[name]?.includes(from.area))
    expect(wrong.map(({ from, name }) => `${name} in ${from.file}`)).toEqual([])
  })

  test('are dependencies that a build installs, pinned to one version', () => {
    expect(theirs.map(({ name }) => name).filter((name) => !(name in manifest.dependencies))).toEqual([])
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    )
    expect(loose).toEqual([])
  })

  test('that are installed are also used', () => {
    // tsx runs the scripts; the faces are read as files by the press, which names their package.
    const code = scripts.map((script) => script.code).join('\n')
    const idle = Object.keys(manifest.dependencies).filter((name) => name !== 'tsx' && !code.includes(`'${name}`))
    expect(idle).toEqual([])
  })
})

test('the reader of imports sees every form that is in use', () => {
  const code = `import a from 'a'
import type { B } from 'b'
import { type C, type D } from 'c'
import {
  type E,
  f,
} from 'e'
import 'g'
export { h } from './h.ts'
const i = await import('i')
const j = require.resolve('j/deep.js')
new Worker(new URL('./k.ts', import.meta.url))`
  const seen = importsOf(code).map(({ specifier, typeOnly }) => (typeOnly ? `type ${specifier}` : specifier))
  expect(seen.sort()).toEqual(['./h.ts', './k.ts', 'a', 'e', 'g', 'i', 'j/deep.js', 'type b', 'type c'])
})
