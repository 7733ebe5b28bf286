/** Body tokens of an article in, HTML for the paged editions out. */
import type { BodyToken, Figure, Note } from '../model/body.ts'
import { displayHtml } from './display.ts'
import { escapeHtml } from './escape.ts'
import { type InlineContext, inlineHtml } from './inline.ts'

export interface BodyOptions {
  readonly notes: readonly Note[]
  readonly notesAt: 'foot' | 'end'
}

/**
 * Paged.js takes `break-after` out of style sheets and passes over elements whose inline style names no display
 * (read in 0.4.3): written out on the element both hold, and no heading is left at the foot of a column.
 */
const keepWithNext = 'style="display:block;break-after:avoid"'

/** In one document for the whole issue the section (栏目) is h1 and the article's title h2: so the PDF's outline nests by itself. */
const lower: Readonly<Record<string, string>> = { h2: 'h3', h3: 'h4' }

function figureHtml(figure: Figure): string {
  const credit = figure.credit ? `<span class="credit">${escapeHtml(figure.credit)}</span>` : ''
  const caption = figure.caption ? `<span class="label">图${figure.number}</span>${escapeHtml(figure.caption)}` : ''
  const alt = figure.alt ? escapeHtml(figure.alt) : ''
  // role="group": Chromium writes a Figure tag without text for <figure> itself, which no reader can use.
  return (
    `<figure role="group" id="${figure.id}" class="${figure.span}"><img src="${escapeHtml(figure.src)}" alt="${alt}">` +
    (caption || credit ? `<figcaption>${caption}${credit}</figcaption>` : '') +
    '</figure>'
  )
}

/** 一、 and its like are set in the accent colour. */
function headingHtml(token: BodyToken, inline: BodyToken, context: InlineContext): string {
  const children = inline.children ?? []
  const only = children.length === 1 && children[0]!.type === 'text' ? children[0]!.content : null
  if (only === null) return inlineHtml(children, context)
  const numbered = token.tag === 'h2' ? /^([一二三四五六七八九十]+、)(.)(.*)$/u.exec(only) : null
  if (!numbered) return displayHtml(only)
  const [, number, first, rest] = numbered
  // The number stays with the first character: `keep-all` would let the line turn after its mark.
  return `<span class="keep"><span class="number">${number}</span>${escapeHtml(first!)}</span>${displayHtml(rest!)}`
}

export function bodyHtml(tokens: readonly BodyToken[], options: BodyOptions): string {
  const context: InlineContext = {
    footNotes: options.notesAt === 'foot' ? new Map(options.notes.map((note) => [note.id, note])) : null,
  }
  let html = ''
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const inline = tokens[i + 1]
    switch (token.type) {
      case 'heading_open': {
        const heading = `<${lower[token.tag]} id="${token.meta?.id}" ${keepWithNext}>${headingHtml(token, inline!, context)}</${lower[token.tag]}>`
        const figure = tokens[i + 3]?.meta?.figure
        i += 2
        // Nothing keeps a heading with a figure that spans the columns, so the two span them together.
        if (figure?.span === 'page') {
          html += `<div class="spanner">${heading}${figureHtml(figure)}</div>`
          i++
        } else html += heading
        break
      }
      case 'paragraph_open':
        if (!token.hidden) html += token.meta?.role === 'attribution' ? '<p class="attribution">' : '<p>'
        break
      case 'paragraph_close':
        if (!token.hidden) html += '</p>'
        break
      case 'inline':
        html += inlineHtml(token.children ?? [], context, tokens[i - 1]?.type === 'paragraph_open')
        break
      case 'figure':
        html += figureHtml(token.meta!.figure!)
        break
      case 'fence':
      case 'code_block':
        html += `<pre><code>${escapeHtml(token.content)}</code></pre>`
        break
      case 'hr':
        html += '<hr>'
        break
      case 'dt_open':
        html += `<dt ${keepWithNext}>`
        break
      case 'container_verse_open':
        html += '<div class="verse">'
        break
      case 'container_verse_close':
        html += '</div>'
        break
      case 'table_open': {
        const table = token.meta?.table
        const caption = table?.caption
          ? `<caption><span class="label">表${table.number}</span>${escapeHtml(table.caption)}</caption>`
          : ''
        html += `<table id="${table?.id}">${caption}`
        break
      }
      case 'th_open':
      case 'td_open': {
        const align = token.attrs?.find(([name]) => name === 'style')?.[1].replace('text-align:', '') ?? ''
        html += `<${token.tag}${token.tag === 'th' ? ' scope="col"' : ''}${align ? ` class="${align}"` : ''}>`
        break
      }
      case 'ordered_list_open': {
        const start = token.attrs?.find(([name]) => name === 'start')?.[1]
        html += start ? `<ol start="${start}">` : '<ol>'
        break
      }
      default:
        if (token.nesting === 0 || !token.tag) throw new Error(`no layout for the token ${token.type}`)
        html += token.nesting === 1 ? `<${token.tag}>` : `</${token.tag}>`
    }
  }
  return html
}
