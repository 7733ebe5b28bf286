/** A manuscript in; the issue as frozen plain data, and facts that do not agree, out. Pure. */
import type { Diagnostic } from '../model/diagnostic.ts'
import { articleIds, sectionId } from '../model/ids.ts'
import type { Issue, Section } from '../model/issue.ts'
import type { Manuscript, OwnFace } from '../model/manuscript.ts'
import type { Measures } from '../model/measures.ts'
import { articleOf } from './article.ts'
import { colophonOf } from './colophon.ts'
import { disagreements } from './consistency.ts'
import { continuationsOf } from './continuations.ts'
import { coverOf, epubOf, journalOf, pageOf } from './journal.ts'
import { numberingOf } from './numbering.ts'
import { printingOf } from './printing.ts'
import { themeOf } from './theme.ts'

/**
 * The issue is null only where reading has already reported that there is no article to print. Other gaps in a faulty manuscript
 * show as 待填, so that a draft can be built.
 * @param faces those of the manuscript's own that the press has found fit.
 */
export function assemble(
  manuscript: Manuscript,
  themes: ReadonlyMap<string, Measures>,
  faces: readonly OwnFace[] = [],
): { issue: Issue | null; diagnostics: readonly Diagnostic[] } {
  const theme = themeOf(manuscript.manifest, themes)
  const manifest = manuscript.manifest.value
  const ids = articleIds(manifest.sections)
  const continued = continuationsOf(manuscript, ids)
  const diagnostics = [...disagreements(manuscript), ...theme.diagnostics, ...continued.diagnostics]
  const numbering = numberingOf(manifest.issue)
  const sections = sectionsOf(manuscript, ids, new Set(continued.continuations.map(({ article }) => article)))
  if (sections.length === 0) return { issue: null, diagnostics }
  const issue: Issue = {
    id: manuscript.id,
    language: manifest.language ?? 'zh-Hans',
    journal: journalOf(manifest),
    numbering,
    page: pageOf(manifest, theme.measures),
    printing: printingOf(manuscript),
    epub: epubOf(manifest),
    style: {
      notes: manifest.style?.notes ?? 'foot',
      theme: theme.name,
      punctuation: manifest.style?.punctuation ?? 'compressed',
    },
    cover: coverOf(manifest, new Set(manuscript.resources.map(({ src }) => src))),
    sections,
    articles: sections.flatMap((section) => section.articles),
    continuations: continued.continuations,
    colophon: colophonOf(manifest),
    resources: manuscript.resources,
    faces,
  }
  return { issue: deepFreeze(issue), diagnostics }
}

/** Each article once, in the section that lists it first; sections without a readable article are left out. */
function sectionsOf(
  { manifest, articles: sourcesOf }: Manuscript,
  ids: ReadonlyMap<string, string>,
  jumping: ReadonlySet<string>,
): Section[] {
  const written = manifest.value.sections
  const sources = new Map(sourcesOf.map((source) => [source.name, source]))
  const sections: Section[] = []
  for (const { name, articles } of written) {
    const listed = articles.filter((article) => typeof article === 'string')
    const id = sectionId(sections.length + 1)
    const printed = listed.flatMap((file) => {
      const source = sources.get(file)
      sources.delete(file)
      const own = ids.get(file)!
      const place = { id: own, section: name, jumps: jumping.has(own) }
      return source ? [articleOf(source, place, manifest.value)] : []
    })
    if (printed.length > 0) sections.push({ id, name, articles: printed })
  }
  return sections
}

/** Typed arrays cannot be frozen; the bytes of pictures stay as they are. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value
  for (const item of Object.values(value)) deepFreeze(item)
  return Object.freeze(value)
}
