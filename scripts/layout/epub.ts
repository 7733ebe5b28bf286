/** An Issue, the templates and a picture of its cover in; every file of its EPUB but the container out. Pure. */
import { createHash } from 'node:crypto'
import { inlineText } from '../model/body.ts'
import type { EpubDocument } from '../model/edition.ts'
import type { Article, Credit, Issue, Section } from '../model/issue.ts'
import { apparatusOf } from './academic.ts'
import { displayHtml, titleText } from './display.ts'
import { issueTitle, licenceUrl, packageMetadata, picturesOf } from './epub-package.ts'
import { citationsOf, referencesView } from './epub-references.ts'
import { turnsOf } from './speakers.ts'
import type { Templates } from './templates.ts'
import { type BodyReading, bodyXhtml, legalXml, noteXhtml, type XhtmlContext } from './xhtml.ts'

export interface EpubCover {
  readonly data: Uint8Array
  readonly mediaType: 'image/png' | 'image/jpeg'
}

interface PictureFile {
  readonly id: string
  readonly href: string
  readonly mediaType: string
  readonly data: Uint8Array
}

const endings: Readonly<Record<string, string>> = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

/** Named by content: equal pictures are one file, and no name of an author's choosing gets into the book. */
function pictureFile(data: Uint8Array, mediaType: string): PictureFile {
  const name = createHash('sha256').update(data).digest('hex').slice(0, 16)
  return { id: `picture-${name}`, href: `images/${name}.${endings[mediaType]}`, mediaType, data }
}

const fileOf = (article: Article): string => `${article.id}.xhtml`

/** Those `##` headings of an article that the navigation lists under it. */
const headingsOf = (article: Article) =>
  article.body.flatMap((token, i) =>
    token.type === 'heading_open' && token.tag === 'h2'
      ? [
          {
            href: `${fileOf(article)}#${token.meta?.id}`,
            text: titleText(inlineText(article.body[i + 1]?.children ?? [], { ruby: false })),
          },
        ]
      : [],
  )

/** Bios begin with the name as often as not; it is printed once. */
function bioOf({ name, bio = '', email = '', orcid = '' }: Credit) {
  const text = bio.startsWith(name) ? bio.slice(name.length) : bio
  return { name, text, email, orcid, gap: text !== '' && text === bio }
}

/** A role is printed once, before everybody who holds it. */
function editorsByRole({ journal }: Issue): { role: string; names: string[] }[] {
  const roles: { role: string; names: string[] }[] = []
  for (const { role, name } of journal.editors) {
    if (roles.at(-1)?.role === role) roles.at(-1)!.names.push(name)
    else roles.push({ role, names: [name] })
  }
  return roles
}

function readingOf({ layout, body, byline }: Article): BodyReading {
  if (layout === 'interview') return { turns: turnsOf(body, byline) }
  return { stanzas: layout === 'verse' }
}

function articleView(article: Article, section: Section, files: XhtmlContext) {
  const several = article.affiliations.length > 1
  const citations = citationsOf(article)
  const context = { ...files, citations }
  return {
    id: article.id,
    layout: article.layout,
    section: section.name,
    title: displayHtml(article.titleTurns),
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
    english: apparatusOf(article).english,
    body: bodyXhtml(article.body, context, readingOf(article)),
    references: referencesView(article, citations),
    bios: article.byline.filter(({ bio, email, orcid }) => bio || email || orcid).map(bioOf),
    notes: article.notes.map((note) => noteXhtml(note, context)).join(''),
  }
}

function navigationView(issue: Issue) {
  return issue.sections.map((section) => ({
    id: section.id,
    name: section.name,
    // A column is no place of its own: its name above its first article is.
    href: `${fileOf(section.articles[0]!)}#${section.articles[0]!.id}-section`,
    articles: section.articles.map((article) => ({
      id: article.id,
      href: fileOf(article),
      title: titleText(article.title),
      display: displayHtml(article.titleTurns),
      subtitle: article.subtitle ?? '',
      authors: article.byline.map(({ name, roleLabel }) => ({ name, role: roleLabel })),
      headings: headingsOf(article),
    })),
  }))
}

