/** Body tokens of an article in, XHTML for the EPUB out: well formed, nothing a reading system would have to guess. */
import { attributeOf, type BodyToken, type Figure, inlineText } from '../model/body.ts'
import { placeId } from '../model/ids.ts'
import type { EpubNotes } from '../model/issue.ts'
import type { BlockKeys } from './block-keys.ts'
import { displayHtml } from './display.ts'
import { foreignXhtml } from './epub-language.ts'
import { callXhtml } from './epub-notes.ts'
import { type CitationIds, citationXhtml } from './epub-references.ts'
import { escapeHtml, hasHan } from './escape.ts'
import {
  alignClass,
  type BodyReading,
  linesOf,
  type Paragraph,
  plainHeading,
  type Rules,
  withoutLabel,
  writeBody,
} from './walk.ts'

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
  const href = attributeOf(token, 'href') ?? ''
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

/** Each line of a stanza is a block of its own, so that one too long for the screen can hang under itself. */
function paragraphXhtml({ children, key, kind, speech, inVerse, bare }: Paragraph, context: XhtmlContext): string {
  if (kind === 'stanza') {
    const lines = linesOf(children).map((line) => `<p>${inlineXhtml(line, context)}</p>`)
    const stanza = `<div class="stanza"${key}>${lines.join('')}</div>`
    return inVerse ? stanza : `<div class="verse">${stanza}</div>\n`
  }
  if (speech && kind === 'speech') {
    const { label } = speech
    const speaker = label ? `<strong class="speaker">${escapeHtml(label)}</strong>` : ''
    const said = inlineXhtml(withoutLabel(children, label), context)
    return `<p class="${speech.kind}${label ? '' : ' on'}"${key}>${speaker}${said}</p>\n`
  }
  const text = inlineXhtml(children, context)
  return bare ? text : `<p${kind === 'attribution' ? ' class="attribution"' : ''}${key}>${text}</p>\n`
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

/** 一、 and its like are set in the accent colour, as on paper. */
function headingXhtml(token: BodyToken, children: readonly BodyToken[], key: string, context: XhtmlContext): string {
  const heading = plainHeading(token, children)
  const number = heading?.number ? `<span class="number">${heading.number}</span>` : ''
  const text = heading ? number + displayHtml(heading.text) : inlineXhtml(children, context)
  return `<${token.tag} id="${token.meta?.id}"${key}>${text}</${token.tag}>\n`
}

/** @param first XHTML that opens the first paragraph, or stands before a body that does not begin with one. */
export function bodyXhtml(
  tokens: readonly BodyToken[],
  context: XhtmlContext,
  reading: BodyReading = {},
  first = '',
): string {
  const apart = first && tokens[0]?.type !== 'paragraph_open' ? `<p>${first}</p>` : ''
  let opening = apart ? '' : first
  let cellTag = 'td'
  const cellOpen = (token: BodyToken, key: string, next: BodyToken | undefined): string => {
    // A header cell without words heads nothing.
    cellTag = token.tag === 'th' && next?.children?.length ? 'th' : 'td'
    return `<${cellTag}${cellTag === 'th' ? ' scope="col"' : ''}${alignClass(token)}${key}>`
  }
  const cellClose = (): string => `</${cellTag}>`
  const rules: Rules = {
    heading: (token, children, key) => headingXhtml(token, children, key, context),
    paragraph: (paragraph) => {
      const xhtml = paragraphXhtml(paragraph, context)
      if (!opening || paragraph.kind === 'stanza' || paragraph.kind === 'speech') return xhtml
      const opened = paragraph.bare ? opening + xhtml : xhtml.replace('>', () => `>${opening}`)
      opening = ''
      return opened
    },
    inline: (children) => inlineXhtml(children, context),
    figure: (figure, key) => figureXhtml(figure, context, key),
    rule: '<hr/>\n',
    containers: {
      table_open: (token, key) => tableOpen(token, context, key),
      table_close: () => '</table></div>\n',
      th_open: cellOpen,
      td_open: cellOpen,
      th_close: cellClose,
      td_close: cellClose,
    },
    end: '\n',
  }
  return apart + writeBody(tokens, rules, context.keys, reading)
}
