/** Body tokens of an article in, HTML for the paged editions out. */
import { type BodyToken, blockTexts, type Figure, type Note } from '../model/body.ts'
import type { Reference } from '../model/issue.ts'
import { type BlockKeys, keyAttribute } from './block-keys.ts'
import { displayHtml } from './display.ts'
import { escapeHtml } from './escape.ts'
import { type InlineContext, inlineHtml } from './inline.ts'
import type { Speech } from './speakers.ts'

export interface BodyOptions {
  readonly notes: readonly Note[]
  readonly notesAt: 'foot' | 'end'
  readonly references?: readonly Reference[]
  /** Keys of the blocks of the whole article, by their opening tokens: so that a page can say with which of them it begins. */
  readonly keys?: BlockKeys
  /** Questions and answers of an interview, by the index of their paragraph's token. */
  readonly speeches?: ReadonlyMap<number, Speech>
  /** Every paragraph of the top level is a stanza. */
  readonly verse?: {
    /** Lines up to which a poem is kept whole, those between its stanzas included. */
    readonly whole: number
  }
}

/**
 * Paged.js takes `break-after` out of style sheets and passes over elements whose inline style names no display
 * (read in 0.4.3): written out on the element both hold, and no heading is left at the foot of a column.
 */
const keepWithNext = 'style="display:block;break-after:avoid"'

/** In one document for the whole issue the section (栏目) is h1 and the article's title h2: so the PDF's outline nests by itself. */
const lower: Readonly<Record<string, string>> = { h2: 'h3', h3: 'h4' }

/** Ruby needs more room between the lines than captions have. */
const annotated = (...texts: (readonly BodyToken[] | undefined)[]): string =>
  texts.some((text) => text?.some(({ type }) => type === 'ruby')) ? ' class="annotated"' : ''

function figureHtml(figure: Figure, key: string, context: InlineContext): string {
  const credit = figure.credit ? `<span class="credit">${inlineHtml(figure.credit, context)}</span>` : ''
  const caption = figure.caption
    ? `<span class="label">图${figure.number}</span>${inlineHtml(figure.caption, context)}`
    : ''
  const alt = figure.alt ? escapeHtml(figure.alt) : ''
  // role="group": Chromium writes a Figure tag without text for <figure> itself, which no reader can use.
  return (
    `<figure role="group" id="${figure.id}" class="${figure.span}"${key}><img src="${escapeHtml(figure.src)}" alt="${alt}">` +
    (caption || credit
      ? `<figcaption${annotated(figure.caption, figure.credit)}>${caption}${credit}</figcaption>`
      : '') +
    '</figure>'
  )
}

/** 一、 and its like are set in the accent colour. */
function headingHtml(token: BodyToken, inline: BodyToken, context: InlineContext): string {
  const children = inline.children ?? []
  const plain = children.every(({ type }) => type === 'text' || type === 'break_opportunity')
  if (!plain) return inlineHtml(children, context)
  const only = children
    .map(({ type, content }) => (type === 'break_opportunity' ? '|' : content.replaceAll('|', '\\|')))
    .join('')
  const numbered = token.tag === 'h2' ? /^([一二三四五六七八九十]+、)(.)(.*)$/u.exec(only) : null
  if (!numbered) return displayHtml(only)
  const [, number, first, rest] = numbered
  // The number stays with the first character: `keep-all` would let the line break after its mark.
  return `<span class="keep"><span class="number">${number}</span>${escapeHtml(first!)}</span>${displayHtml(rest!)}`
}

/** Lines of verse, each a block, so that one that is too long goes on indented. */
function linesHtml(tokens: readonly BodyToken[], context: InlineContext): string {
  const lines: BodyToken[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    depth += token.nesting
    // Emphasis over several lines cannot be cut.
    if (token.type === 'hardbreak' && depth === 0) lines.push([])
    else lines.at(-1)!.push(token)
  }
  return lines.map((line) => `<span class="line">${inlineHtml(line, context)}</span>`).join('')
}

/** The label of a speaker is set apart from what he says. */
function spokenHtml(label: string, children: readonly BodyToken[], context: InlineContext): string {
  const [first, ...rest] = children
  if (!label || !first) return inlineHtml(children, context, true)
  const text = { ...first, content: first.content.slice(label.length) }
  return `<span class="speaker">${escapeHtml(label)}</span>${inlineHtml([text, ...rest], context, true)}`
}

function paragraphOpen(token: BodyToken, speech: Speech | undefined, stanza: boolean, key: string): string {
  if (token.meta?.role === 'attribution') return `<p class="attribution"${key}>`
  if (stanza) return `<p class="stanza"${key}>`
  if (!speech) return `<p${key}>`
  return `<p class="${speech.kind}${speech.hangs ? ' hangs' : ''}${speech.label === '' ? ' on' : ''}"${key}>`
}

