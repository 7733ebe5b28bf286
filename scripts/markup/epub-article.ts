/** An article in; what the template of an EPUB chapter prints of it, as XHTML where it is more than plain text, out. */
import type { Article, Credit, Section } from '../model/issue.ts'
import { englishView } from './academic.ts'
import { blockKeys } from './block-keys.ts'
import { displayHtml } from './display.ts'
import { notesType, notesXhtml } from './epub-notes.ts'
import { licenceUrl } from './epub-package.ts'
import { citationsOf, referencesView } from './epub-references.ts'
import type { EpubArticleView, EpubBioView } from './epub-views.ts'
import { speechesOf } from './speakers.ts'
import type { BodyReading } from './walk.ts'
import { bodyXhtml, type XhtmlContext } from './xhtml.ts'

/** Bios begin with the name as often as not; it is printed once. */
function bioOf({ name, bio = '', email = '', orcid = '' }: Credit, index: number): EpubBioView {
  const text = bio.startsWith(name) ? bio.slice(name.length) : bio
  return { index, name, text, email, orcid, gap: text !== '' && text === bio }
}

function readingOf({ layout, body, byline }: Article): BodyReading {
  if (layout === 'interview') return { speeches: speechesOf(body, byline) }
  return { stanzas: layout === 'verse' }
}

export function articleXhtmlView(article: Article, section: Section, files: XhtmlContext): EpubArticleView {
  const several = article.affiliations.length > 1
  const citations = citationsOf(article)
  const context = { ...files, citations, keys: blockKeys(article.body) }
  return {
    id: article.id,
    layout: article.layout,
    section: section.name,
    title: displayHtml(article.titleWithBreaks),
    subtitle: article.subtitle ?? '',
    byline: article.byline.map((credit) => ({
      name: credit.name,
      role: credit.roleLabel,
      marks: several ? credit.affiliations.map((index) => index + 1).join(',') : '',
    })),
    affiliations: article.affiliations.map((name, i) => ({ mark: several ? String(i + 1) : '', name })),
    lead: article.lead ?? '',
    abstract: article.abstract ?? '',
    keywords: article.keywords.join('；'),
    facts: article.facts.map(({ label, value }) => ({
      label,
      value,
      href: label === 'DOI' && value === article.doi ? `https://doi.org/${value}` : licenceUrl(value),
    })),
    english: englishView(article),
    body: bodyXhtml(article.body, context, readingOf(article)),
    references: referencesView(article, citations),
    bios: article.byline.map(bioOf).filter(({ text, email, orcid }) => text || email || orcid),
    notesType: notesType(context.notes),
    notes: notesXhtml(article.notes, context.notes, (note, first) => bodyXhtml(note.tokens, context, {}, first)),
  }
}
