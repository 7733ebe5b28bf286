/** Lays a fixture over the stock issue in a temporary folder, and reads and assembles what comes out. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { assemble } from '../../scripts/assemble/issue.ts'
import type { Diagnostic } from '../../scripts/model/diagnostic.ts'
import { formatPlace } from '../../scripts/model/place.ts'
import { ownFaces } from '../../scripts/press/fonts/own-faces.ts'
import { readFolder } from '../../scripts/read/folder.ts'
import { applyWaivers } from '../../scripts/read/waivers.ts'
import { themes } from '../themes.ts'

const here = import.meta.dirname
/** About the fixture, not part of the issue. */
const instructions = ['expected.txt', 'removed.txt', 'folder.txt', 'grown.txt']

export const fixtures: readonly string[] = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map((entry) => entry.name)

/** `manuscript__yaml-syntax` or `manuscript__markup-left__ruby` (a second fixture of the same code). */
export const codeOf = (fixture: string): string => fixture.split('__').slice(0, 2).join('/')

const instruction = (fixture: string, name: string): string[] => {
  const file = path.join(here, fixture, name)
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : []
}

export const expected = (fixture: string): string[] => instruction(fixture, 'expected.txt')

/** The whole of check but layout, on the stock with the fixture's files over it. */
export async function diagnose(fixture: string): Promise<{ lines: string[]; diagnostics: Diagnostic[] }> {
  const temporary = mkdtempSync(path.join(tmpdir(), 'kanben-'))
  try {
    const folder = path.join(temporary, instruction(fixture, 'folder.txt')[0] ?? '2026-01')
    cpSync(path.join(here, '_stock'), folder, { recursive: true })
    cpSync(path.join(here, fixture), folder, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !instructions.includes(path.basename(source)),
    })
    for (const name of instruction(fixture, 'removed.txt')) rmSync(path.join(folder, name))
    for (const [name, size] of instruction(fixture, 'grown.txt').map((line) => line.split(' '))) {
      truncateSync(path.join(folder, name!), Number(size))
    }
    const { manuscript, diagnostics, sources, waivers } = await readFolder(folder)
    const own = await ownFaces(manuscript?.faces ?? [], sources)
    const assembled = manuscript ? assemble(manuscript, themes).diagnostics : []
    const standing = applyWaivers([...diagnostics, ...own.diagnostics, ...assembled], waivers)
    const inFolder = (d: Diagnostic): string => (d.place ? path.relative(folder, formatPlace(d.place)) || '.' : '')
    return { lines: standing.map((d) => `${d.code} ${inFolder(d)}`.trim()), diagnostics: standing }
  } finally {
    rmSync(temporary, { recursive: true })
  }
}
