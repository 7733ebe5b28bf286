/** What reading an issue folder gives: its facts as written, its article bodies as tokens, its pictures, every line kept. */
import type { BodyToken, Note } from './body.ts'
import type { Place } from './place.ts'
import type { Binding, PaperKind, PrintStandard } from './printing.ts'

/** Values of a YAML document with the place of each; the key is the path, e.g. `journal.issn` or `byline[0].name`. */
export interface Facts<T> {
  readonly value: T
  readonly places: ReadonlyMap<string, Place>
}

/** The file of an issue folder that says what the issue is and holds. */
export const manifestName = 'issue.yaml'

export interface Manuscript {
  /** Name of the issue folder; part of every artifact's name. */
  readonly id: string
  /** Path of the folder as the editor gave it. */
  readonly folder: string
  readonly manifest: Facts<Manifest>
  /** In the order of the manifest's sections. */
  readonly articles: readonly ArticleSource[]
  readonly resources: readonly Resource[]
  /** The bytes of the ICC profile that the manifest names; null where it names none of its own. */
  readonly profile: Uint8Array | null
  /** The files that the manifest names as faces of its own, in that order. */
  readonly faces: readonly FaceFile[]
}

/** A manuscript of which the manifest does not tell which issue it is, or what it holds: what a draft has to go by. */
export interface LooseManuscript extends Omit<Manuscript, 'manifest'> {
  readonly manifest: Facts<Partial<Manifest>>
}

export interface ArticleSource {
  /** Path as the editor would type it. */
  readonly file: string
  /** File name inside the folder: `02-tea.md`. */
  readonly name: string
  readonly facts: Facts<FrontMatter>
  readonly body: readonly BodyToken[]
  readonly notes: readonly Note[]
}

/** A picture of the issue. Bytes are read once, from the issue folder only, and recognised by content, not by name. */
export interface Resource {
  /** Path inside the issue folder: `figures/press.svg`. */
  readonly src: string
  readonly mediaType: 'image/svg+xml' | 'image/png' | 'image/jpeg'
  readonly data: Uint8Array
  /** A JPEG of CMYK as it came, for print, where `data` is the same in sRGB. */
  readonly inks?: Uint8Array
  /** Size in pixels (CSS px for SVG). */
  readonly width: number
  readonly height: number
}

/** A face of the office's own as it was read, and the place of its entry. */
export interface FaceFile {
  /** As the editor would type it: `faces/Tibetan.ttf`. */
  readonly src: string
  readonly data: Uint8Array
  readonly place?: Place
}

/** A face of the office's own that can be printed with. */
export interface OwnFace {
  readonly src: string
  /** The PostScript name, by which a PDF knows it. */
  readonly name: string
  /** Unpacked, with TrueType outlines. */
  readonly data: Uint8Array
  /** What is set from it: the house's faces and the office's earlier ones lack it. In order. */
  readonly codePoints: readonly number[]
}

/**
 * feature 特稿, standard 一般, brief 简讯, editorial 卷首语 in one large column, interview 访谈, verse 诗歌, photo 图片,
 * back 刊末文字 (calls for papers, corrections) in small type.
 */
export type Layout = 'feature' | 'standard' | 'brief' | 'editorial' | 'interview' | 'verse' | 'photo' | 'back'
export type JournalKind = 'periodical' | 'internal'
export type Filler = 'blank' | 'notes'

