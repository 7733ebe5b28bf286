/**
 * What the templates of the EPUB may name, field by field; a text is plain unless it says that it is XHTML. What is told of a field in
 * views.ts holds here, too.
 */
import type { EpubDocument } from '../model/edition.ts'
import type { EpubSpec } from '../model/issue.ts'
import type { Layout } from '../model/manuscript.ts'
import type { TypeArea } from '../model/type-area.ts'
import type { Person } from './epub-people.ts'
import type { AffiliationView, ColophonView, CoverView, EnglishView, FactView, JournalView } from './views.ts'

/** `epub/frame.xhtml.hbs`: what every file has around its content. */
export interface FrameView {
  /** BCP 47. */
  readonly language: string
  readonly title: string
  /** Of the file: `a05`, `masthead`. */
  readonly id: string
  /** XHTML. */
  readonly body: string
}

/** `epub/cover-page.hbs` and `epub/cover-page.css.hbs`: the page that is made a picture, by the printed cover's partial. */
export interface CoverPageView {
  /** BCP 47. */
  readonly language: string
  readonly title: string
  readonly journal: JournalView
  readonly internal: boolean
  readonly label: string
  readonly serial: string
  readonly cover: CoverView
  /** Margins in millimetres, type area in points. */
  readonly area: TypeArea
  /** Characters of the name of the journal. */
  readonly nameLength: number
}

/** `epub/cover.xhtml.hbs`. */
export interface EpubCoverView {
  /** Of the picture. */
  readonly src: string
  readonly alt: string
}

interface NumberView {
  /** 2026 年第 1 期（总第 7 期）. */
  readonly label: string
  /** Or empty. */
  readonly theme: string
}

/** `epub/masthead.xhtml.hbs`. */
export interface MastheadView extends NumberView {
  readonly journal: { readonly name: string; readonly pinyin: string; readonly publisher: string }
  /** One line per role, where it stands once. */
  readonly editors: readonly { readonly role: string; readonly names: readonly string[] }[]
}

/** `epub/contents.xhtml.hbs`. */
export interface EpubContentsView extends NumberView {
  readonly sections: readonly EpubSectionView[]
}

export interface EpubSectionView {
  readonly id: string
  readonly name: string
  /** Of the name of the section above its first article. */
  readonly href: string
  readonly articles: readonly EpubEntryView[]
}

export interface EpubEntryView {
  readonly id: string
  readonly href: string
  readonly title: string
  /** XHTML: the title with the places where its line may break. */
  readonly display: string
  /** Or empty. */
  readonly subtitle: string
  readonly authors: readonly { readonly name: string; readonly role: string }[]
  /** Headings of the first level. */
  readonly headings: readonly { readonly href: string; readonly text: string }[]
}

/** `epub/article.xhtml.hbs`. */
export interface EpubArticleView {
  readonly id: string
  readonly layout: Layout
  /** Name of the section (栏目). */
  readonly section: string
  /** XHTML. */
  readonly title: string
  /** Or empty. */
  readonly subtitle: string
  /** Name, what stands after it, numbers of affiliations where there are several. */
  readonly byline: readonly { readonly name: string; readonly role: string; readonly marks: string }[]
  readonly affiliations: readonly AffiliationView[]
  /** Or empty. */
  readonly lead: string
  /** Or empty. */
  readonly abstract: string
  /** Joined by ；, or empty. */
  readonly keywords: string
  /** Each with the address that it stands for, or an empty one. */
  readonly facts: readonly (FactView & { readonly href: string })[]
  /** Or null. */
  readonly english: EnglishView | null
  /** XHTML. */
  readonly body: string
  readonly references: readonly EpubReferenceView[]
  /** Authors with a notice or an address. */
  readonly bios: readonly EpubBioView[]
  /** `epub:type` of the notes. */
  readonly notesType: string
  /** XHTML, or empty. */
  readonly notes: string
}

export interface EpubReferenceView {
  readonly id: string
  readonly number: number
  /** XHTML. */
  readonly text: string
  /** Id of the first citation, or empty. */
  readonly back: string
}

export interface EpubBioView {
  /** In the byline. */
  readonly index: number
  readonly name: string
  /** Without the name at its beginning. */
  readonly text: string
  /** A space parts name and text. */
  readonly gap: boolean
  /** Or empty. */
  readonly email: string
  /** Or empty. */
  readonly orcid: string
}

/** `epub/colophon.xhtml.hbs`. */
export interface EpubColophonView extends ColophonView {
  /** Address of the licence, or empty. */
  readonly licenceUrl: string
}

/** `epub/nav.xhtml.hbs`. */
export interface NavigationView {
  /** BCP 47. */
  readonly language: string
  readonly sections: readonly EpubSectionView[]
  /** Where printed pages begin. */
  readonly pageList: readonly { readonly label: string; readonly href: string }[]
  /** Of the first article. */
  readonly first: string
}

/** `epub/toc.ncx.hbs`. */
export interface NcxView extends NavigationView {
  readonly title: string
  readonly identifier: string
  /** Levels of the contents. */
  readonly depth: number
}

/** `epub/package.opf.hbs`; what is not known is empty. */
export interface PackageView extends PackageMetadata {
  /** In reading order. */
  readonly chapters: EpubDocument['chapters']
  /** The picture. */
  readonly cover: ItemView
  /** Pictures and faces. */
  readonly resources: readonly ItemView[]
}

export interface ItemView {
  readonly id: string
  readonly href: string
  readonly mediaType: string
}

/** What the package says of the issue. */
export interface PackageMetadata {
  readonly identifier: string
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** ISO 8601 second, UTC. */
  readonly modified: string
  /** ISO 8601 day. */
  readonly date: string
  readonly publisher: string
  /** Theme and titles, in a sentence. */
  readonly description: string
  /** Key words of all articles, each once. */
  readonly subjects: readonly string[]
  readonly rights: string
  readonly licence: string
  /** Address of the licence. */
  readonly licenceUrl: string
  /** Name of the journal. */
  readonly journal: string
  readonly pinyin: string
  readonly issn: string
  readonly cn: string
  /** 总期号. */
  readonly serial: number | string
  readonly number: string
  readonly volume: number | string
  /** Chief editors, or else all editors, or else who publishes. */
  readonly creators: readonly Person[]
  /** Everybody else. */
  readonly contributors: readonly Person[]
  readonly articles: readonly WorkView[]
  readonly accessibility: AccessibilityView
  /** The edition on paper whose pages are marked. */
  readonly pageSource: string
  /** What people claim of the book; or null. */
  readonly conformance: EpubSpec['conformance'] | null
}

export interface WorkView {
  readonly id: string
  readonly title: string
  /** Names. */
  readonly authors: readonly string[]
  /** Names of those with other roles. */
  readonly others: readonly string[]
  /** As an address. */
  readonly doi: string
  readonly licence: string
}

/** Words of schema.org, and a sentence for readers. */
export interface AccessibilityView {
  /** `accessMode`. */
  readonly modes: readonly string[]
  /** `accessModeSufficient`. */
  readonly sufficient: readonly string[]
  /** `accessibilityFeature`. */
  readonly features: readonly string[]
  readonly summary: string
}

/** `epub/rare.css.hbs`. */
export interface RareFacesView {
  readonly faces: readonly { readonly family: string; readonly href: string }[]
}
