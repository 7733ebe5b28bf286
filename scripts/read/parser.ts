/** The one markdown-it that reads manuscripts: Markdown text in, its tokens out, with ruby, figure attributes, scripts, spans and citations as tokens of their own. */
import createMarkdownIt, { type MarkdownIt, type StateInline } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import container from 'markdown-it-container'
import deflist from 'markdown-it-deflist'
import footnote from 'markdown-it-footnote'
import type { RubyPair } from '../model/body.ts'
import { script } from './scripts.ts'
import { citation, span } from './spans.ts'

const rubyForm = /\{([^{}|\n]+)\|([^{}|\n]+)\}/y

/** `{刊本|kān běn}`: as many words as characters give one each, otherwise one for the group. */
function ruby(state: StateInline, silent: boolean): boolean {
  rubyForm.lastIndex = state.pos
  const found = rubyForm.exec(state.src)
  const base = found?.[1]?.trim()
  const annotation = found?.[2]?.trim()
  if (!found || !base || !annotation) return false
  if (!silent) {
    const characters = [...base]
    const words = annotation.split(/\s+/)
    const pairs: RubyPair[] =
      words.length === characters.length
        ? characters.map((character, i) => ({ base: character, text: words[i]! }))
        : [{ base, text: annotation }]
    const token = state.push('ruby', 'ruby', 0)
    token.markup = found[0]
    token.meta = { ruby: pairs }
  }
  state.pos += found[0].length
  return true
}

/** What stands in quotation marks may hold braces: ruby, names. */
const attributesForm = /\{((?:[^{}"\n]|"(?:[^"\\\n]|\\.)*")*|[^{}\n]*)\}(?=\s*$)/y

/** `{credit="…" span=page}` directly after a picture, at the end of its paragraph. */
function attributes(state: StateInline, silent: boolean): boolean {
  attributesForm.lastIndex = state.pos
  const found = state.pending === '' && state.tokens.at(-1)?.type === 'image' && attributesForm.exec(state.src)
  if (!found) return false
  if (!silent) {
    const token = state.push('attributes', '', 0)
    token.markup = found[0]
    token.content = found[1]!
  }
  state.pos += found[0].length
  return true
}

/**
 * Switched off, because each would make text vanish or change in silence: reference definitions (`[注]: 以上` would be
 * swallowed), inline notes, struck text. `footnote_tail` is ours (notes.ts), and `text_join` too: until the leftovers are
 * found, an escaped star must differ from a bare one.
 */
const off = ['reference', 'footnote_inline', 'strikethrough', 'footnote_tail', 'text_join']

function create(): MarkdownIt {
  const md = createMarkdownIt({ html: false, linkify: false, typographer: false })
  md.use(cjkFriendly)
    .use(footnote)
    .use(deflist)
    .use(container, 'verse', { validate: (info) => info.trim() === 'verse' })
  md.inline.ruler.before('text', 'ruby', ruby)
  md.inline.ruler.before('ruby', 'attributes', attributes)
  md.inline.ruler.before('emphasis', 'script', script)
  md.inline.ruler.before('link', 'citation', citation)
  md.inline.ruler.before('link', 'span', span)
  md.disable(off)
  // Every target is judged by links.ts and pictures.ts, with a place; markdown-it would leave a refused one as text.
  md.validateLink = () => true
  const normalize = md.normalizeLink.bind(md)
  md.normalizeLink = (url) => (/^https?:/i.test(url) ? normalize(url) : url)
  return md
}

export const parser: MarkdownIt = create()
