/** Body tokens of an article in, XHTML for the EPUB out: well formed, nothing a reading system would have to guess. */
import { type BodyToken, type Figure, inlineText } from '../model/body.ts'
import { placeId } from '../model/ids.ts'
import type { EpubNotes } from '../model/issue.ts'
import { type BlockKeys, keyAttribute } from './block-keys.ts'
import { displayHtml } from './display.ts'
import { foreignXhtml } from './epub-language.ts'
import { callXhtml } from './epub-notes.ts'
import { type CitationIds, citationXhtml } from './epub-references.ts'
import { escapeHtml, hasHan } from './escape.ts'
import type { Speech } from './speakers.ts'

export interface XhtmlContext {
  /** Of the blocks of the article at hand: they stand in its XHTML until the page markers are placed. */
  readonly keys?: BlockKeys
  /** File of an article by its id; undefined where the issue has no such article. */
  readonly fileOf: (article: string) => string | undefined
  /** Href of a picture by its `src` in the issue folder. */
  readonly pictureOf: (src: string) => string
  readonly notes: EpubNotes
  /** Of the article at hand; none where it has no references. */
  readonly citations?: CitationIds
}

/** How one kind of layout reads the paragraphs of its top level. */
export interface BodyReading {
  /** Questions and answers of an interview, by the index of their paragraph's token. */
  readonly speeches?: ReadonlyMap<number, Speech>
  /** Every paragraph is a stanza. */
  readonly stanzas?: boolean
}

/** Everything outside of XML 1.0's Char production, lone surrogates included. */
const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

export const legalXml = (text: string): string => text.replace(illegal, '')

const toneMarks = /[\u0300\u0301\u0304\u030c]/

/** An annotation with tone marks is pinyin, and speech output has to be told so. */
function rubyXhtml(token: BodyToken): string {
  const pairs = (token.meta?.ruby ?? []).map(({ base, text }) => {
    const pinyin = hasHan(base) && toneMarks.test(text.normalize('NFD')) && !hasHan(text)
    const language = pinyin ? ' lang="zh-Latn-pinyin" xml:lang="zh-Latn-pinyin"' : ''
    return `${escapeHtml(base)}<rp>（</rp><rt${language}>${escapeHtml(text)}</rt><rp>）</rp>`
  })
  return `<ruby>${pairs.join('')}</ruby>`
}

/** Where a link leads; null where it leads nowhere that an EPUB may send its reader. */
function linkHref(token: BodyToken, context: XhtmlContext): string | null {
  const target = token.meta?.target
  if (target) {
    const file = context.fileOf(target)
    return file === undefined ? null : `${file}#${target}`
  }
  const href = token.attrs?.find(([name]) => name === 'href')?.[1] ?? ''
  return /^(https?|mailto):/i.test(href) ? href : null
}

function emphasisXhtml(tokens: readonly BodyToken[], open: number): string {
  const close = tokens.findIndex((token, i) => i > open && token.type === 'em_close')
  return tokens.slice(open, close).some((token) => hasHan(token.content) || token.type === 'ruby')
    ? '<em class="dots">'
    : '<em>'
}

export function inlineXhtml(tokens: readonly BodyToken[], context: XhtmlContext): string {
  const links: boolean[] = []
  const write = (token: BodyToken, i: number): string => {
    switch (token.type) {
      case 'text':
        return foreignXhtml(token.content)
      case 'softbreak':
        return '\n'
      case 'hardbreak':
        return '<br/>'
      case 'strong_open':
        return '<strong>'
      case 'strong_close':
        return '</strong>'
      case 'em_open':
        return emphasisXhtml(tokens, i)
      case 'em_close':
        return '</em>'
      case 'sub_open':
      case 'sup_open':
        return `<${token.tag}>`
      case 'sub_close':
      case 'sup_close':
        return `</${token.tag}>`
      case 'code_inline':
        return `<code>${escapeHtml(token.content)}</code>`
      case 'ruby':
        return rubyXhtml(token)
      case 'footnote_ref':
        return callXhtml(token, context.notes)
      case 'citation':
        return citationXhtml(token, context.citations)
      case 'break_opportunity':
        return '<wbr/>'
      case 'name_open':
        return '<span class="proper-name">'
      case 'work_open':
        return '<span class="work-title">'
      case 'name_close':
      case 'work_close':
        return '</span>'
      case 'link_open': {
        const href = linkHref(token, context)
        links.push(href !== null)
        return href === null ? '' : `<a href="${escapeHtml(href)}">`
      }
      case 'link_close':
        return links.pop() ? '</a>' : ''
      default:
        throw new Error(`no layout for the inline token ${token.type}`)
    }
  }
  return tokens.map(write).join('')
}

