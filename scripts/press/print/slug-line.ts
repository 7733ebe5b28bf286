/**
 * In: an issue and the boxes of its sheets. Out: the line in the slug that tells what a sheet is, drawn and not written: no
 * text is added to the page, and no font to the file.
 */
import type { PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { Ink } from '../../model/inks.ts'
import type { Issue } from '../../model/issue.ts'
import { advanceOf, filledText, type Outlines } from '../fonts/outlines.ts'
import { boxArray, dictIn, name, plainStream, points, round } from '../pdf/document.ts'
import { spotAll } from './press-marks.ts'
import type { Sheet } from './sheet.ts'

/** Points. */
const bodySize = 6
/** Millimetres: the baseline from the bleed, what is left to the marks in the middle and at the ends, and between two facts. */
const place = { baseline: 6, middle: 6, ends: 3, gap: 3 }

/** Letters in the ink that they name: each plate shows its own. */
const plates: readonly (readonly [string, Ink])[] = [
  ['C', [1, 0, 0, 0]],
  ['M', [0, 1, 0, 0]],
  ['Y', [0, 0, 1, 0]],
  ['K', [0, 0, 0, 1]],
]

export interface SlugFacts {
  /** Physical page from 1, and how many there are. */
  readonly number: number
  readonly count: number
  /** As printed on the page; null where none is printed. */
  readonly folio: string | null
}

/** A dot keeps facts apart that a space would run together. */
const joined = (facts: readonly string[]): string => facts.join(' · ')

const edition = ({ journal, numbering }: Issue): string => joined([journal.name, numbering.fullLabel, numbering.date])

function production({ page: { trim, bleed }, printing }: Issue): string {
  return joined([`成品 ${trim.width}×${trim.height} mm`, `出血 ${bleed} mm`, printing.condition.identifier])
}

const paging = ({ number, count, folio }: SlugFacts): string =>
  joined([folio === null ? '无页码' : `第 ${folio} 页`, `${number}/${count}`])

export class SlugLine {
  /** Content that is the same on every sheet, for resources that know `spotAll`. */
  readonly shared: string
  private readonly document: PDFDocument
  private readonly outlines: Outlines
  private readonly scale: number
  private readonly baseline: number
  private readonly end: number
  private readonly glyphs = new Map<string, PDFRef>()

  /** @param pages the facts of every sheet: the widest of them sets the size of the line where the page is narrow. */
  constructor(document: PDFDocument, outlines: Outlines, issue: Issue, sheet: Sheet, pages: readonly SlugFacts[]) {
    this.document = document
    this.outlines = outlines
    const { trim, bleed } = sheet
    const half = (trim[2] - trim[0]) / 2 - points(place.middle + place.ends)
    const gap = points(place.gap)
    const [left, right] = [edition(issue), production(issue)]
    const letters = plates.map(([letter]) => letter).join(' ')
    const widest = Math.max(...pages.map((page) => this.widthOf(paging(page))))
    const needed = Math.max(this.widthOf(left), this.widthOf(right) + this.widthOf(letters) + widest)
    this.scale = Math.min(bodySize / outlines.em, (half - 2 * gap) / needed)
    this.baseline = bleed[1] - points(place.baseline)
    this.end = trim[2] - points(place.ends)
    const start = (trim[0] + trim[2]) / 2 + points(place.middle)
    const lettersAt = start + this.widthOf(right) * this.scale + gap
    this.shared =
      this.drawn(left, trim[0] + points(place.ends)) + this.drawn(right, start) + this.plateLetters(letters, lettersAt)
  }

  private widthOf(text: string): number {
    return advanceOf(text, this.outlines)
  }

  private at(x: number): string {
    const scale = this.scale.toFixed(7)
    return `${scale} 0 0 ${scale} ${round(x)} ${round(this.baseline)} cm`
  }

  private drawn(text: string, x: number): string {
    return `q /${spotAll} cs 1 scn ${this.at(x)}\n${filledText(text, this.outlines)}Q\n`
  }

  private plateLetters(letters: string, x: number): string {
    const paths = Array.from(letters, (character) => {
      const { path, advance } = this.outlines.of(character)
      const ink = plates.find(([letter]) => letter === character)?.[1]
      return `${ink ? `${ink.join(' ')} k ${path} f ` : ''}1 0 0 1 ${advance} 0 cm\n`
    })
    return `q ${this.at(x)}\n${paths.join('')}Q\n`
  }

  /** What only this sheet says, at the right end of the line. Its characters are forms that all sheets share. */
  page(facts: SlugFacts, resources: PDFDict): string {
    const text = paging(facts)
    const forms = dictIn(resources, 'XObject')
    const shown = Array.from(text, (character) => {
      const { path, advance } = this.outlines.of(character)
      if (!path) return `1 0 0 1 ${advance} 0 cm\n`
      const key = `Kanben${character.codePointAt(0)!.toString(16).toUpperCase()}`
      forms.set(name(key), this.form(character))
      return `/${key} Do 1 0 0 1 ${advance} 0 cm\n`
    })
    return `q /${spotAll} cs 1 scn ${this.at(this.end - this.widthOf(text) * this.scale)}\n${shown.join('')}Q\n`
  }

  private form(character: string): PDFRef {
    const found = this.glyphs.get(character)
    if (found) return found
    const { context } = this.document
    const { path } = this.outlines.of(character)
    const dict = context.obj({ Type: 'XObject', Subtype: 'Form', Resources: {} }) as PDFDict
    // Wide enough for every glyph of the face, marks above capitals included.
    const { em } = this.outlines
    dict.set(name('BBox'), boxArray(context, [-em, -em, 2 * em, 2 * em]))
    const ref = context.register(plainStream(context, `${path} f`, dict))
    this.glyphs.set(character, ref)
    return ref
  }
}
