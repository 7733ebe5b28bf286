/** An Issue, the templates and a picture of its cover in; every file of its EPUB but the container out. Pure. */
import { createHash } from 'node:crypto'
import type { PageRecord } from '../model/artifact.ts'
import { inlineText } from '../model/body.ts'
import type { EpubDocument, RareFace } from '../model/edition.ts'
import { bookId, placeId } from '../model/ids.ts'
import type { Article, Issue } from '../model/issue.ts'
import type { Resource } from '../model/manuscript.ts'
import { displayHtml, titleText } from './display.ts'
import { articleXhtmlView } from './epub-article.ts'
import { issueTitle, licenceUrl, packageMetadata, picturesOf } from './epub-package.ts'
import { markRare } from './epub-rare.ts'
import type { EpubEntryView, EpubSectionView, MastheadView } from './epub-views.ts'
import { colophonView } from './front-view.ts'
import { type PageMarker, placeMarkers } from './page-markers.ts'
import type { Templates, TemplateViews } from './templates.ts'
import { legalXml, type XhtmlContext } from './xhtml.ts'

/** The cover as a picture of at most 4 million pixels, which is Apple's limit for pictures inside a book. */
export interface EpubCover {
  readonly data: Uint8Array
  readonly mediaType: 'image/png' | 'image/jpeg'
}

export interface EpubOptions {
  /** The pages of the paged editions: the book marks where each begins. Without them it has no page list. */
  readonly pages?: readonly PageRecord[]
  /** The pictures of the issue as the book shall carry them, by `src`; without them those of the issue as they are. */
  readonly pictures?: readonly Resource[]
  /** Set the characters that they have; without them these are left to the reading system. */
  readonly rareFaces?: readonly RareFace[]
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
  return { id: bookId('picture', name), href: `images/${name}.${endings[mediaType]}`, mediaType, data }
}

/** Each is a family of its own: a reading system that does not know `unicode-range` finds its characters too. */
function faceFile({ mediaType, data }: RareFace, index: number): PictureFile & { readonly family: string } {
  const which = index === 0 ? [] : [index + 1]
  const family = ['Kanben Rare', ...which].join(' ')
  return {
    id: bookId('rare-face', ...which),
    href: `fonts/${['rare', ...which].join('-')}.ttf`,
    family,
    mediaType,
    data,
  }
}

const fileOf = (article: Article): string => `${article.id}.xhtml`

/** Those `##` headings of an article that the navigation lists under it. */
const headingsOf = (article: Article): EpubEntryView['headings'] =>
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

/** A role is printed once, before everybody who holds it. */
function editorsByRole({ journal }: Issue): MastheadView['editors'] {
  const roles: { role: string; names: string[] }[] = []
  for (const { role, name } of journal.editors) {
    if (roles.at(-1)?.role === role) roles.at(-1)!.names.push(name)
    else roles.push({ role, names: [name] })
  }
  return roles
}

function sectionsView(issue: Issue): EpubSectionView[] {
  return issue.sections.map((section) => ({
    id: section.id,
    name: section.name,
    // A column is no place of its own: its name above its first article is.
    href: `${fileOf(section.articles[0]!)}#${placeId(section.articles[0]!.id, 'section')}`,
    articles: section.articles.map((article) => ({
      id: article.id,
      href: fileOf(article),
      title: titleText(article.title),
      display: displayHtml(article.titleWithBreaks),
      subtitle: article.subtitle ?? '',
      authors: article.byline.map(({ name, roleLabel }) => ({ name, role: roleLabel })),
      headings: headingsOf(article),
    })),
  }))
}

/** What a picture is called in the book, each source once; equal pictures have one file. */
function picturesBySource(issue: Issue, prepared: readonly Resource[]): ReadonlyMap<string, PictureFile> {
  const sources = new Map(prepared.map((resource) => [resource.src, resource]))
  return new Map(
    picturesOf(issue).map((src) => {
      const resource = sources.get(src)
      if (!resource) throw new Error(`the issue has no picture ${src}`)
      return [src, pictureFile(resource.data, resource.mediaType)] as const
    }),
  )
}

