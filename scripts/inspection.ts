/** An issue folder in; the assembled issue and every fault that needs no browser out. Loads nothing of the press but its faces. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { assemble } from './assemble/issue.ts'
import { withManifest, withStandIns } from './assemble/stand-ins.ts'
import { layoutPaged } from './markup/paged.ts'
import { createTemplates, type Templates, type TemplateViews } from './markup/templates.ts'
import type { Diagnostic, Locale } from './model/diagnostic.ts'
import type { Issue } from './model/issue.ts'
import type { Outcome, Progress } from './model/outcome.ts'
import { missingGlyphs } from './press/fonts/missing-glyphs.ts'
import { ownFaces } from './press/fonts/own-faces.ts'
import { readFolder } from './read/folder.ts'
import { applyWaivers, type Looked, type Waiver } from './read/waivers.ts'
import type { ProofView } from './report/views.ts'

const root = path.resolve(import.meta.dirname, '..')

/** Of the issue and of the proof's page. */
export type AllTemplates = Templates<TemplateViews & { 'report/page.hbs': ProofView }>

export async function readTemplates(): Promise<AllTemplates> {
  const folder = path.join(root, 'templates')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name)
        return [path.relative(folder, file).replaceAll(path.sep, '/'), await readFile(file, 'utf8')] as const
      }),
  )
  return createTemplates(new Map(files))
}

export interface Inspection {
  readonly issue: Issue | null
  /** Before waivers. */
  readonly found: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, string>
  readonly waivers: readonly Waiver[]
  readonly templates: AllTemplates
}

/**
 * Reads, assembles and lays out, and finds every fault that needs no browser.
 * @param draft the language in which a page says that its article cannot be read; without one there is no such page.
 */
export async function inspect(folder: string, progress: Progress, draft?: Locale): Promise<Inspection> {
  progress({ stage: 'read' })
  const [read, templates] = await Promise.all([readFolder(folder), readTemplates()])
  const known = read.manuscript ?? (draft ? withManifest(read.loose, read.diagnostics, draft) : null)
  const manuscript = known && draft ? withStandIns(known, read.diagnostics, draft) : known
  progress({ stage: 'fonts' })
  const own = await ownFaces(manuscript?.faces ?? [], read.sources)
  const glyphs = await missingGlyphs(read.sources, own.faces)
  const assembled = manuscript ? assemble(manuscript, templates.themes, own.faces) : { issue: null, diagnostics: [] }
  // A template at fault shows here and not after a minute of printing.
  if (assembled.issue) layoutPaged(assembled.issue, templates, { draft: false })
  return {
    issue: assembled.issue,
    found: [...read.diagnostics, ...own.diagnostics, ...assembled.diagnostics, ...glyphs],
    sources: read.sources,
    waivers: read.waivers,
    templates,
  }
}

/** What an inspection looks at: waivers of what only the pages show are not unused yet. */
export const inspected: Looked = { by: new Set(['inspection']), in: new Set() }

/** Reads, assembles and lays out; every diagnostic that needs no browser. */
export async function checkIssue(folder: string, progress: Progress): Promise<Outcome & { issue: Issue | null }> {
  const { issue, found, sources, waivers } = await inspect(folder, progress)
  return { issue, diagnostics: applyWaivers(found, waivers, inspected), sources, delivered: [] }
}
