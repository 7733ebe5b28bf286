/** Units of one article in, its English title page out: title, names, units, abstract, keywords. Its lines are joined with spaces. */
import { parseByline } from '../byline/byline.ts'
import { glue } from '../lines/glue.ts'
import type { Unit } from '../lines/units.ts'
import { isLatin } from '../lines/width.ts'
import { keywordsOf } from './labels.ts'

export interface English {
  readonly title?: string
  readonly names: readonly string[]
  readonly affiliations: readonly string[]
  readonly abstract?: string
  readonly keywords: readonly string[]
  readonly units: readonly Unit[]
}

const abstract = /^[[［【〔（(]?\s*(?:Abstract|ABSTRACT|Summary)\s*[\]］】〕）)]?\s*[:：.]?\s*/u
const keywords = /^[[［【〔（(]?\s*(?:Key\s?-?\s?words?|KEY\s?WORDS?|Keywords?)\s*[\]］】〕）)]?\s*[:：]?\s*/iu
const names =
  /^(?:[A-Z][A-Za-z'’-]+ [A-Z][A-Za-z'’-]*\s?[\d,*]*)(?:[,;，；]\s*[A-Z][A-Za-z'’-]+ [A-Z][A-Za-z'’-]*\s?[\d,*]*)*$/u

/** The longest run of Western lines around “Abstract:”. */
function runOf(units: readonly Unit[]): readonly [number, number] | undefined {
  const at = units.findIndex((unit) => abstract.test(unit.text) && isLatin(unit.text))
  if (at === -1) return undefined
  let [from, to] = [at, at + 1]
  while (
    from > 0 &&
    isLatin(units[from - 1]!.text) &&
    !/^[[［]\d|^(?:Fig|Tab)/u.test(units[from - 1]!.text) &&
    !/^\d+\s*[.．]\s*[A-Z].*\[[A-Z]\]/u.test(units[from - 1]!.text)
  )
    from -= 1
  while (to < units.length && isLatin(units[to]!.text) && !/^[[［]\d/u.test(units[to]!.text)) to += 1
  return [from, to]
}

export function readEnglish(units: readonly Unit[]): { english: English | undefined; rest: Unit[] } {
  const run = runOf(units)
  if (!run) return { english: undefined, rest: [...units] }
  const block = units.slice(run[0], run[1])
  const parts = { title: '', abstract: '', keywords: '', affiliations: '' }
  let people: string[] = []
  let state: keyof typeof parts = 'title'
  const add = (text: string): void => {
    parts[state] = parts[state] === '' ? text : glue(parts[state], text).text
  }
  for (const { text } of block) {
    if (abstract.test(text)) {
      state = 'abstract'
      add(text.replace(abstract, ''))
    } else if (keywords.test(text)) {
      state = 'keywords'
      add(text.replace(keywords, ''))
    } else if (
      state === 'title' &&
      parts.title !== '' &&
      (names.test(text) || parseByline(text)?.likeness === 'good')
    ) {
      people = text
        .replace(/(?<=[A-Za-z])\s?\d+(?:\s*,\s*\d+)*\*?/gu, '')
        .split(/\s*[,;，；]\s*/u)
        .filter((name) => name !== '')
    } else if (
      state === 'title' &&
      parts.title !== '' &&
      /^[（(]|^\d+\s*[.．]|University|College|School|Institute|Department|Ltd|Hospital/u.test(text)
    ) {
      state = 'affiliations'
      add(text)
    } else add(text)
  }
  const inner = parts.affiliations.replace(/^[（(]|[）)]$/gu, '')
  return {
    english: {
      ...(parts.title !== '' && { title: parts.title }),
      ...(parts.abstract !== '' && { abstract: parts.abstract }),
      names: people,
      affiliations: inner === '' ? [] : inner.split(/\s*[;；]\s*/u).map((one) => one.replace(/^\d+\s*[.．]?\s*/u, '')),
      keywords: parts.keywords === '' ? [] : keywordsOf(parts.keywords.replace(/[.]$/u, '')),
      units: block,
    },
    rest: [...units.slice(0, run[0]), ...units.slice(run[1])],
  }
}
