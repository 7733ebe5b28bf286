/** Articles as HTML in; their pages as the press prints them out, line by line. */
import { blockKeys } from '../../../scripts/markup/block-keys.ts'
import { bodyHtml } from '../../../scripts/markup/body.ts'
import { readPdf } from '../../../scripts/proof/pdf/facts.ts'
import { readObjects } from '../../../scripts/proof/pdf/objects.ts'
import { readMarkdown } from '../../../scripts/read/markdown.ts'
import { issueOf, laidOut, stockFolder } from '../../issue/produce.ts'

/** Characters of a full line of the standard body on 210 × 285 mm, and lines of a full column. */
export const measure = { characters: 22, lines: 41, pitch: 16.5 }

/** Points from the upper edge of the sheet: running heads stand above the type area, folios below. */
const typeArea = { top: 80, bottom: 762 }

export interface Line {
  readonly text: string
  /** Points from the left and from the upper edge of the sheet. */
  readonly x: number
  readonly y: number
  readonly size: number
}

export interface LaidPage {
  /** What stands in the type area, column by column; what spans the columns counts as left. */
  readonly columns: readonly [readonly Line[], readonly Line[]]
  readonly lines: readonly Line[]
  readonly text: string
}

export interface Laid {
  readonly pages: readonly LaidPage[]
  readonly records: readonly { readonly article: string | null; readonly articles?: readonly string[] }[]
}

const filled = (character: string, lines: number): string => character.repeat(measure.characters * lines - 2 - 3)

/** A paragraph of so many full lines of one character, but for the last that lacks three. */
export const paragraph = (character: string, lines: number): string => `<p>${filled(character, lines)}</p>`

/** The same in Markdown. */
export const prose = (character: string, lines: number): string => `${filled(character, lines)}\n\n`

export const article = (id: string, classes: string, body: string): string =>
  `<article class="article standard ${classes}" id="${id}" data-running="${id}">
  <header class="head"><div class="bar"></div><h2>${id}</h2></header>
  <div class="body">${body}</div></article>`

/** In Markdown; as many pixels high as its alternative text says, when `written` has laid hands on it. */
export const picture = (height: number, caption = '图注', span: 'column' | 'page' = 'column'): string =>
  `![${height}](figures/press.svg "${caption}")${span === 'page' ? '{span=page}' : ''}\n\n`

/** An article whose Markdown the reader has read and the markup written. `after` is HTML of what templates set behind a body. */
export function written(id: string, classes: string, markdown: string, after = ''): string {
  const source = { file: `${id}.md`, text: markdown, skip: 0, article: id, articles: new Map<string, string>() }
  const { body, notes, diagnostics } = readMarkdown(source)
  if (diagnostics.length > 0) throw new Error(`${id}: ${diagnostics.map(({ code }) => code).join(', ')}`)
  const html = bodyHtml(body, { notes, notesAt: 'foot', keys: blockKeys(body) }).replaceAll(
    /(<img [^>]*alt="(\d+)")/g,
    '$1 style="height:$2px"',
  )
  return article(id, classes, html + after)
}

/** Lays out these articles and nothing else, with the style sheets and the pictures of the stock issue. */
export async function lay(articles: string): Promise<Laid> {
  const issue = await issueOf(await stockFolder())
  const alone = { ...issue, page: { ...issue.page, signature: 1 } }
  const printed = await laidOut(alone, (document) => ({
    ...document,
    html: document.html.replace(/(<body[^>]*>)[\s\S]*(<\/body>)/, (_, open, close) => open + articles + close),
  }))
  const facts = await readPdf(readObjects(printed.raw))
  const pages = facts.pages.map(({ media, texts }) => {
    const right = media[2]
    const top = media[3]
    const rows = new Map<string, { text: string; x: number; y: number; size: number }[]>()
    for (const { text, x, y, size } of texts) {
      const key = `${x < right / 2 ? 'left' : 'right'} ${y.toFixed(1)}`
      rows.set(key, [...(rows.get(key) ?? []), { text, x, y: top - y, size }])
    }
    const lines = [...rows].map(([key, row]) => {
      const parts = row.sort((a, b) => a.x - b.x)
      const { x, y, size } = parts[0]!
      return { side: key.split(' ')[0], text: parts.map(({ text }) => text).join(''), x, y, size }
    })
    const inside = lines.filter(({ y }) => y > typeArea.top && y < typeArea.bottom)
    const column = (side: string) => inside.filter((line) => line.side === side).sort((a, b) => a.y - b.y)
    const columns = [column('left'), column('right')] as const
    const all = columns.flat()
    return { columns, lines: all, text: all.map(({ text }) => text).join('') }
  })
  return { pages, records: printed.pages }
}

/** Lines that hold the character and nothing else. */
export const linesOf = (lines: readonly Line[], character: string): Line[] =>
  lines.filter(({ text }) => [...text.trim()].every((c) => c === character) && text.trim() !== '')

/** How many times the character stands on the pages. */
export const count = (pages: readonly LaidPage[], character: string): number =>
  pages.reduce((sum, { text }) => sum + text.split(character).length - 1, 0)
