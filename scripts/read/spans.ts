/** Inline rules for markdown-it: `[鲁迅]{.name}` and `[@1,3-5]` in, tokens of their own out. */
import type { StateInline } from 'markdown-it'

const classForm = /\{ *\.([^{}\n]*)\}/y

/** `[text]{.class}`; whether the class is known is judged with a place, by inline.ts. */
export function span(state: StateInline, silent: boolean): boolean {
  const { pos: start, posMax: max, src } = state
  if (src[start] !== '[' || src[start + 1] === '^') return false
  const end = state.md.helpers.parseLinkLabel(state, start)
  if (end < 0) return false
  classForm.lastIndex = end + 1
  const found = classForm.exec(src)
  if (!found || classForm.lastIndex > max) return false
  const after = classForm.lastIndex
  if (!silent) {
    const open = state.push('span_open', 'span', 1)
    open.markup = '['
    open.info = found[1]!.trim()
    state.pos = start + 1
    state.posMax = end
    state.md.inline.tokenize(state)
    const close = state.push('span_close', 'span', -1)
    close.markup = `]${found[0]}`
  }
  state.pos = after
  state.posMax = max
  return true
}

const citationForm = /\[@\s*(\d{1,4}(?:\s*-\s*\d{1,4})?(?:\s*,\s*\d{1,4}(?:\s*-\s*\d{1,4})?)*)\s*\](?!\()/y

/** The numbers of `1,3-5`; none if a range runs backwards. */
function numbersOf(text: string): readonly number[] {
  const ranges = text.split(',').map((part) => part.split('-').map(Number) as [number, number?])
  if (ranges.some(([first, last = first]) => first < 1 || last < first)) return []
  return ranges.flatMap(([first, last = first]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
}

/** `[@3]`, `[@1,3-5]`: numbers of the entries under `references`. */
export function citation(state: StateInline, silent: boolean): boolean {
  citationForm.lastIndex = state.pos
  const found = citationForm.exec(state.src)
  if (!found) return false
  const text = found[1]!.replace(/\s/g, '')
  const numbers = numbersOf(text)
  if (numbers.length === 0) return false
  if (!silent) {
    const token = state.push('citation', 'sup', 0)
    token.markup = found[0]
    token.meta = { citation: { text, numbers } }
  }
  state.pos += found[0].length
  return true
}
