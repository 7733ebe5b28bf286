/** The folder of one issue in; its manuscript and everything that is wrong with it out. Never throws on a bad manuscript. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type BodyToken, inlinesOf } from '../model/body.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { ArticleSource, Manuscript, Resource } from '../model/manuscript.ts'
import { articleIds } from '../model/order.ts'
import { type ArticleResult, readArticle } from './article.ts'
import { reportName, unconfirmed } from './confirmations.ts'
import { readFaces } from './faces.ts'
import { type ManifestResult, readManifest } from './manifest.ts'
import { readPictures } from './pictures.ts'
import { readProfile } from './profile.ts'
import { readSource } from './source.ts'
import { readWaivers, type Waiver } from './waivers.ts'

export interface FolderResult {
  /** Null if there is no manifest to go by. */
  readonly manuscript: Manuscript | null
  /** By file in reading order, then by line. */
  readonly diagnostics: readonly Diagnostic[]
  /** File as in places → its text, for showing the line of a diagnostic. */
  readonly sources: ReadonlyMap<string, string>
  readonly waivers: readonly Waiver[]
}

const manifestName = 'issue.yaml'
const waiversName = 'waivers.yaml'
const articleName = /^\d{2}-[a-z0-9]+(-[a-z0-9]+)*\.md$/
const nothing: ManifestResult = { facts: null, listed: new Map(), ids: new Map(), pictures: [], diagnostics: [] }

/** `folder` is kept as given in every place; a folder that cannot be listed is one without a manifest. */
export async function readFolder(folder: string): Promise<FolderResult> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()
  const given = folder.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '')
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
  diagnostics.push(...manifest.diagnostics)

  // The report that importing leaves beside the articles is for the editor, not for print.
  const files = names.filter((name) => name.endsWith('.md') && name !== reportName)
  diagnostics.push(...checkListing(files, manifest, fileOf))
  // Without a manifest the files still tell their own faults, in the order of their names.
  const toRead = manifest.facts ? [...manifest.ids.keys()].filter((name) => files.includes(name)) : files
  const ids = manifest.facts ? manifest.ids : articleIds([{ name: '', articles: files }])
  const texts = await Promise.all(toRead.map(load))
  const results = toRead.flatMap((name, i): ArticleResult[] => {
    const text = texts[i]
    if (typeof text !== 'string') return []
    return [readArticle({ file: fileOf(name), name, text, article: ids.get(name)!, articles: ids })]
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
  const { standard, profile: asked } = manifest.facts?.value.print ?? {}
  const { profile, diagnostics: unfit } = await readProfile(
    folder,
    asked,
    manifest.facts?.places.get('print.profile'),
    standard,
  )
  diagnostics.push(...unfit)
  const own = await readFaces(folder, manifest.facts)
  diagnostics.push(...own.diagnostics)

  const waiversText = names.includes(waiversName) ? await load(waiversName) : null
  const waivers = waiversText === null ? null : readWaivers(waiversText, fileOf(waiversName))
  diagnostics.push(...(waivers?.diagnostics ?? []))

  const articles = results.flatMap(({ source }) => (source ? [withPictures(source, pictures.resources)] : []))
  return {
    manuscript: manifest.facts && {
      id,
      folder,
      manifest: manifest.facts,
      articles,
      resources: pictures.resources,
      profile,
      faces: own.faces,
    },
    diagnostics: inOrder(diagnostics, [
      given,
      ...[manifestName, ...toRead, ...files, reportName, waiversName].map(fileOf),
    ]),
    sources,
    waivers: waivers?.waivers ?? [],
  }
}

function checkListing(
  files: readonly string[],
  manifest: ManifestResult,
  fileOf: (name: string) => string,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const [name, place] of manifest.listed) {
    if (!files.includes(name)) diagnostics.push(diagnostic('manuscript/article-missing', place, { name }))
  }
  for (const name of files) {
    if (!articleName.test(name)) diagnostics.push(diagnostic('manuscript/file-name', { file: fileOf(name) }, { name }))
    else if (manifest.facts && !manifest.listed.has(name)) {
      diagnostics.push(diagnostic('manuscript/article-unlisted', { file: fileOf(name) }, { name }))
    }
  }
  return diagnostics
}

/** A figure whose picture could not be read is left out, so that a draft can be laid out without it. */
function withPictures(source: ArticleSource, resources: readonly Resource[]): ArticleSource {
  const known = new Set(resources.map(({ src }) => src))
  const shown = (token: BodyToken): boolean => !token.meta?.figure || known.has(token.meta.figure.src)
  if (source.body.every(shown)) return source
  const lost = source.body
    .filter((token) => !shown(token))
    .flatMap(inlinesOf)
    .flat()
  const uncalled = new Set(lost.flatMap(({ meta }) => meta?.note?.id ?? []))
  return { ...source, body: source.body.filter(shown), notes: source.notes.filter(({ id }) => !uncalled.has(id)) }
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
