/** An issue folder in, its artifacts in memory out, with a chance to tamper with what is printed. */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { assemble } from '../../scripts/assemble/issue.ts'
import { finishEditions } from '../../scripts/finishing.ts'
import { readTemplates } from '../../scripts/inspection.ts'
import { layoutBleed, layoutPaged } from '../../scripts/markup/paged.ts'
import type { Artifact } from '../../scripts/model/artifact.ts'
import { type EditionName, editionNames, type PagedDocument } from '../../scripts/model/edition.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import { type Pagination, paginate } from '../../scripts/press/browser/paginate.ts'
import { inPageSettings } from '../../scripts/press/in-page/settings.ts'
import { readFolder } from '../../scripts/read/folder.ts'
import { sharedBrowser } from '../support/browser.ts'
import { themes } from '../themes.ts'

export const root = path.resolve(import.meta.dirname, '../..')

export async function issueOf(folder: string): Promise<Issue> {
  const { manuscript, diagnostics } = await readFolder(folder)
  const { issue } = manuscript ? assemble(manuscript, themes) : { issue: null }
  if (!issue) throw new Error(diagnostics.map((d) => d.code).join(', '))
  return issue
}

/** A copy of the two-article stock issue that has enough fillers to be printed, so that tests may change it. */
export async function stockFolder(): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'kanben-test-')), '2026-01')
  await cp(path.join(root, 'test/diagnostics/_stock'), folder, { recursive: true })
  const manifest = path.join(folder, 'issue.yaml')
  await writeFile(manifest, `${await readFile(manifest, 'utf8')}page:\n  fillers: [notes, blank, blank]\n`)
  return folder
}

export async function laidOut(
  issue: Issue,
  tamper: (document: PagedDocument) => PagedDocument = (document) => document,
  signal: AbortSignal = new AbortController().signal,
): Promise<Pagination> {
  const document = tamper(layoutPaged(issue, await readTemplates(), { draft: false }))
  return paginate(await sharedBrowser(), document, {
    settings: inPageSettings(issue),
    bleed: layoutBleed(issue),
    trim: issue.page.trim,
    onPage: () => {},
    onPrint: () => {},
    signal,
  })
}

/** The editions of a laid-out issue, without what only the printing house gets. */
export async function finished(
  issue: Issue,
  printed: Pagination,
  only: readonly EditionName[] = editionNames,
): Promise<readonly Artifact[]> {
  const laid = { issue, printed, templates: await readTemplates(), browser: await sharedBrowser() }
  const options = { editions: only, progress: () => {}, signal: new AbortController().signal }
  return (await finishEditions(laid, options)).artifacts
}
