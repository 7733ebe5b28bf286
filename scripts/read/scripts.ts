/**
 * Inline rule for markdown-it: `H~2~O` and `m^-2^` in, sub- and superscripts as tokens of their own out.
 *
 * Plug-ins for it take whatever stands between two marks. In Chinese ~ is typed for ～ all the time (3~5天，10~20人), and [^1]
 * calls a note, so what is taken here must look like a script: short, without marks, and below or above something.
 */
import type { StateInline } from 'markdown-it'

/** Letters, numerals, signs of formulas; or a word of a few Han, as in F~合~. */
const latin = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}+\-−–=()·.,'′″*°/])`
const subForm = new RegExp(String.raw`~(${latin}{1,16}|\p{Script=Han}{1,4})~(?!~)`, 'uy')
const supForm = new RegExp(String.raw`\^(${latin}{1,24}|\p{Script=Han}{1,8})\^(?!\^)`, 'uy')
/** What has an index: a letter but no Han, a closing bracket, another script, the end of an element. 1~3~5 is a range. */
const hasIndex = /(?:(?!\p{Script=Han})\p{L}|[)\]}*_^'′])$/u

function matched(state: StateInline): { kind: 'sub' | 'sup'; content: string; length: number } | null {
  const { src, pos, posMax } = state
  const kind = src[pos] === '~' ? 'sub' : src[pos] === '^' ? 'sup' : null
  if (!kind) return null
  const form = kind === 'sub' ? subForm : supForm
  form.lastIndex = pos
  const found = form.exec(src)
  if (!found || form.lastIndex > posMax) return null
  const content = found[1]!
  const before = src.slice(Math.max(0, pos - 2), pos)
  const after = src[form.lastIndex] ?? ''
  const script = { kind, content, length: found[0].length } as const
  // Not the call of a note, and not (^o^).
  if (kind === 'sup') return /\[$/.test(before) || (/[(（]$/.test(before) && /[)）]/.test(after)) ? null : script
  // a~z,A~Z: two ranges.
  const ranges = /[.,]/.test(content) && /[\p{L}\p{N}]/u.test(after)
  return ranges || !hasIndex.test(before) ? null : script
}

export function script(state: StateInline, silent: boolean): boolean {
  const found = matched(state)
  if (!found) return false
  const { kind, content, length } = found
  if (!silent) {
    const markup = kind === 'sub' ? '~' : '^'
    state.push(`${kind}_open`, kind, 1).markup = markup
    state.push('text', '', 0).content = content
    state.push(`${kind}_close`, kind, -1).markup = markup
  }
  state.pos += length
  return true
}
