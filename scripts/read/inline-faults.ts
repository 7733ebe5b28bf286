/** The inline children of a block in; what would be printed and cannot be meant, out: markup left standing, characters without a shape. */
import type { Token } from 'markdown-it'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'
import { bareText } from './bare-text.ts'
import type { MarkedText } from './full-width.ts'
import { beginsParagraph } from './indents.ts'
import { leftovers } from './leftovers.ts'
import { invisibleCharacters } from './source.ts'

export interface Block {
  readonly kind: MarkedText
  readonly verse: boolean
  /** Of the file. */
  readonly lines: readonly string[]
}

/** `offsets` are those of the children in their content; `at` turns an offset into a place. */
export function inlineFaults(
  children: readonly Token[],
  offsets: readonly number[],
  at: (offset: number) => Place,
  { kind, verse, lines }: Block,
): Diagnostic[] {
  const bare = bareText(children, offsets, at)
  const runOn = [...bare.folds].filter((fold) => !beginsParagraph(lines[bare.placeAt(fold).line!]))
  const byEntity = children.flatMap(({ type, content }, i) => {
    const place = at(offsets[i]!)
    return type === 'text_special' ? invisibleCharacters(content, place).map((fault) => ({ ...fault, place })) : []
  })
  return [...leftovers({ ...bare, folds: new Set(runOn) }, kind, verse), ...byEntity]
}
