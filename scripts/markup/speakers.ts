/** The paragraphs of an interview in; which are questions, which answers, and the label that names the speaker, out. */
import type { BodyToken } from '../model/body.ts'
import type { Credit } from '../model/issue.ts'

/** A paragraph of an interview that somebody says. */
export interface Speech {
  readonly kind: 'question' | 'answer'
  /** What stands before the text, with its colon; empty where a speaker goes on in a further paragraph. */
  readonly label: string
  /** Stands beside a label of one character, which hangs before the text. */
  readonly hangs: boolean
}

const short = /^[\p{Script=Han}·]{1,6}：/u

/** Who asks, where the interview does not give his name. */
const askers = ['问', '记者', '编者', '编辑部', '采访者', '主持人']

/** A label is `问：`, a name of the byline, or up to six Han; a long name of the byline counts too. */
function labelOf(text: string, byline: readonly Credit[]): string {
  const named = byline.map(({ name }) => `${name}：`).find((label) => text.startsWith(label))
  return named ?? short.exec(text)?.[0] ?? ''
}

/**
 * Every paragraph of the top level, by the index of its token. The first speaker asks, where neither a label nor the byline
 * tells who does: an interview begins with a question. What stands before the first label, and after a heading until the
 * next, belongs to nobody.
 */
export function speechesOf(tokens: readonly BodyToken[], byline: readonly Credit[]): ReadonlyMap<number, Speech> {
  const labels = paragraphs(tokens).map(({ index, text }) => ({ index, label: labelOf(text, byline) }))
  const speakers = new Set(labels.map(({ label }) => label.slice(0, -1)))
  const interviewers = [...askers, ...byline.filter(({ role }) => role === 'ivr').map(({ name }) => name)]
  const asking = new Set(interviewers.filter((name) => speakers.has(name)))
  const first = labels.find(({ label }) => label)?.label.slice(0, -1)
  if (asking.size === 0 && first) asking.add(first)
  const speeches = new Map<number, Speech>()
  let kind: Speech['kind'] | null = null
  let hangs = false
  let at = 0
  for (const { index, label } of labels) {
    if (tokens.slice(at, index).some(({ type }) => type === 'heading_open')) kind = null
    if (label) {
      kind = asking.has(label.slice(0, -1)) ? 'question' : 'answer'
      hangs = [...label].length === 2
    }
    if (kind) speeches.set(index, { kind, label, hangs })
    at = index
  }
  return speeches
}

/** Those of the top level, with the text that they begin with. */
function paragraphs(tokens: readonly BodyToken[]): { index: number; text: string }[] {
  const found: { index: number; text: string }[] = []
  let depth = 0
  tokens.forEach(({ type, nesting }, index) => {
    if (type === 'paragraph_open' && depth === 0) {
      const first = tokens[index + 1]?.children?.[0]
      found.push({ index, text: first?.type === 'text' ? first.content : '' })
    }
    depth += nesting
  })
  return found
}
