/** A text in which all that is no bare text is masked, and rules, in; what the rules find, each stretch once, out. */
import type { Code } from '../model/codes/index.ts'
import type { Facts } from '../model/diagnostic.ts'

/** Stands for whatever is not bare text: an escaped character, a link, a note call. */
export const other = '\ufffc'

/** Brackets behind a backslash, which TeX writes around formulas: noncharacters, so that no text has them. */
export const escaped: Readonly<Record<string, string>> = { '(': '\ufdd0', ')': '\ufdd1', '[': '\ufdd2', ']': '\ufdd3' }

const written: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(escaped).map(([sign, mask]) => [mask, `\\${sign}`]),
)

export interface MarkRule {
  readonly code: Code
  /** Global; every repeat in it is bounded, so that long texts take no longer than their length. */
  readonly pattern: RegExp
  /** Facts of what was found; null if it is none. */
  readonly judge?: (found: RegExpExecArray) => Facts | null
}

export interface FoundMark {
  readonly code: Code
  readonly index: number
  readonly facts: Facts
}

/** Characters of what was found that a message shows. */
const shown = 24

const excerpt = (text: string): string => {
  const one = text
    .replace(/\s+/g, ' ')
    .replace(/[\ufdd0-\ufdd3]/g, (mask) => written[mask]!)
    .replaceAll(other, '…')
    .trim()
  const characters = [...one]
  return characters.length <= shown ? one : `${characters.slice(0, shown).join('')}…`
}

/** The text with what was found masked, for whoever looks at it next. */
export function findMarks(text: string, rules: readonly MarkRule[]): { marks: FoundMark[]; rest: string } {
  const marks: FoundMark[] = []
  let rest = text
  for (const { code, pattern, judge } of rules) {
    rest = rest.replace(pattern, (whole: string, ...more: unknown[]) => {
      const index = more.find((part) => typeof part === 'number') as number
      const found = Object.assign([whole, ...more.slice(0, more.indexOf(index))], { index, input: rest })
      const facts = judge ? judge(found as unknown as RegExpExecArray) : {}
      if (!facts) return whole
      marks.push({ code, index, facts: { written: excerpt(whole), ...facts } })
      return whole.replace(/[^\n]/g, other)
    })
  }
  return { marks, rest }
}
