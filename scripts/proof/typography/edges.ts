/** Rules of what may begin and end a line: L1–L5 (GB/T 15834-2011, 5.1.1–5.1.9). */
import type { Diagnostic } from '../../model/diagnostic.ts'
import { connectors, doubled, isHan, isLatin, isSpace, neverFirst, neverLast, slashes } from '../text/kinds.ts'
import { type AuditContext, each, faultOf, type PlacedLine, type Rule } from './audited.ts'
import { insideAddress } from './read/early-ends.ts'
import type { Glyph } from './read/glyph-page.ts'

/** Lines that end where the writer of code said, not where the page does, are nobody's fault. */
const composed = ({ lines }: AuditContext): readonly PlacedLine[] => lines.filter(({ line }) => line.kind !== 'code')
/** What begins a text begins a line by the writer's will. */
const starts = (context: AuditContext) => composed(context).filter(({ line }) => !line.opens)
const ends = (context: AuditContext) => composed(context).filter(({ line }) => !line.closes)

const characters = ({ line }: PlacedLine): readonly string[] =>
  line.glyphs.flatMap((glyph) => [...glyph.text]).filter((text) => !isSpace(text))
const first = (place: PlacedLine): string => characters(place)[0] ?? ''
const last = (place: PlacedLine): string => characters(place).at(-1) ?? ''
/** The characters before and behind a line in the text that it belongs to. */
const before = ({ line }: PlacedLine): string =>
  line.passage ? ([...line.passage.text.slice(0, line.from)].at(-1) ?? '') : ''
const behind = ({ line }: PlacedLine): string => (line.passage ? ([...line.passage.text.slice(line.to)][0] ?? '') : '')

/** A half-width mark inside an address is no stop and no bracket of the text. */
const ofAddress = (place: PlacedLine, mark: string): boolean => /^[!-~]$/.test(mark) && insideAddress(place.line)

/** L1. */
export const lineStart: Rule = (context) =>
  each(starts(context), (place) =>
    neverFirst.has(first(place)) && !ofAddress(place, first(place))
      ? faultOf(context, 'typography/line-start', place, { mark: first(place) })
      : null,
  )

/** L2. */
export const lineEnd: Rule = (context) =>
  each(ends(context), (place) =>
    neverLast.has(last(place)) ? faultOf(context, 'typography/line-end', place, { mark: last(place) }) : null,
  )

/** L3: · ～ － at a line's start, a single — and a hyphen between two words too. */
export const connectorStart: Rule = (context) =>
  each(starts(context), (place) => {
    const mark = first(place)
    const single = mark === '—' && characters(place)[1] !== '—' && before(place) !== '—'
    const hyphen = mark === '-' && isWord(before(place)) && isWord(characters(place)[1] ?? '')
    const wrong = connectors.has(mark) || single || hyphen
    return wrong ? faultOf(context, 'typography/connector-start', place, { mark }) : null
  })

const isWord = (text: string): boolean => isHan(text) || isLatin(text)

/** L4: a slash of Latin text, as in an address, breaks where Latin text does. */
export const slashEdge: Rule = (context) =>
  each(composed(context), (place) => {
    const han = (text: string) => text === '' || isHan(text)
    const atStart =
      !place.line.opens && slashes.has(first(place)) && han(characters(place)[1] ?? '') && han(before(place))
    const atEnd =
      !place.line.closes && slashes.has(last(place)) && han(characters(place).at(-2) ?? '') && han(behind(place))
    return atStart || atEnd ? faultOf(context, 'typography/slash-edge', place) : null
  })

/** Ems that the halves of —— and …… may be off their place. */
const slack = 0.04

/** L5. A place is one mark of two characters; a font may have a glyph of its own for both. */
export const markWhole: Rule = (context) => {
  const causes: Diagnostic[] = []
  let places = 0
  for (const place of composed(context)) {
    for (const { mark, width } of doubles(place.line.glyphs)) {
      // Halves in two cells of a row are no mark of two; a line of cells may be nobody's text.
      if (/^(?:cell|other)$/.test(place.line.kind) && width > 2.5) continue
      places++
      if (Math.abs(width - 2) > slack)
        causes.push(faultOf(context, 'typography/mark-apart', place, { mark, ems: width.toFixed(2) }))
    }
    const mark = last(place)
    const written = characters(place)
    const halves = written.length - written.findLastIndex((text) => text !== mark) - 1
    if (place.line.closes || !doubled.has(mark) || halves % 2 === 0 || behind(place) !== mark) continue
    places++
    causes.push(faultOf(context, 'typography/mark-split', place, { mark: mark + mark }))
  }
  return { places, faults: causes.length, causes }
}

/** The marks of two characters on a line with their widths in ems: from the first half's origin to a whole em behind the second's. */
function doubles(glyphs: readonly Glyph[]): readonly { readonly mark: string; readonly width: number }[] {
  const found: { mark: string; width: number }[] = []
  for (let i = 0; i < glyphs.length; i++) {
    const [a, b] = [glyphs[i]!, glyphs[i + 1]]
    const [character] = a.text
    if (!character || !doubled.has(character)) continue
    if (a.text === character + character) found.push({ mark: a.text, width: a.advance / a.size })
    else if (b?.text === character) {
      found.push({ mark: character + character, width: (b.x - a.x) / a.size + 1 })
      i++
    }
  }
  return found
}

/** A length in ems, to two places. */
export const ems = (points: number, size: number): string => (points / size).toFixed(2)
