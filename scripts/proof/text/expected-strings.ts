/** In: the head or tail of an article as found, and the strings that must stand in it once each. Out: which stand, and what is left. */
import type { ExpectedString } from './expected.ts'

export interface FoundString {
  readonly wanted: ExpectedString
  readonly at: number
  /** The names stand, but tied to other affiliations. */
  readonly misplaced: boolean
}

export interface StringsFound {
  readonly found: readonly FoundString[]
  readonly missing: readonly ExpectedString[]
  /** Ranges that are neither such a string nor a known label or separator. */
  readonly strange: readonly (readonly [number, number])[]
  /** Where the strings end and the rest begins. */
  readonly end: number
}

/** What layout may set around the strings: labels, separators, marks of affiliations. */
const glue = [
  ...[
    '摘要',
    '关键词',
    '作者简介',
    '作者单位',
    '作者',
    '单位',
    '导语',
    '编者按',
    '许可',
    '注释',
    '文章编号',
    'Abstract',
    'ABSTRACT',
    'Keywords',
    'KEYWORDS',
    'DOI',
    'ORCID',
    'E-mail',
    'Email',
  ],
  ...[
    '：',
    ':',
    '；',
    ';',
    '，',
    ',',
    '.',
    '、',
    '·',
    '/',
    '／',
    '|',
    '｜',
    '（',
    '）',
    '(',
    ')',
    '［',
    '］',
    '[',
    ']',
    '【',
    '】',
    '—',
    '*',
  ],
  ...['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
]

interface Match {
  readonly wanted: ExpectedString
  readonly length: number
  readonly misplaced: boolean
}

/**
 * Consumes strings in any order, the longest first, from `from` on, and stops where the rest begins.
 * Text that is no string is stepped over only where a further string or the rest still follows.
 * @param rest where the rest begins; -1 where its beginning is not in the text, null where nothing comes after the strings.
 */
export function takeStrings(
  text: string,
  from: number,
  strings: readonly ExpectedString[],
  rest: number | null,
): StringsFound {
  const beginning = rest ?? -1
  const limit = beginning < 0 ? text.length : beginning
  const open = new Set(strings)
  const found: FoundString[] = []
  const strange: [number, number][] = []

  const longest = (position: number): Match | null => {
    let best: Match | null = null
    for (const wanted of open) {
      for (const [choices, misplaced] of [
        [wanted.choices, false],
        [wanted.misplaced, true],
      ] as const) {
        for (const choice of choices) {
          // Of two that read the same the one that must stand is met first: a title may be the name of its section.
          const least = (best?.length ?? 0) + (wanted.required && best && !best.wanted.required ? 0 : 1)
          // The rest cannot begin inside of a string: its first words may stand in the lead too.
          if (choice === '' || choice.length < least || position + choice.length > limit) continue
          if (text.startsWith(choice, position)) best = { wanted, length: choice.length, misplaced }
        }
      }
    }
    return best
  }
  const nextUnit = (position: number, until: number): number => {
    for (let i = position; i < until; i++) if (longest(i)) return i
    return -1
  }

  let position = from
  while (position < limit) {
    const match = longest(position)
    if (match) {
      open.delete(match.wanted)
      found.push({ wanted: match.wanted, at: position, misplaced: match.misplaced })
      position += match.length
      continue
    }
    const label = glue.find((g) => text.startsWith(g, position))
    if (label) {
      position += label.length
      continue
    }
    // With the beginning of the rest gone too, the head cannot reach further than a short step over.
    const next = nextUnit(position, beginning < 0 && rest !== null ? Math.min(position + 60, limit) : limit)
    if (next < 0 && beginning < 0 && rest !== null) break
    const to = next < 0 ? limit : next
    strange.push([position, to])
    position = to
  }
  return { found, missing: [...open].filter((wanted) => wanted.required), strange, end: Math.min(position, limit) }
}
