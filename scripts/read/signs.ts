/** Chinese text in; marks that are typed short of their form, and spaces that the setting makes itself, out. */
import type { Token } from 'markdown-it'
import type { RubyPair } from '../model/body.ts'
import type { Code } from '../model/codes/index.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'
import { lastUpTo } from './positions.ts'

const han = /[\p{Script=Han}\u3001-\u3003\uff01\uff0c\uff1a\uff1b\uff1f]/u
const latin = /[\p{Script=Latin}\p{Nd}]/u
/** Marks beside which a single em dash joins nothing, and so is half of a 破折号. */
const closing = /[“”‘’\u3001-\u3003\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]/u

export interface Sign {
  readonly code: Code
  readonly index: number
  readonly written: string
}

/** In Chinese by its neighbours: a Han or Chinese stop beside it, or nothing Latin. */
function inChinese(before: string, after: string): boolean {
  if (han.test(before)) return true
  if (latin.test(before)) return han.test(after)
  return before !== ' ' && !latin.test(after) && after !== ' '
}

/**
 * 省略号 is …… and 破折号 is ——, each two ems (GB/T 15834, 4.10 and 4.11). A single — between Han or digits is the 连接号 of
 * that form (4.13) and right.
 */
export function shortSigns(text: string): Sign[] {
  return [...text.matchAll(/\.{3,}|。{3,}|…+|-{2,}|—+|[\u2015\u2500]+/g)].flatMap(({ 0: written, index }) => {
    const before = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? '\n'
    const after = String.fromCodePoint(text.codePointAt(index + written.length) ?? 0x0a)
    const code = faultOf(written, before, after)
    return code ? [{ code, index, written }] : []
  })
}

function faultOf(written: string, before: string, after: string): Code | null {
  if (written.startsWith('。')) return 'manuscript/ellipsis-form'
  if (/^[.…]/.test(written)) {
    const whole = written.startsWith('…') && written.length % 2 === 0
    return !whole && inChinese(before, after) ? 'manuscript/ellipsis-form' : null
  }
  if (!written.startsWith('—')) return inChinese(before, after) ? 'manuscript/dash-form' : null
  if (written.length === 1) {
    const joins = !closing.test(before) && !closing.test(after) && before !== '\n'
    return joins || !inChinese(before, after) ? null : 'manuscript/dash-form'
  }
  return written.length % 2 === 1 ? 'manuscript/dash-form' : null
}

/** Not text as it stands: code, pictures, escaped characters. */
const other = '\ufffc'
const address = /https?:\/\/[!-~]+/g
const wide = '[\\p{Script=Han}\\u3001-\\u301f\\uff01-\\uff60]'
const narrow = '(?:(?!\\p{Script=Han})[\\p{L}\\p{N}]|[%‰°℃¥$€£])'
const gap = new RegExp(`(?<=${wide}) +(?=${narrow})|(?<=${narrow}) +(?=${wide})`, 'gu')

/**
 * Spaces between Han, or marks as wide, and letters or digits of other scripts: CLREQ wants a gap beside Han, which a browser
 * sets by itself, and a wide mark brings its own. Beside an address a space tells where it ends.
 */
export const hanLatinSpaces = (text: string): number[] =>
  [...text.replace(address, (found) => other.repeat(found.length)).matchAll(gap)].map(({ index }) => index)

/** The children of an inline token as the reader sees them, with the place of every index. */
export function seenText(
  children: readonly Token[],
  offsets: readonly number[],
  at: (offset: number) => Place,
): { text: string; placeAt: (index: number) => Place } {
  let text = ''
  const starts: number[] = []
  children.forEach((child) => {
    starts.push(text.length)
    if (child.type === 'text') text += child.content
    else if (child.type === 'softbreak' || child.type === 'hardbreak') text += '\n'
    else if (child.type === 'ruby') text += (child.meta as { ruby: RubyPair[] }).ruby.map(({ base }) => base).join('')
    else if (child.nesting === 0 && child.type !== 'footnote_ref' && child.type !== 'citation') text += other
  })
  return {
    text,
    placeAt: (index) => {
      const i = lastUpTo(starts, index)
      return at(offsets[i]! + index - starts[i]!)
    },
  }
}

export const signDiagnostic = ({ code, written }: Sign, place: Place | undefined): Diagnostic =>
  diagnostic(code, place, { written })
