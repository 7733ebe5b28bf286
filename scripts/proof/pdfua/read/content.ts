/** In: the contents of the pages. Out: what each marked content of them says, what is neither tagged nor artifact, which codes are shown. */

import type { Operand } from '../../pdf/content.ts'
import { type Font, fontReader } from '../../pdf/fonts.ts'
import { everywhere, readPageContent } from '../../pdf/interpreter.ts'
import type { Matrix } from '../../pdf/matrix.ts'
import type { PdfObjects } from '../../pdf/objects.ts'
import { byteText, isDict, isList, type PdfDict, type PdfStream } from '../../pdf/syntax.ts'
import type { Content, Painting, Visitor } from '../../pdf/visitor.ts'

/** The page or the form in whose content an identifier counts (ISO 32000-1 14.7.4.2). */
export type Owner = PdfDict | PdfStream

/** All content of one owner under one identifier. */
export interface Mark {
  readonly owner: Owner
  readonly id: number
  /** Physical page from 1. */
  readonly page: number
  /** By ToUnicode, or what an ActualText says instead. */
  text: string
  /** Shows text that has no language of its own in the property lists around it. */
  speaks: boolean
}

export interface Artifact {
  readonly page: number
  /** As in `Pagination`, `Header`; empty where the property list does not tell. */
  readonly type: string
  readonly subtype: string
  text: string
}

/** A code that a font shows, where it is met first. */
export interface ShownCode {
  readonly code: number
  readonly page: number
  /** By ToUnicode; empty where the font does not tell. */
  readonly text: string
}

export interface UsedFont {
  readonly dict: PdfDict
  readonly name: string
  readonly page: number
  readonly codes: Map<number, ShownCode>
}

/** Kinds of page objects, as far as a tag may be missing from them. */
export type PageObjectKind = 'text' | 'path' | 'picture'

export interface TaggedPages {
  readonly marks: ReadonlyMap<Owner, ReadonlyMap<number, Mark>>
  readonly artifacts: readonly Artifact[]
  /** What is painted outside of tags and artifacts. */
  readonly untagged: readonly { readonly page: number; readonly kind: PageObjectKind }[]
  /** Pages where an artifact begins inside of tagged content, and the other way round. */
  readonly artifactsInTags: readonly number[]
  readonly tagsInArtifacts: readonly number[]
  /** Values of `Lang` in property lists. */
  readonly languages: readonly { readonly page: number; readonly value: string }[]
  readonly fonts: ReadonlyMap<PdfDict, UsedFont>
  /** Forms with identifiers of their own that are painted more than once. */
  readonly repeatedForms: readonly number[]
}

/** What is open at a place of the content: a marked content, with what its property list says. */
interface Opened {
  readonly mark: Mark | null
  readonly artifact: Artifact | null
  readonly replaced: boolean
  readonly language: boolean
}

/** Property lists come as a flat row of operands. */
function propertyOf(operands: readonly Operand[], key: string): Operand | undefined {
  const at = operands.indexOf(`/${key}`, 1)
  return at < 0 ? undefined : operands[at + 1]
}

function textString(operand: Operand | undefined): string | null {
  if (typeof operand !== 'string' || !operand.startsWith("'")) return null
  const bytes = Buffer.from(operand.slice(1), 'latin1')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  return bytes[0] === 0xef && bytes[1] === 0xbb ? new TextDecoder().decode(bytes.subarray(3)) : bytes.toString('latin1')
}

/** @param nodes the page dictionaries themselves, as references of the structure tree resolve to them. */
export function readTaggedPages(objects: PdfObjects, nodes: readonly PdfDict[]): TaggedPages {
  const reader = new TagReader(objects)
  objects.pages.forEach((page, i) => {
    reader.page(page, nodes[i]!, i + 1)
  })
  return reader
}

class TagReader implements TaggedPages, Visitor {
  readonly marks = new Map<Owner, Map<number, Mark>>()
  readonly artifacts: Artifact[] = []
  readonly untagged: { page: number; kind: PageObjectKind }[] = []
  readonly artifactsInTags: number[] = []
  readonly tagsInArtifacts: number[] = []
  readonly languages: { page: number; value: string }[] = []
  readonly fonts = new Map<PdfDict, UsedFont>()
  readonly repeatedForms: number[] = []
  private readonly objects: PdfObjects
  private readonly fontOf: (dict: PdfDict) => Font
  private readonly painted = new Set<PdfStream>()
  /** Physical page from 1 that is being read, and the page or form whose content it is. */
  private number = 0
  private owner: Owner = new Map()
  private opened: Opened[] = []
  /** What was open where the content began: it cannot close what it has not opened. */
  private floor = 0

  constructor(objects: PdfObjects) {
    this.objects = objects
    this.fontOf = fontReader(objects)
  }

  page(page: PdfDict, node: PdfDict, number: number): void {
    this.number = number
    this.within(node, () => readPageContent(this.objects, page, everywhere, this))
  }

  private within(owner: Owner, read: () => void): void {
    const outer = { owner: this.owner, floor: this.floor }
    this.owner = owner
    this.floor = this.opened.length
    read()
    this.opened.length = Math.min(this.opened.length, this.floor)
    Object.assign(this, outer)
  }

