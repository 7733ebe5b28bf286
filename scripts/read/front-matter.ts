/** The lines of an article in; which of them are its front matter, and what is wrong with the lines around it, out. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { knownKeys } from './vocabulary.ts'

export interface FrontMatterLines {
  /** Indices into the lines: the YAML from the first to before the second. */
  readonly from: number
  readonly to: number
  /** Lines that are none of the text, marks included. */
  readonly skip: number
  readonly faults: readonly Diagnostic[]
}

const isMark = (line: string): boolean => line.trimEnd() === '---'
/** Hyphens too many or too few, dashes of another kind, spaces before them. */
const isLikeMark = (line: string): boolean => /^[ \t\u3000]*[-－–—―‐−─﹣_＿=]{2,}[ \t\u3000]*$/u.test(line)

const beginsWithKey = (line: string): boolean => {
  const key = /^["']?([A-Za-z]+)["']?[ \t]*[:：﹕∶]/u.exec(line)?.[1]
  return key !== undefined && knownKeys.has(key)
}

const isYaml = (line: string): boolean =>
  /^(\s|#|-[ \t]|$)/.test(line) || /^["']?[A-Za-z][A-Za-z-]*["']?[ \t]*[:：﹕∶]/u.test(line)

/** Null where nothing looks like front matter. */
export function frontMatterLines(lines: readonly string[], file: string): FrontMatterLines | null {
  const faults: Diagnostic[] = []
  const at = (index: number) => ({ file, line: index + 1, column: 1 })
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first < 0) return null
  const opening = lines[first]!
  const marked = isMark(opening)
  if (!marked && !(isLikeMark(opening) && beginsWithKey(lines[first + 1] ?? '')) && !beginsWithKey(opening)) return null
  if (beginsWithKey(opening)) {
    faults.push(diagnostic('manuscript/front-matter-open', at(first), { side: 'before' }))
  } else if (!marked) {
    faults.push(diagnostic('manuscript/front-matter-mark', at(first), { written: opening.trim() }))
  } else if (first > 0) faults.push(diagnostic('manuscript/front-matter-late', at(first), { count: first }))
  const from = beginsWithKey(opening) ? first : first + 1

  const closing = lines.findIndex((line, i) => i >= from && isMark(line))
  const end = textFrom(lines, from, closing >= 0)
  if (closing >= 0 && closing <= end) return { from, to: closing, skip: closing + 1, faults }
  const like = lines.findIndex((line, i) => i >= from && i <= end && isLikeMark(line))
  if (like >= 0) {
    faults.push(diagnostic('manuscript/front-matter-mark', at(like), { written: lines[like]!.trim() }))
    return { from, to: like, skip: like + 1, faults }
  }
  // A rule before the text, and no front matter at all.
  if (!lines.slice(from, end).some(beginsWithKey)) return null
  faults.push(diagnostic('manuscript/front-matter-open', at(end - 1), { side: 'after' }))
  return { from, to: end, skip: end, faults }
}

/**
 * The first line from `from` on that can only be text; behind the last where there is none. Where a mark closes the front matter
 * further down, a line that is no YAML is a fault of the YAML, unless an empty one parts it from what comes before.
 */
function textFrom(lines: readonly string[], from: number, closed: boolean): number {
  const begins = (line: string, i: number): boolean => {
    const parted = i > from && lines[i - 1]!.trim() === ''
    return isYaml(line) ? parted && /^(\u3000|##)/u.test(line) : !isMark(line) && (parted || !closed)
  }
  const found = lines.findIndex((line, i) => i >= from && begins(line, i))
  return found < 0 ? lines.length : found
}