/** A poem with its title, from the heading at `from` to the next one, is not divided if it need not be. */
function poemOpen(tokens: readonly BodyToken[], from: number, whole: number): string {
  const next = tokens.findIndex(({ type }, i) => i > from && type === 'heading_open')
  const stanzas = blockTexts(tokens.slice(from, next < 0 ? undefined : next))
  const lines = stanzas.reduce((sum, stanza) => sum + stanza.split('\n').length + 1, 0)
  return lines <= whole ? '<div class="poem">' : '<div class="poem long">'
}

export function bodyHtml(tokens: readonly BodyToken[], options: BodyOptions): string {
  const context: InlineContext = {
    footNotes: options.notesAt === 'foot' ? new Map(options.notes.map((note) => [note.id, note])) : null,
    references: new Map((options.references ?? []).map(({ number, id }) => [number, id])),
  }
  const keyOf = (token: BodyToken) => keyAttribute(options.keys, token)
  let html = ''
  let depth = 0
  let verses = 0
  let poems = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const inline = tokens[i + 1]
    const stanza = verses > 0 || (options.verse !== undefined && depth === 0)
    switch (token.type) {
      case 'heading_open': {
        const heading = `<${lower[token.tag]} id="${token.meta?.id}"${keyOf(token)} ${keepWithNext}>${headingHtml(token, inline!, context)}</${lower[token.tag]}>`
        if (options.verse) {
          html += (poems > 0 ? '</div>' : '') + poemOpen(tokens, i, options.verse.whole)
          poems++
        }
        const figure = tokens[i + 3]?.meta?.figure
        i += 2
        // Nothing keeps a heading with a figure that spans the columns, so the two span them together.
        if (figure?.span === 'page') {
          html += `<div class="spanner">${heading}${figureHtml(figure, keyOf(tokens[i + 1]!), context)}</div>`
          i++
        } else html += heading
        break
      }
      case 'paragraph_open':
        if (!token.hidden) html += paragraphOpen(token, options.speeches?.get(i), stanza, keyOf(token))
        break
      case 'paragraph_close':
        if (!token.hidden) html += '</p>'
        break
      case 'inline': {
        const before = tokens[i - 1]
        const children = token.children ?? []
        const spoken = options.speeches?.get(i - 1)
        // To Chromium a cell without text is none, and the row would lack it in the structure of the PDF.
        if (children.length === 0 && /^t[hd]_open$/.test(before?.type ?? '')) html += '&nbsp;'
        else if (spoken) html += spokenHtml(spoken.label, children, context)
        else if (stanza && before?.meta?.role !== 'attribution') html += linesHtml(children, context)
        else html += inlineHtml(children, context, before?.type === 'paragraph_open')
        break
      }
      case 'figure':
        html += figureHtml(token.meta!.figure!, keyOf(token), context)
        break
      case 'fence':
      case 'code_block':
        html += `<pre${keyOf(token)}><code>${escapeHtml(token.content)}</code></pre>`
        break
      case 'hr':
        html += '<hr>'
        break
      case 'jump':
        break
      case 'dt_open':
        html += `<dt${keyOf(token)} ${keepWithNext}>`
        break
      case 'container_verse_open':
        verses++
        html += '<div class="verse">'
        break
      case 'container_verse_close':
        verses--
        html += '</div>'
        break
      case 'table_open': {
        const table = token.meta?.table
        const caption = table?.caption
          ? `<caption${annotated(table.caption)}><span class="label">表${table.number}</span>${inlineHtml(table.caption, context)}</caption>`
          : ''
        html += `<div class="table"${keyOf(token)}><table id="${table?.id}">${caption}`
        break
      }
      case 'table_close':
        html += '</table></div>'
        break
      case 'th_open':
      case 'td_open': {
        const align = token.attrs?.find(([name]) => name === 'style')?.[1].replace('text-align:', '') ?? ''
        html += `<${token.tag}${token.tag === 'th' ? ' scope="col"' : ''}${align ? ` class="${align}"` : ''}${keyOf(token)}>`
        break
      }
      case 'ordered_list_open': {
        const start = token.attrs?.find(([name]) => name === 'start')?.[1]
        html += start ? `<ol start="${start}">` : '<ol>'
        break
      }
      default:
        if (token.nesting === 0 || !token.tag) throw new Error(`no layout for the token ${token.type}`)
        html += token.nesting === 1 ? `<${token.tag}${keyOf(token)}>` : `</${token.tag}>`
    }
    // Of a heading only the opening token comes by here.
    if (!/^(paragraph|heading)_/.test(token.type)) depth += token.nesting
  }
  return poems > 0 ? `${html}</div>` : html
}