/**
 * Lays out the issue as an EPUB 3.
 * @param cover the printed cover as a picture; at most 4 million pixels, which is Apple's limit for pictures inside a book.
 */
export function layoutEpub(issue: Issue, templates: Templates, cover: EpubCover): EpubDocument {
  const language = issue.language
  const sources = new Map(issue.resources.map((resource) => [resource.src, resource]))
  const pictures = new Map(
    picturesOf(issue).map((src) => {
      const resource = sources.get(src)
      if (!resource) throw new Error(`the issue has no picture ${src}`)
      return [src, pictureFile(resource.data, resource.mediaType)] as const
    }),
  )
  const files = new Map(issue.articles.map((article) => [article.id, fileOf(article)]))
  const context: XhtmlContext = { fileOf: (id) => files.get(id), pictureOf: (src) => pictures.get(src)!.href }
  const coverFile = { ...pictureFile(cover.data, cover.mediaType), id: 'cover-image' }
  const figures = [...new Map([...pictures.values()].map((picture) => [picture.href, picture])).values()].filter(
    (picture) => picture.href !== coverFile.href,
  )

  const chapter = (id: string, title: string, body: string) => ({
    id,
    href: `${id}.xhtml`,
    title,
    xhtml: legalXml(templates.render('epub/frame.xhtml.hbs', { language, title, id, body })),
  })
  const title = issueTitle(issue)
  const sections = navigationView(issue)
  const { journal, numbering, colophon } = issue
  const coverAlt = `${title}封面${issue.cover.image?.alt ? `：${issue.cover.image.alt}` : ''}`
  const front = [
    chapter('cover', '封面', templates.render('epub/cover.xhtml.hbs', { src: coverFile.href, alt: coverAlt })),
    chapter(
      'masthead',
      '刊头',
      templates.render('epub/masthead.xhtml.hbs', {
        journal,
        editors: editorsByRole(issue),
        label: numbering.fullLabel,
        theme: numbering.theme ?? '',
      }),
    ),
    chapter(
      'contents',
      '目次',
      templates.render('epub/contents.xhtml.hbs', {
        sections,
        label: numbering.fullLabel,
        theme: numbering.theme ?? '',
      }),
    ),
  ]
  const articles = issue.sections.flatMap((section) =>
    section.articles.map((article) =>
      chapter(
        article.id,
        titleText(article.title),
        templates.render('epub/article.xhtml.hbs', articleView(article, section, context)),
      ),
    ),
  )
  const back = chapter(
    'colophon',
    '版权页',
    templates.render('epub/colophon.xhtml.hbs', {
      entries: colophon.entries,
      statement: colophon.statement ?? '',
      rights: colophon.rights ?? '',
      licence: colophon.licence ?? '',
      licenceUrl: licenceUrl(colophon.licence),
    }),
  )
  const chapters = [...front, ...articles, back]
  const metadata = packageMetadata(issue)
  const depth = sections.some((section) => section.articles.some((article) => article.headings.length > 0)) ? 3 : 2
  const navigation = { sections, language, first: articles[0]!.href }
  return {
    title,
    language,
    identifier: metadata.identifier,
    modified: metadata.modified,
    css: templates.render('epub/style.css', {}),
    package: legalXml(
      templates.render('epub/package.opf.hbs', { ...metadata, chapters, cover: coverFile, pictures: figures }),
    ),
    navigation: legalXml(
      templates.render('epub/frame.xhtml.hbs', {
        language,
        title: '目次',
        id: 'navigation',
        body: templates.render('epub/nav.xhtml.hbs', navigation),
      }),
    ),
    ncx: legalXml(
      templates.render('epub/toc.ncx.hbs', { ...navigation, title, identifier: metadata.identifier, depth }),
    ),
    chapters,
    resources: [coverFile, ...figures].map(({ href, mediaType, data }) => ({ href, mediaType, data })),
  }
}
