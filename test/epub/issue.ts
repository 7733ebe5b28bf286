/** The fixture issue, every construct of the format in it, as an Issue; its EPUB document; a small cover. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { assemble } from '../../scripts/assemble/issue.ts'
import { readTemplates } from '../../scripts/inspection.ts'
import { type EpubOptions, layoutEpub } from '../../scripts/markup/epub.ts'
import type { Diagnostic } from '../../scripts/model/diagnostic.ts'
import type { EpubDocument } from '../../scripts/model/edition.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import { readFolder } from '../../scripts/read/folder.ts'
import { themes } from '../themes.ts'

const here = import.meta.dirname
export const issueFolder = path.join(here, 'fixtures/2026-03')
/** The issue that shows what the program can do. */
export const demonstration = path.join(here, '../../manuscript/2026-01')

export async function readIssue(folder: string): Promise<{ issue: Issue; diagnostics: readonly Diagnostic[] }> {
  const { manuscript, diagnostics } = await readFolder(folder)
  if (!manuscript) throw new Error(`no manuscript in ${folder}`)
  const assembled = assemble(manuscript, themes)
  if (!assembled.issue) throw new Error(`no issue in ${folder}`)
  return { issue: assembled.issue, diagnostics: [...diagnostics, ...assembled.diagnostics] }
}

/** A grey PNG stands for the printed cover. */
export const coverPicture = async (): Promise<{ data: Uint8Array; mediaType: 'image/png' }> => ({
  data: new Uint8Array(await readFile(path.join(here, 'fixtures/cover.png'))),
  mediaType: 'image/png',
})

export async function epubDocument(issue: Issue, options: EpubOptions = {}): Promise<EpubDocument> {
  return layoutEpub(issue, await readTemplates(), await coverPicture(), options)
}