/** A stanza: each line a block of its own, so that a line too long for the screen can hang under itself. */
function stanzaXhtml(tokens: readonly BodyToken[], context: XhtmlContext, key: string): string {
  const lines: BodyToken[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    depth += token.nesting
    if (token.type === 'hardbreak' && depth === 0) lines.push([])
    else lines.at(-1)!.push(token)
  }
  return `<div class="stanza"${key}>${lines.map((line) => `<p>${inlineXhtml(line, context)}</p>`).join('')}</div>`
}

const labelled = (label: string, text: readonly BodyToken[], context: XhtmlContext): string =>
  `<span class="label">${label}</span>　${inlineXhtml(text, context)}`

function figureXhtml(figure: Figure, context: XhtmlContext, key: string): string {
  const { id, alt, caption, credit, number, span } = figure
  const decorative = alt === '' ? ' role="presentation"' : ''
  const legend =
    (caption ? `<p>${labelled(`图${number}`, caption, context)}</p>` : '') +
    (credit ? `<p class="credit">${inlineXhtml(credit, context)}</p>` : '')
  // A drawing is black on nothing: it needs a light ground wherever the reader's is dark.
  const kind = context.pictureOf(figure.src).endsWith('.svg') ? `${span} drawing` : span
  const picture = `<img src="${context.pictureOf(figure.src)}" alt="${escapeHtml(alt)}"${decorative}/>`
  return `<figure id="${id}" class="${kind}"${key}>${picture}${legend && `<figcaption>${legend}</figcaption>`}</figure>\n`
}

/** The wrapper scrolls where a table is wider than the screen; being focusable, it scrolls by keyboard too. */
function tableOpen(token: BodyToken, context: XhtmlContext, key: string): string {
  const table = token.meta?.table
  // The number of a note is no part of a name.
  const plain = table?.caption?.every(({ type }) => type === 'text')
  const title = escapeHtml(table?.caption ? `表${table.number}　${inlineText(table.caption, { ruby: false })}` : '表格')
  const name = plain ? `aria-labelledby="${placeId(table!.id, 'caption')}"` : `aria-label="${title}"`
  const caption = table?.caption
    ? `<caption id="${placeId(table.id, 'caption')}">${labelled(`表${table.number}`, table.caption, context)}</caption>`
    : ''
  return `<div class="table" role="region" tabindex="0" ${name}${key}><table${table ? ` id="${table.id}"` : ''}>${caption}`
}

function cell(token: BodyToken, inline: BodyToken | undefined, key: string): { open: string; tag: 'th' | 'td' } {
  const align = token.attrs?.find(([name]) => name === 'style')?.[1].replace('text-align:', '')
  const style = align ? ` class="${align}"` : ''
  // A header cell without words heads nothing.
  const tag = token.tag === 'th' && inline?.children?.length ? 'th' : 'td'
  return { tag, open: tag === 'th' ? `<th scope="col"${style}${key}>` : `<td${style}${key}>` }
}

/** 一、 and its like are set in the accent colour, as on paper. */
function headingXhtml(token: BodyToken, inline: BodyToken, context: XhtmlContext): string {
  const children = inline.children ?? []
  const plain = children.every(({ type }) => type === 'text' || type === 'break_opportunity')
  const only = plain
    ? children
        .map(({ type, content }) => (type === 'break_opportunity' ? '|' : content.replaceAll('|', '\\|')))
        .join('')
    : null
  const numbered = only === null || token.tag !== 'h2' ? null : /^([一二三四五六七八九十]+、)(.+)$/u.exec(only)
  const text = numbered
    ? `<span class="number">${numbered[1]}</span>${displayHtml(numbered[2]!)}`
    : only === null
      ? inlineXhtml(children, context)
      : displayHtml(only)
  return `<${token.tag} id="${token.meta?.id}"${keyAttribute(context.keys, token)}>${text}</${token.tag}>\n`
}

