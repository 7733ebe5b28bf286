/** Body tokens of an article in, HTML for the paged editions out. */
import { type BodyToken, blockTexts, type Figure, type Note } from '../model/body.ts'
import type { Reference } from '../model/issue.ts'
import type { BlockKeys } from './block-keys.ts'
import { displayHtml } from './display.ts'
import { escapeHtml } from './escape.ts'
import { type InlineContext, inlineHtml } from './inline.ts'
import type { Speech } from './speakers.ts'
import { alignClass, linesOf, type Paragraph, plainHeading, type Rules, withoutLabel, writeBody } from './walk.ts'

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
function headingText(token: BodyToken, children: readonly BodyToken[], context: InlineContext): string {
  const heading = plainHeading(token, children)
  if (!heading) return inlineHtml(children, context)
  const { number, text } = heading
  if (!number) return displayHtml(text)
  const [first = ''] = text
  // The number stays with the first character: `keep-all` would let the line break after its mark.
  return `<span class="keep"><span class="number">${number}</span>${escapeHtml(first)}</span>${displayHtml(text.slice(first.length))}`
}

/** Each line of a stanza is a block, so that one that is too long goes on indented; the label of a speaker is set apart. */
function paragraphHtml({ children, kind, speech, key, bare }: Paragraph, context: InlineContext): string {
  if (kind === 'stanza') {
    const lines = linesOf(children).map((line) => `<span class="line">${inlineHtml(line, context)}</span>`)
    return `<p class="stanza"${key}>${lines.join('')}</p>`
  }
  if (speech && kind === 'speech') {
    const { label, hangs } = speech
    const speaker = label ? `<span class="speaker">${escapeHtml(label)}</span>` : ''
    const said = inlineHtml(withoutLabel(children, label), context, true)
    return `<p class="${speech.kind}${hangs ? ' hangs' : ''}${label === '' ? ' on' : ''}"${key}>${speaker}${said}</p>`
  }
  const text = inlineHtml(children, context, true)
  return bare ? text : `<p${kind === 'attribution' ? ' class="attribution"' : ''}${key}>${text}</p>`
}

/** A poem with its title, from the heading at `from` to the next one, is not divided if it need not be. */
function poemOpen(tokens: readonly BodyToken[], from: number, whole: number): string {
  const next = tokens.findIndex(({ type }, i) => i > from && type === 'heading_open')
  const stanzas = blockTexts(tokens.slice(from, next < 0 ? undefined : next))
  const lines = stanzas.reduce((sum, stanza) => sum + stanza.split('\n').length + 1, 0)
  return lines <= whole ? '<div class="poem">' : '<div class="poem long">'
}

export function bodyHtml(tokens: readonly BodyToken[], options: BodyOptions): string {
  const { verse } = options
  const context: InlineContext = {
    footNotes: options.notesAt === 'foot' ? new Map(options.notes.map((note) => [note.id, note])) : null,
    references: new Map((options.references ?? []).map(({ number, id }) => [number, id])),
  }
  let poems = 0
  const cell = (token: BodyToken, key: string): string =>
    `<${token.tag}${token.tag === 'th' ? ' scope="col"' : ''}${alignClass(token)}${key}>`
  const rules: Rules = {
    heading: (token, children, key, index) => {
      const tag = lower[token.tag]
      const heading = `<${tag} id="${token.meta?.id}"${key} ${keepWithNext}>${headingText(token, children, context)}</${tag}>`
      return verse ? (poems++ > 0 ? '</div>' : '') + poemOpen(tokens, index, verse.whole) + heading : heading
    },
    // Nothing keeps a heading with a figure that spans the columns, so the two span them together.
    spanned: (heading, { figure, key }) => `<div class="spanner">${heading}${figureHtml(figure, key, context)}</div>`,
    paragraph: (paragraph) => paragraphHtml(paragraph, context),
    // To Chromium a cell without text is none, and the row would lack it in the structure of the PDF.
    inline: (children, { type }) =>
      children.length === 0 && /^t[hd]_open$/.test(type) ? '&nbsp;' : inlineHtml(children, context),
    figure: (figure, key) => figureHtml(figure, key, context),
    rule: '<hr>',
    containers: {
      dt_open: (_, key) => `<dt${key} ${keepWithNext}>`,
      table_open: (token, key) => tableOpen(token, key, context),
      table_close: () => '</table></div>',
      th_open: cell,
      td_open: cell,
    },
    end: '',
  }
  const reading = { stanzas: verse !== undefined, ...(options.speeches && { speeches: options.speeches }) }
  const html = writeBody(tokens, rules, options.keys, reading)
  return poems > 0 ? `${html}</div>` : html
}

function tableOpen({ meta }: BodyToken, key: string, context: InlineContext): string {
  const table = meta?.table
  const caption = table?.caption
    ? `<caption${annotated(table.caption)}><span class="label">表${table.number}</span>${inlineHtml(table.caption, context)}</caption>`
    : ''
  return `<div class="table"${key}><table id="${table?.id}">${caption}`
}