/** Lays out the issue as an EPUB 3. */
export function layoutEpub(
  issue: Issue,
  templates: Templates,
  cover: EpubCover,
  { pages = [], pictures: prepared = issue.resources, rareFaces = [] }: EpubOptions = {},
): EpubDocument {
  const language = issue.language
  const pictures = picturesBySource(issue, prepared)
  const files = new Map(issue.articles.map((article) => [article.id, fileOf(article)]))
  const context: XhtmlContext = {
    fileOf: (id) => files.get(id),
    pictureOf: (src) => pictures.get(src)!.href,
    notes: issue.epub.notes,
  }
  const coverFile = { ...pictureFile(cover.data, cover.mediaType), id: 'cover-image' }
  const figures = [...new Map([...pictures.values()].map((picture) => [picture.href, picture])).values()].filter(
    (picture) => picture.href !== coverFile.href,
  )
  const faces = rareFaces.map(faceFile)
  const rareCharacters = [...new Set(rareFaces.flatMap(({ characters }) => [...characters]))].join('')

  const page = (id: string, title: string, body: string): string =>
    legalXml(templates.render('epub/frame.xhtml.hbs', { language, title, id, body }))
  const chapter = <Name extends keyof TemplateViews>(
    id: string,
    title: string,
    template: Name,
    view: TemplateViews[Name],
  ) => {
    const marked = placeMarkers(templates.render(template, view), markersIn(pages, id))
    const body = markRare(marked, rareCharacters)
    return { id, href: `${id}.xhtml`, title, xhtml: page(id, title, body) }
  }
  const title = issueTitle(issue)
  const sections = sectionsView(issue)
  const { journal, numbering, colophon } = issue
  const coverAlt = `${title}封面${issue.cover.image?.alt ? `：${issue.cover.image.alt}` : ''}`
  const naming = { label: numbering.fullLabel, theme: numbering.theme ?? '' }
  const chapters = [
    chapter('cover', '封面', 'epub/cover.xhtml.hbs', { src: coverFile.href, alt: coverAlt }),
    chapter('masthead', '刊头', 'epub/masthead.xhtml.hbs', { journal, editors: editorsByRole(issue), ...naming }),
    chapter('contents', '目次', 'epub/contents.xhtml.hbs', { sections, ...naming }),
    ...issue.sections.flatMap((section) =>
      section.articles.map((article) =>
        chapter(
          article.id,
          titleText(article.title),
          'epub/article.xhtml.hbs',
          articleXhtmlView(article, section, context),
        ),
      ),
    ),
    chapter('colophon', '版权页', 'epub/colophon.xhtml.hbs', {
      ...colophonView(colophon),
      licenceUrl: licenceUrl(colophon.licence),
    }),
  ]
  const pageList = chapters.flatMap(({ id, href }) =>
    markersIn(pages, id).map((marker) => ({ label: marker.label, href: `${href}#${marker.id}` })),
  )
  const metadata = packageMetadata(issue, pageList.length > 0)
  const { identifier, modified } = metadata
  const depth = sections.some((section) => section.articles.some((article) => article.headings.length > 0)) ? 3 : 2
  const navigation = { sections, pageList, language, first: fileOf(issue.articles[0]!) }
  return {
    title,
    language,
    identifier,
    modified,
    css: stylesheet(issue.style.theme, faces, templates),
    package: legalXml(
      templates.render('epub/package.opf.hbs', {
        ...metadata,
        chapters,
        cover: coverFile,
        resources: [...figures, ...faces],
      }),
    ),
    navigation: page('navigation', '目次', templates.render('epub/nav.xhtml.hbs', navigation)),
    ncx: legalXml(templates.render('epub/toc.ncx.hbs', { ...navigation, title, identifier, depth })),
    chapters,
    resources: [coverFile, ...figures, ...faces].map(({ href, mediaType, data }) => ({ href, mediaType, data })),
  }
}

/** Pages that are numbered and begin in this file. */
const markersIn = (pages: readonly PageRecord[], part: string): PageMarker[] =>
  pages.flatMap(({ number, folio, start }) =>
    folio !== null && start?.part === part
      ? [{ id: bookId('page', number), label: folio, block: start.block, offset: start.offset }]
      : [],
  )

/** In the order of the cascade. What the book of a theme says differently stands in a stylesheet of the theme, where it has one. */
const stylesheet = (theme: string, faces: readonly { family: string; href: string }[], templates: Templates): string =>
  [
    templates.text('epub/style.css'),
    templates.text(`themes/${theme}/epub.css`),
    faces.length > 0 ? templates.render('epub/rare.css.hbs', { faces }) : '',
  ]
    .filter((text) => text !== '')
    .join('\n')