/** issue.yaml as written. */
export interface Manifest {
  readonly language?: string
  readonly journal: {
    readonly name: string
    readonly pinyin?: string
    readonly kind: JournalKind
    readonly issn?: string
    /** The two digits of the bar code after the ISSN; 00 unless the price variant says otherwise. */
    readonly variant?: string
    readonly cn?: string
    readonly permit?: string
    readonly founded?: number
    readonly frequency?: string
    readonly authority?: string | readonly string[]
    readonly sponsor?: string | readonly string[]
    readonly publisher?: string
    readonly compiler?: string
    readonly recipients?: string
    readonly distribution?: string
    readonly address?: string
    readonly postcode?: string
    readonly phone?: string
    readonly email?: string
    readonly website?: string
    readonly price?: string
    readonly editors?: readonly { readonly role: string; readonly name: string | readonly string[] }[]
    readonly printer?: { readonly name?: string; readonly date?: string; readonly run?: string }
  }
  readonly issue: {
    readonly year: number
    readonly volume?: number
    readonly number: number | string
    readonly serial?: number
    readonly date: string
    readonly theme?: string
  }
  readonly page?: {
    /** `210x285`, `A4`, `185x260`: millimetres. */
    readonly trim?: string
    readonly bleed?: number
    /** Pages in a signature; the page count is made a multiple of it. */
    readonly signature?: number
    /** What fills the signature, in this order, before the back cover. */
    readonly fillers?: readonly Filler[]
  }
  readonly style?: {
    readonly notes?: 'foot' | 'end'
    readonly theme?: string
    readonly punctuation?: 'compressed' | 'line-end' | 'full'
    /** 专名号、书名号甲式: lines under marked names and works; without them works get 《》. */
    readonly nameMarks?: boolean
    /** Faces for what the house's lack: files of the issue folder, or of an installed package. */
    readonly faces?: readonly { readonly file: string; readonly package?: string }[]
  }
  /** What the printing house is asked for and asks for. */
  readonly print?: {
    readonly standard?: PrintStandard
    /** `coated`, `uncoated`, or the path of the house's ICC profile in the issue folder. */
    readonly profile?: string
    /** With a house's own profile: its characterisation and kind of paper. */
    readonly condition?: {
      readonly identifier: string
      readonly name?: string
      readonly registry?: string
      readonly paper?: PaperKind
    }
    readonly images?: 'cmyk' | 'icc'
    readonly inkLimit?: number
    readonly binding?: Binding
    readonly paper?: {
      readonly text?: string
      /** Thickness of a leaf in millimetres. */
      readonly textLeaf?: number
      readonly cover?: string
      readonly coverLeaf?: number
    }
    readonly contact?: { readonly name: string; readonly phone?: string; readonly email?: string }
  }
  readonly epub?: {
    readonly notes?: 'popup' | 'duokan' | 'end'
    /** Exactly as EPUB Accessibility 1.1 words it: `EPUB Accessibility 1.1 - WCAG 2.2 Level AA`. */
    readonly conformsTo?: string
    /** Who has found so. */
    readonly certifiedBy?: string
  }
  readonly cover?: {
    readonly image?: string
    readonly alt?: string
    readonly headline?: string
    readonly lines?: readonly string[]
  }
  readonly sections: readonly { readonly name: string; readonly articles: readonly ListedArticle[] }[]
  readonly colophon?: { readonly statement?: string; readonly rights?: string; readonly licence?: string }
}

/** A file name, or the place where the rest of an article that jumps is printed. */
export type ListedArticle = string | { readonly continue: string }

/** The front matter of an article as written. */
export interface FrontMatter {
  readonly title: string
  readonly subtitle?: string
  /** Short title for the running head, where the title is too long for it. */
  readonly running?: string
  readonly layout?: Layout
  readonly runOn?: boolean
  readonly notes?: 'foot' | 'end'
  readonly byline: readonly (string | CreditSource)[]
  /** Shared by everybody in the byline who gives none of his own. */
  readonly affiliation?: string | readonly string[]
  /** 导语: set large above the article. */
  readonly lead?: string
  readonly abstract?: string
  readonly keywords?: readonly string[]
  readonly classification?: string
  readonly documentCode?: string
  readonly received?: string
  readonly revised?: string
  readonly accepted?: string
  readonly funding?: string | readonly string[]
  readonly english?: {
    readonly title: string
    readonly affiliation?: string | readonly string[]
    readonly abstract?: string
    readonly keywords?: readonly string[]
  }
  /** 参考文献, one entry each, as plain text by GB/T 7714. */
  readonly references?: readonly string[]
  readonly licence?: string
  readonly doi?: string
}

export interface CreditSource {
  readonly name: string
  readonly pinyin?: string
  readonly role?: string
  readonly affiliation?: string | readonly string[]
  readonly email?: string
  readonly orcid?: string
  readonly bio?: string
}