const plainBlocks: ReadonlySet<string> = new Set(
  ['bullet_list', 'ordered_list', 'list_item', 'blockquote', 'dl', 'dt', 'dd', 'thead', 'tbody', 'tr'].flatMap(
    (name) => [`${name}_open`, `${name}_close`],
  ),
)

/** The label of a speaker is told from what he says. */
function spokenXhtml(
  { kind, label }: Speech,
  children: readonly BodyToken[],
  context: XhtmlContext,
  key: string,
): string {
  const [first, ...rest] = children
  if (!label || !first) return `<p class="${kind} on"${key}>${inlineXhtml(children, context)}</p>\n`
  const text = inlineXhtml([{ ...first, content: first.content.slice(label.length) }, ...rest], context)
  return `<p class="${kind}"${key}><strong class="speaker">${escapeHtml(label)}</strong>${text}</p>\n`
}

/** @param first XHTML that opens the first paragraph, or stands before a body that does not begin with one. */
export function bodyXhtml(
  tokens: readonly BodyToken[],
  context: XhtmlContext,
  { speeches, stanzas = false }: BodyReading = {},
  first = '',
): string {
  let xhtml = first && tokens[0]?.type !== 'paragraph_open' ? `<p>${first}</p>` : ''
  let verse = 0
  let depth = 0
  let opening = xhtml ? '' : first
  let cellTag = 'td'
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const top = depth === 0
    depth += token.nesting
    const key = keyAttribute(context.keys, token)
    switch (token.type) {
      case 'heading_open':
        xhtml += headingXhtml(token, tokens[i + 1]!, context)
        i += 2
        depth -= 1
        break
      case 'paragraph_open': {
        const children = tokens[i + 1]!.children ?? []
        const attribution = token.meta?.role === 'attribution'
        const speech = speeches?.get(i)
        if (!attribution && verse > 0) xhtml += stanzaXhtml(children, context, key)
        else if (!attribution && stanzas && top)
          xhtml += `<div class="verse">${stanzaXhtml(children, context, key)}</div>\n`
        else if (speech) xhtml += spokenXhtml(speech, children, context, key)
        else {
          const text = opening + inlineXhtml(children, context)
          xhtml += token.hidden ? text : `<p${attribution ? ' class="attribution"' : ''}${key}>${text}</p>\n`
          opening = ''
        }
        i += 2
        depth -= 1
        break
      }
      // Where an article jumps on paper, it goes on here.
      case 'jump':
        break
      case 'inline':
        xhtml += inlineXhtml(token.children ?? [], context)
        break
      case 'figure':
        xhtml += figureXhtml(token.meta!.figure!, context, key)
        break
      case 'fence':
      case 'code_block':
        xhtml += `<pre${key}><code>${escapeHtml(token.content)}</code></pre>\n`
        break
      case 'hr':
        xhtml += '<hr/>\n'
        break
      case 'container_verse_open':
        verse++
        xhtml += '<div class="verse">'
        break
      case 'container_verse_close':
        verse--
        xhtml += '</div>\n'
        break
      case 'table_open':
        xhtml += tableOpen(token, context, key)
        break
      case 'table_close':
        xhtml += '</table></div>\n'
        break
      case 'th_open':
      case 'td_open': {
        const { open, tag } = cell(token, tokens[i + 1], key)
        cellTag = tag
        xhtml += open
        break
      }
      case 'th_close':
      case 'td_close':
        xhtml += `</${cellTag}>`
        break
      default: {
        if (!plainBlocks.has(token.type)) throw new Error(`no layout for the token ${token.type}`)
        const start = token.attrs?.find(([name]) => name === 'start')?.[1]
        xhtml += token.nesting === 1 ? `<${token.tag}${start ? ` start="${start}"` : ''}${key}>` : `</${token.tag}>\n`
      }
    }
  }
  return xhtml
}
