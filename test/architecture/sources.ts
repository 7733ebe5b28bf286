/** In: the repository's folder. Out: its files as text, and for each script what it imports. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const repository = path.resolve(import.meta.dirname, '../..')

export interface Import {
  readonly specifier: string
  /** Erased before the program runs. */
  readonly typeOnly: boolean
}

export interface Script {
  /** Path inside the repository, e.g. `scripts/press/fonts.ts`. */
  readonly file: string
  /** Folder under scripts/. Of the files beside the folders, those that can be run are `entry`; the rest join stages: `pipeline`. */
  readonly area: string
  readonly text: string
  /** The text without comments. */
  readonly code: string
  readonly imports: readonly Import[]
}

const skipped = new Set(['node_modules', '.git', '.cache', 'coverage'])

/** Paths inside the repository, sorted, without what is installed or built. */
export function filesUnder(folder: string): string[] {
  return readdirSync(path.join(repository, folder), { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name)
      if (entry.isDirectory()) return filesUnder(file)
      return file.startsWith('dist/') && file !== 'dist/README.md' ? [] : [file]
    })
    .sort()
}

/** Templates and style sheets that come with kanben: in a theme of one's own, things may be called otherwise. */
export const ownTemplates: readonly string[] = filesUnder('templates').filter(
  (file) => !/^templates\/themes\/(?!magazine\/|academic\/)/.test(file),
)

export const textOf = (file: string): string => readFileSync(path.join(repository, file), 'utf8')

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

/** Static and dynamic imports, re-exports, and files handed to a worker or resolved as a path. */
export function importsOf(code: string): Import[] {
  const found: Import[] = []
  for (const [, keyword, clause = '', specifier = ''] of code.matchAll(
    /^(import|export)\s+([^'"`;()]*?)\bfrom\s+'([^']+)'/gm,
  )) {
    const names = /^\{([\s\S]*)\}\s*$/
      .exec(clause.trim())?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean)
    const typeOnly = /^type\b/.test(clause) || Boolean(names?.every((name) => name.startsWith('type ')))
    if (keyword) found.push({ specifier, typeOnly })
  }
  for (const [, specifier = ''] of code.matchAll(/^import\s+'([^']+)'/gm)) found.push({ specifier, typeOnly: false })
  for (const [, specifier = ''] of code.matchAll(/\b(?:import|require|require\.resolve)\(\s*'([^']+)'/g)) {
    found.push({ specifier, typeOnly: false })
  }
  for (const [, specifier = ''] of code.matchAll(/new URL\(\s*'(\.[^']+\.ts)'/g))
    found.push({ specifier, typeOnly: false })
  return found
}

/** Every TypeScript file under scripts/. */
export const scripts: readonly Script[] = filesUnder('scripts')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const [, first = '', second] = file.split('/')
    const text = textOf(file)
    const area = second !== undefined ? first : text.startsWith('#!') ? 'entry' : 'pipeline'
    const code = withoutComments(text)
    return { file, area, text, code, imports: importsOf(code) }
  })

/** Where a relative import leads, as a path inside the repository. */
export const target = (script: Script, specifier: string): string =>
  path.posix.normalize(path.posix.join(path.posix.dirname(script.file), specifier))

/** The package of a bare specifier: `@scope/name/deep.js` belongs to `@scope/name`. */
export const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