  marked(operator: string, operands: readonly Operand[], { resources }: Content): void {
    if (operator !== 'EMC') this.open(operands, this.objects.dict(resources.get('Properties')))
    else if (this.opened.length > this.floor) this.opened.pop()
  }

  text(): void {
    this.paint('text')
  }

  path(kinds: readonly Painting[]): void {
    if (kinds.length > 0) this.paint('path')
  }

  shading(): void {
    this.paint('path')
  }

  image(): void {
    this.paint('picture')
  }

  form(form: PdfStream, read: () => void): void {
    if (!this.painted.has(form)) {
      this.painted.add(form)
      this.within(form, read)
    } else if (this.marks.has(form)) {
      // Painted again it shows nothing new, but its identifiers would stand for two places.
      this.repeatedForms.push(this.number)
    } else this.paint('picture')
  }

  private open(operands: readonly Operand[], properties: PdfDict): void {
    const { owner, number: page } = this
    const named = typeof operands[1] === 'string' && operands[1].startsWith('/') ? operands[1] : null
    const list = named === null ? null : this.objects.dict(properties.get(named.slice(1)))
    const value = (key: string): Operand | undefined => {
      if (!list) return propertyOf(operands, key)
      const found = this.objects.resolve(list.get(key))
      if (found instanceof Uint8Array) return `'${byteText(found)}`
      return typeof found === 'number' || typeof found === 'string' ? found : undefined
    }
    const within = { mark: this.mark, artifact: this.artifact }
    const id = value('MCID')
    const isArtifact = operands[0] === '/Artifact'
    if (isArtifact && within.mark) this.artifactsInTags.push(page)
    if (typeof id === 'number' && (within.artifact || isArtifact)) this.tagsInArtifacts.push(page)
    const mark = typeof id === 'number' ? this.markOf(owner, id, page) : null
    const name = (key: string): string => String(value(key) ?? '').replace(/^\//, '')
    const artifact = isArtifact ? { page, type: name('Type'), subtype: name('Subtype'), text: '' } : null
    if (artifact) this.artifacts.push(artifact)
    const language = textString(value('Lang'))
    if (language !== null) this.languages.push({ page, value: language })
    const actual = textString(value('ActualText'))
    const replaced = this.opened.at(-1)?.replaced ?? false
    if (actual !== null && !replaced) this.say(actual, mark ?? within.mark, artifact ?? within.artifact)
    this.opened.push({
      mark: mark ?? within.mark,
      artifact: artifact ?? within.artifact,
      replaced: replaced || actual !== null,
      language: language !== null || (this.opened.at(-1)?.language ?? false),
    })
  }

  private get mark(): Mark | null {
    return this.opened.at(-1)?.mark ?? null
  }

  private get artifact(): Artifact | null {
    return this.opened.at(-1)?.artifact ?? null
  }

  private markOf(owner: Owner, id: number, page: number): Mark {
    const own = this.marks.get(owner) ?? new Map<number, Mark>()
    this.marks.set(owner, own)
    const mark = own.get(id) ?? { owner, id, page, text: '', speaks: false }
    own.set(id, mark)
    return mark
  }

  private paint(kind: PageObjectKind): void {
    if (!this.mark && !this.artifact) this.untagged.push({ page: this.number, kind })
    if (kind === 'text' && this.mark && !this.opened.at(-1)!.language) this.mark.speaks = true
  }

  private say(text: string, mark: Mark | null, artifact: Artifact | null): void {
    const to = artifact ?? mark
    if (to) to.text += text
  }

  private used(dict: PdfDict): UsedFont {
    const found = this.fonts.get(dict) ?? { dict, name: this.fontOf(dict).name, page: this.number, codes: new Map() }
    this.fonts.set(dict, found)
    return found
  }

  string(bytes: string, { type, matrix }: Content): Matrix {
    const font = this.used(type.font!)
    const size = this.objects.resolve(font.dict.get('Subtype')) === '/Type0' ? 2 : 1
    const { glyphs } = this.fontOf(font.dict)
    const replaced = this.opened.at(-1)?.replaced ?? false
    for (let i = 0; i + size <= bytes.length; i += size) {
      const code = size === 2 ? bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1) : bytes.charCodeAt(i)
      let shown = font.codes.get(code)
      if (!shown) {
        shown = { code, page: this.number, text: glyphs(bytes.slice(i, i + size))[0]?.text ?? '' }
        font.codes.set(code, shown)
      }
      if (!replaced) this.say(shown.text, this.mark, this.artifact)
    }
    // Where it stands is not asked.
    return matrix
  }
}

/** The page dictionaries in order, not copied: references resolve to these very ones. */
export function pageNodes({ dict, resolve, trailer }: PdfObjects): readonly PdfDict[] {
  const walk = (node: PdfDict, depth: number): PdfDict[] => {
    const kids = resolve(node.get('Kids'))
    if (!isList(kids) || depth > 64) return [node]
    return kids.flatMap((kid) => walk(dict(kid), depth + 1))
  }
  const pages = resolve(dict(trailer.get('Root')).get('Pages'))
  return isDict(pages) ? walk(pages, 0) : []
}
