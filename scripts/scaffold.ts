/** Raw text, or nothing yet, in; an issue folder to work on out. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { decode, encodingNames, formatOf, importText } from './importing/import.ts'
import { scaffold } from './importing/write/scaffold.ts'
import { type Diagnostic, diagnostic, hasErrors } from './model/diagnostic.ts'
import type { Outcome } from './model/outcome.ts'

/** A folder with anything in it is somebody's work: never written into. */
async function occupied(folder: string): Promise<Diagnostic | null> {
  const entries = await readdir(folder).catch(() => [])
  return entries.length > 0 ? diagnostic('import/folder-not-empty', { file: folder }) : null
}

async function writeAll(folder: string, files: readonly { path: string; text: string }[]): Promise<void> {
  for (const file of files) {
    const target = path.join(folder, file.path)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, file.text)
  }
}

/** Turns the raw text of a printed periodical into a manuscript folder, with a report of every repair. */
export async function importFile(file: string, into: string): Promise<Outcome & { report: string }> {
  const bytes = await readFile(file).catch(() => null)
  const refuse = (fault: Diagnostic) => ({ diagnostics: [fault], sources: new Map(), delivered: [], report: '' })
  if (!bytes) return refuse(diagnostic('import/file-missing', { file }))
  const taken = await occupied(into)
  if (taken) return refuse(taken)
  const format = formatOf(bytes)
  if (format !== undefined) return refuse(diagnostic('import/binary', { file }, { kind: format }))
  const { text, encoding } = decode(bytes)
  const id = path.basename(path.resolve(into))
  const result = importText(text, { file, id, year: new Date().getFullYear(), encoding: encodingNames[encoding] })
  const sources = new Map([[file, text]])
  if (hasErrors(result.diagnostics)) return { diagnostics: result.diagnostics, sources, delivered: [], report: '' }
  await writeAll(into, result.files)
  const report = result.files.find((entry) => entry.path === 'import-report.md')?.text ?? ''
  return { diagnostics: result.diagnostics, sources, delivered: [], report }
}

/** Starts an issue: a manifest and a first article with everything that only the editor knows marked 待填. */
export async function newIssue(folder: string): Promise<Outcome> {
  const taken = await occupied(folder)
  if (taken) return { diagnostics: [taken], sources: new Map(), delivered: [] }
  await writeAll(folder, scaffold(path.basename(path.resolve(folder)), new Date().getFullYear()))
  return { diagnostics: [], sources: new Map(), delivered: [] }
}
