/** An article in, the pieces a printer's columns would leave of it out: paragraphs and headings cut where a column is full. */
import type { OriginalBlock } from './corpus.ts'

export interface Setting {
  /** Characters in a line. */
  readonly width: number
  /** Lines in a column. */
  readonly height: number
  /** Whether the character before a cut is printed a second time after it. */
  readonly doubled: boolean
}

export interface Cut {
  readonly block: OriginalBlock
  readonly before: string
  readonly after: string
}

const indent = 2

/** Lines of one block; a stop that would open a line stays on the line before. */
function linesOf(block: OriginalBlock, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const character of Array.from(block.text)) {
    const room = width - (lines.length === 0 && block.kind === 'paragraph' ? indent : 0)
    if (Array.from(line).length >= room && !/[，。、；：！？”’）》]/u.test(character)) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  return [...lines, line]
}

/** Blocks run on from column to column; the first column begins with the first block. */
export function set(blocks: readonly OriginalBlock[], setting: Setting): { pieces: string[]; cuts: Cut[] } {
  const pieces: string[] = []
  const cuts: Cut[] = []
  let filled = 0
  for (const block of blocks) {
    let piece = ''
    for (const line of linesOf(block, setting.width)) {
      if (filled === setting.height) {
        filled = 0
        if (piece !== '') {
          const last = Array.from(piece).at(-1)!
          cuts.push({ block, before: piece, after: line })
          pieces.push(piece)
          piece = setting.doubled ? last : ''
        }
      }
      piece += line
      filled += 1
    }
    pieces.push(piece)
  }
  return { pieces, cuts }
}

/** A column that ends with a sentence shows nothing of the cut, unless a quotation is still open there. */
export function undecidable({ before }: Cut): boolean {
  const open = (opening: string, closing: string): boolean =>
    before.split(opening).length > before.split(closing).length
  return /(?:[。！？…][”’）》]*|：)$/u.test(before) && !open('“', '”') && !open('（', '）')
}

/**
 * A cut no printer makes: in a Latin word, a number or a dash, or where the line would lose a space. And one that nobody can judge:
 * between two equal characters, where the second looks like one printed twice.
 */
export const unprintable = ({ before, after }: Cut): boolean =>
  before.at(-1) === after.at(0) ||
  (/[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after)) ||
  /[\s—…]$/u.test(before) ||
  /^[\s—…]/u.test(after)
