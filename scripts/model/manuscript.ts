/** What reading an issue folder gives: its facts as written, its article bodies as tokens, its pictures, every line kept. */
import type { BodyToken, Note } from './body.ts'
import type { Place } from './place.ts'
import type { articleSchema, credit, filler, issueSchema, journalKind, layout, Written } from './schema/index.ts'

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

export type Layout = Written<typeof layout>
export type JournalKind = Written<typeof journalKind>
export type Filler = Written<typeof filler>

/** issue.yaml as written. */
export type Manifest = Written<typeof issueSchema>

/** A file name, or the place where the rest of an article that jumps is printed. */
export type ListedArticle = Manifest['sections'][number]['articles'][number]

/** The front matter of an article as written. */
export type FrontMatter = Written<typeof articleSchema>
export type CreditSource = Written<typeof credit>
