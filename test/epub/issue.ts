/** The fixture issue, every construct of the format in it, as an Issue; its EPUB document; a small cover. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { assemble } from '../../scripts/assemble/issue.ts'
import { layoutEpub } from '../../scripts/layout/epub.ts'
import { createTemplates, type Templates } from '../../scripts/layout/templates.ts'
import type { Diagnostic } from '../../scripts/model/diagnostic.ts'
import type { EpubDocument } from '../../scripts/model/edition.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import { readFolder } from '../../scripts/read/folder.ts'
import { themes } from '../themes.ts'

const here = import.meta.dirname
export const issueFolder = path.join(here, 'fixtures/2026-03')

export async function readIssue(folder: string): Promise<{ issue: Issue; diagnostics: readonly Diagnostic[] }> {
  const { manuscript, diagnostics } = await readFolder(folder)
  if (!manuscript) throw new Error(`no manuscript in ${folder}`)
  const assembled = assemble(manuscript, themes)
  if (!assembled.issue) throw new Error(`no issue in ${folder}`)
  return { issue: assembled.issue, diagnostics: [...diagnostics, ...assembled.diagnostics] }
}

export async function epubTemplates(): Promise<Templates> {
  const folder = path.join(here, '../../templates/epub')
  const names = await readdir(folder)
  const files = names.map(async (name) => [`epub/${name}`, await readFile(path.join(folder, name), 'utf8')] as const)
  return createTemplates(new Map(await Promise.all(files)))
}

/** A grey PNG stands for the printed cover. */
export const coverPicture = async (): Promise<{ data: Uint8Array; mediaType: 'image/png' }> => ({
  data: new Uint8Array(await readFile(path.join(here, 'fixtures/cover.png'))),
  mediaType: 'image/png',
})

export async function epubDocument(issue: Issue): Promise<EpubDocument> {
  return layoutEpub(issue, await epubTemplates(), await coverPicture())
}
