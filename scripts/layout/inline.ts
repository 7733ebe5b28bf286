/** Inline tokens in, HTML for the paged editions out. */
import type { BodyToken, Note } from '../model/body.ts'
import { escapeHtml } from './escape.ts'

export interface InlineContext {
  /** Notes of the article by id; null where notes stand after the article. */
  readonly footNotes: ReadonlyMap<string, Note> | null
}

/** Dots stand under each Han as drawn circles: `text-emphasis` would leave bullets in the text of the PDF and lengthen last lines. */
const dotted = (text: string): string =>
  [...text].map((c) => (/\p{Script=Han}/u.test(c) ? `<span class="dot">${c}</span>` : escapeHtml(c))).join('')

/** The thin group space of 14 596 is no place for a line to turn (GB/T 15835). */
const textHtml = (text: string): string =>
  escapeHtml(text).replace(/\d{1,3}(?: \d{3})+(?!\d)/g, (number) => `<span class="keep">${number}</span>`)

const call = (token: BodyToken): string => {
  const { number, id, refId } = token.meta!.note!
  return `<a class="call" id="${refId}" href="#${id}">${number}</a>`
}

/** A foot note stands in the text where it is called; Paged.js floats it to the foot of the page. */
function footNote(token: BodyToken, context: InlineContext): string {
  const note = context.footNotes?.get(token.meta!.note!.id)
  return note
    ? `<span class="note" id="${note.id}"><span class="mark">${note.number}</span>${noteText(note)}</span>`
    : ''
}

/** The paragraphs of a note as one run: the foot area of Paged.js takes inline content only. */
export function noteText(note: Note): string {
  return note.tokens
    .filter((t) => t.type === 'inline')
    .map((t) => inlineHtml(t.children ?? [], { footNotes: null }))
    .join('<br>')
}

/**
 * Two Han and what follows them to the end of the paragraph, kept on one line: a last line of one character is the fault
 * that `text-wrap: pretty` no longer prevents once a note call ends the paragraph (measured in Chromium 156).
 */
const tail = /^([\s\S]*?)(\p{Script=Han}{2}[^\p{Script=Han}\s]{0,4})$/u

export function inlineHtml(tokens: readonly BodyToken[], context: InlineContext, keepTail = false): string {
  let last = tokens.length
  while (last > 0 && tokens[last - 1]!.type === 'footnote_ref') last--
  const calls = tokens.slice(last)
  const end = keepTail ? tokens[last - 1] : undefined
  const split = end?.type === 'text' ? tail.exec(end.content) : null
  const head = split ? tokens.slice(0, last - 1) : tokens.slice(0, last)
  const notes = calls.map((t) => footNote(t, context)).join('')
  const closing = split
    ? `${textHtml(split[1]!)}<span class="tail">${escapeHtml(split[2]!)}${calls.map(call).join('')}</span>${notes}`
    : calls.map(call).join('') + notes
  return run(head, context) + closing
}

function run(tokens: readonly BodyToken[], context: InlineContext): string {
  let html = ''
  let emphasis = 0
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
        html += emphasis > 0 ? dotted(token.content) : textHtml(token.content)
        break
      case 'hardbreak':
        html += '<br>'
        break
      case 'em_open':
        emphasis++
        html += '<em>'
        break
      case 'em_close':
        emphasis--
        html += '</em>'
        break
      case 'strong_open':
        html += '<strong>'
        break
      case 'strong_close':
        html += '</strong>'
        break
      case 'code_inline':
        html += `<code>${escapeHtml(token.content)}</code>`
        break
      case 'link_open': {
        const target = token.meta?.target
        const href = token.attrs?.find(([name]) => name === 'href')?.[1] ?? ''
        html += `<a href="${escapeHtml(target ? `#${target}` : href)}">`
        break
      }
      case 'link_close':
        html += '</a>'
        break
      case 'ruby':
        html += `<ruby>${token.meta!.ruby!.map((r) => `${escapeHtml(r.base)}<rt>${escapeHtml(r.text)}</rt>`).join('')}</ruby>`
        break
      case 'footnote_ref':
        html += call(token) + footNote(token, context)
        break
      default:
        throw new Error(`no layout for the inline token ${token.type}`)
    }
  }
  return html
}
