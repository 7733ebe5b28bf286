/** The folder of one issue in; its manuscript and everything that is wrong with it out. Never throws on a bad manuscript. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { articleIds } from '../model/ids.ts'
import { type LooseManuscript, type Manuscript, manifestName } from '../model/manuscript.ts'
import { type ArticleResult, readArticle } from './article.ts'
import { reportName, unconfirmed } from './confirmations.ts'
import { withFrames } from './empty-frames.ts'
import { readFaces } from './faces.ts'
import { type ManifestResult, readManifest } from './manifest.ts'
import { readPictures } from './pictures.ts'
import { readProfile } from './profile.ts'
import { readSource } from './source.ts'
import { readWaivers, type Waiver } from './waivers.ts'

export interface FolderResult {
  /** Null if there is no manifest to go by. */
  readonly manuscript: Manuscript | null
  /** What there is in either case. */
  readonly loose: LooseManuscript
  /** By file in reading order, then by line. */
  readonly diagnostics: readonly Diagnostic[]
  /** File as in places → its text, for showing the line of a diagnostic. */
  readonly sources: ReadonlyMap<string, string>
  readonly waivers: readonly Waiver[]
}

const waiversName = 'waivers.yaml'
const articleName = /^\d{2,3}-[a-z0-9]+(-[a-z0-9]+)*\.md$/
const nothing: ManifestResult = {
  facts: null,
  loose: { value: {}, places: new Map() },
  listed: new Map(),
  ids: new Map(),
  pictures: [],
  diagnostics: [],
}

/** A folder as it stands in places. */
const givenAs = (folder: string): string => folder.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '')

/** The manifest of an issue folder, as it stands in places. */
export const manifestFile = (folder: string): string => `${givenAs(folder)}/${manifestName}`

/** `folder` is kept as given in every place; a folder that cannot be listed is one without a manifest. */
export async function readFolder(folder: string): Promise<FolderResult> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()
  const given = givenAs(folder)
  const fileOf = (name: string): string => `${given}/${name}`
  const id = path.basename(path.resolve(folder))
  const sources = new Map<string, string>()
  const diagnostics: Diagnostic[] = []

  const load = async (name: string): Promise<string | null> => {
    const file = fileOf(name)
    // The files are read side by side; they are listed as they were asked for.
    sources.set(file, '')
    const { text, diagnostics: found } = readSource(await readFile(path.join(folder, name)), file)
    diagnostics.push(...found)
    if (text === null) sources.delete(file)
    else sources.set(file, text)
    return text
  }

  if (!/^[a-z0-9]+([._-][a-z0-9]+)*$/.test(id))
    diagnostics.push(diagnostic('manuscript/folder-name', { file: given }, { name: id }))
  const hasManifest = names.includes(manifestName)
  if (!hasManifest) diagnostics.push(diagnostic('manuscript/manifest-missing', { file: given }))
  const manifestText = hasManifest ? await load(manifestName) : null
  const manifest = manifestText === null ? nothing : readManifest(manifestText, fileOf(manifestName))
  // The report that importing leaves beside the articles is for the editor, not for print.
  const files = names.filter((name) => /\.(md|markdown)$/i.test(name) && name !== reportName)
  const fileFor = (name: string): string | undefined => fileListed(name, files, manifest)
  // A file whose own name is refused is told there, and one that is listed by another name where it is listed.
  const told = (d: Diagnostic): boolean =>
    d.code === 'manuscript/file-name' && fileFor(String(d.facts.name)) !== undefined
  diagnostics.push(...manifest.diagnostics.filter((d) => !told(d)), ...checkListing(files, manifest, fileOf))
  // Without a list of articles the files still tell their own faults, in the order of their names; in a draft of them a page
  // on the manifest comes first.
  const listing = manifest.ids.size > 0
  const toRead = listing ? [...manifest.ids.keys()].filter((name) => fileFor(name) !== undefined) : files
  const ids = listing ? manifest.ids : articleIds([{ name: '', articles: [manifestName, ...files] }])
  const texts = await Promise.all(toRead.map((name) => load(fileFor(name) ?? name)))
  const results = toRead.flatMap((name, i): ArticleResult[] => {
    const text = texts[i]
    if (typeof text !== 'string') return []
    return [readArticle({ file: fileOf(fileFor(name) ?? name), name, text, article: ids.get(name)!, articles: ids })]
  })
  for (const result of results) diagnostics.push(...result.diagnostics)
  if (names.includes(reportName)) {
    const report = await readFile(path.join(folder, reportName), 'utf8')
    const known = new Map(toRead.flatMap((name, i) => (typeof texts[i] === 'string' ? [[name, texts[i]]] : [])))
    diagnostics.push(...unconfirmed(report, known, fileOf))
  }

  const wanted = [...manifest.pictures, ...results.flatMap((result) => result.pictures)]
  const pictures = await readPictures(folder, wanted)
  diagnostics.push(...pictures.diagnostics)
  const { value, places } = manifest.loose
  const { standard, profile: asked } = value.print ?? {}
  const { profile, diagnostics: unfit } = await readProfile(folder, asked, places.get('print.profile'), standard)
  diagnostics.push(...unfit)
  const own = await readFaces(folder, manifest.loose)
  diagnostics.push(...own.diagnostics)

  const waiversText = names.includes(waiversName) ? await load(waiversName) : null
  const waivers = waiversText === null ? null : readWaivers(waiversText, fileOf(waiversName))
  diagnostics.push(...(waivers?.diagnostics ?? []))

  const shown = withFrames(
    results.map(({ source }) => source),
    pictures.resources,
  )
  const read = { id, folder, ...shown, profile, faces: own.faces }
  return {
    manuscript: manifest.facts && { ...read, manifest: manifest.facts },
    loose: { ...read, manifest: manifest.loose },
    diagnostics: inOrder(diagnostics, [
      given,
      ...[manifestName, ...toRead, ...files, reportName, waiversName].map(fileOf),
    ]),
    sources,
    waivers: waivers?.waivers ?? [],
  }
}

/** Names that differ only in case, width, spaces or ending are one for people. */
const alike = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[\s_.-]+/g, '-')
    .replace(/-(md|markdown|txt|docx?)$/, '')

/** The file that a name of the manifest means. */
function fileListed(name: string, files: readonly string[], { listed }: ManifestResult): string | undefined {
  if (files.includes(name)) return name
  return files.find((file) => !listed.has(file) && alike(file) === alike(name))
}

function checkListing(
  files: readonly string[],
  manifest: ManifestResult,
  fileOf: (name: string) => string,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const named = new Set<string>()
  for (const [name, place] of manifest.listed) {
    const file = fileListed(name, files, manifest)
    if (file !== undefined) named.add(file)
    if (file === undefined) {
      if (articleName.test(name)) diagnostics.push(diagnostic('manuscript/article-missing', place, { name }))
    } else if (file !== name) diagnostics.push(diagnostic('manuscript/article-named', place, { name, near: file }))
  }
  for (const name of files) {
    const place = { file: fileOf(name) }
    if (!articleName.test(name)) diagnostics.push(diagnostic('manuscript/file-name', place, { name }))
    else if (manifest.listed.size > 0 && !named.has(name)) {
      diagnostics.push(diagnostic('manuscript/article-unlisted', { file: fileOf(name) }, { name }))
    }
  }
  return diagnostics
}

function inOrder(diagnostics: readonly Diagnostic[], files: readonly string[]): Diagnostic[] {
  const rank = (d: Diagnostic): number => files.indexOf(d.place?.file ?? '')
  return diagnostics.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  )
}
