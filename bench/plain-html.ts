/** An issue in, one HTML document and style sheet out as somebody would write them who knows CSS and no Chinese typesetting tool. */
import type { BodyToken } from '../scripts/model/body.ts'
import type { Article, Issue } from '../scripts/model/issue.ts'
import { typeArea } from '../scripts/model/type-area.ts'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)

const spans: Readonly<Record<string, string>> = {
  name_open: '<u>',
  name_close: '</u>',
  work_open: '<u class="wavy">',
  work_close: '</u>',
  softbreak: '',
  hardbreak: '<br>',
}

function inlineHtml(tokens: readonly BodyToken[]): string {
  return tokens
    .map((token) => {
      if (token.type in spans) return spans[token.type]
      if (token.type === 'text') return escaped(token.content)
      if (token.type === 'code_inline') return `<code>${escaped(token.content)}</code>`
      if (token.type === 'footnote_ref') return `<sup>${token.meta!.note!.number}</sup>`
      if (token.type === 'citation') return `<sup>[${token.meta!.citation!.text}]</sup>`
      if (token.type === 'ruby') {
        const pairs = (token.meta!.ruby ?? []).map(({ base, text }) => `${escaped(base)}<rt>${escaped(text)}</rt>`)
        return `<ruby>${pairs.join('')}</ruby>`
      }
      if (token.type.startsWith('link_')) return ''
      return token.tag && token.nesting === 1 ? `<${token.tag}>` : token.nesting === -1 ? `</${token.tag}>` : ''
    })
    .join('')
}

function blockHtml(token: BodyToken, pictures: ReadonlyMap<string, string>): string {
  if (token.type === 'inline') return inlineHtml(token.children ?? [])
  if (token.type === 'fence' || token.type === 'code_block') return `<pre>${escaped(token.content)}</pre>`
  if (token.type === 'figure') {
    const { src, caption, credit, number } = token.meta!.figure!
    const label = caption ? `图${number}　${inlineHtml(caption)}` : ''
    const text = [label, credit && inlineHtml(credit)].filter(Boolean).join('<br>')
    return `<figure><img src="${pictures.get(src)}" alt="">${text && `<figcaption>${text}</figcaption>`}</figure>`
  }
  if (token.type === 'table_open') {
    const table = token.meta?.table
    return `<table>${table?.caption ? `<caption>表${table.number}　${inlineHtml(table.caption)}</caption>` : ''}`
  }
  if (token.hidden || !token.tag) return ''
  const tag = ({ h2: 'h3', h3: 'h4' } as Readonly<Record<string, string>>)[token.tag] ?? token.tag
  return token.nesting === -1 ? `</${tag}>` : `<${tag}>`
}

function articleHtml(article: Article, pictures: ReadonlyMap<string, string>): string {
  const blocks = (tokens: readonly BodyToken[]) => tokens.map((token) => blockHtml(token, pictures)).join('')
  const list = (items: readonly string[]) => items.map((item) => `<p class="small">${item}</p>`).join('\n')
  return `<article>
<h2>${escaped(article.title)}</h2>
<p class="byline">${article.byline.map(({ name, roleLabel }) => escaped(`${name}${roleLabel && ` ${roleLabel}`}`)).join('　')}</p>
${article.lead ? `<p class="lead">${escaped(article.lead)}</p>` : ''}
<div class="body">
${blocks(article.body)}
<p class="closing">（作者单位：${escaped(article.affiliations.join('；'))}）</p>
${list(article.notes.map(({ number, tokens }) => `${number}　${tokens.map((t) => (t.type === 'inline' ? inlineHtml(t.children ?? []) : '')).join('')}`))}
${list(article.references.map(({ number, text }) => escaped(`[${number}] ${text}`)))}
</div>
</article>`
}

export function plainHtml(issue: Issue): string {
  const pictures = new Map(
    issue.resources.map(({ src, mediaType, data }) => [
      src,
      `data:${mediaType};base64,${Buffer.from(data).toString('base64')}`,
    ]),
  )
  const contents = issue.articles.map(
    ({ title, byline }) => `<li>${escaped(title)}　${escaped(byline.map(({ name }) => name).join('　'))}</li>`,
  )
  return `<section class="contents"><h1>目次</h1><ul>${contents.join('\n')}</ul></section>
${issue.articles.map((article) => articleHtml(article, pictures)).join('\n')}`
}

/**
 * `overflow: clip`: one line that is too long would make Chromium print every page at 99 % (measured).
 * @param faces the same faces as kanben's, as @font-face rules.
 */
export function plainCss(issue: Issue, faces: string): string {
  const { trim } = issue.page
  const area = typeArea(issue.page)
  const { size, pitch, count, gap } = area.columns.standard
  const margins = (left: number, right: number) => `margin: ${area.head}mm ${right}mm ${area.foot}mm ${left}mm;`
  return `${faces}
@page { size: ${trim.width}mm ${trim.height}mm; }
@page :left { ${margins(area.foreEdge, area.spine)}
  @top-left { content: "${issue.journal.name} · ${issue.numbering.label}"; font: 8pt Song; }
  @bottom-left { content: counter(page); font: 9pt Song; } }
@page :right { ${margins(area.spine, area.foreEdge)}
  @top-right { content: string(title); font: 8pt Song; }
  @bottom-right { content: counter(page); font: 9pt Song; } }
html { font: ${size}pt/${pitch}pt Song, Kai; text-autospace: normal; text-spacing-trim: trim-start; line-break: strict; }
body { margin: 0; text-align: justify; overflow-wrap: anywhere; text-wrap: pretty; }
pre { white-space: pre-wrap; }
article { break-before: page; overflow: clip; }
code { font-family: Hei; }
h1, h2, h3, h4, p, ul, ol, figure, table, pre, blockquote { margin: 0; }
h1 { font: 700 22pt/33pt Song; }
h2 { font: 700 22pt/33pt Song; text-align: left; string-set: title content(text); }
.byline { font: 12pt/${pitch}pt Kai, Song; margin-bottom: ${pitch}pt; }
.lead { font-family: Kai, Song; margin-bottom: ${pitch}pt; }
.body { columns: ${count}; column-gap: ${gap}pt; }
.body p { text-indent: 2em; orphans: 2; widows: 2; }
h3, h4 { font: 700 ${size}pt/${pitch}pt Hei; text-align: left; margin: ${pitch / 2}pt 0; break-after: avoid; }
li p, dd p, .body .closing, .body .small { text-indent: 0; }
ul, ol { padding-left: 2em; }
blockquote { margin: ${pitch / 2}pt 0 ${pitch / 2}pt 2em; font-family: Kai, Song; }
figure, table { break-inside: avoid; margin: ${pitch / 2}pt 0; }
figure img { width: 100%; max-height: 230pt; object-fit: contain; }
figcaption, caption, table, .small, pre { font: 8pt/12pt Song; text-align: left; }
table { width: 100%; border-collapse: collapse; }
th, td { border-bottom: .5pt solid #000; padding: 2pt; }
.closing { text-align: right; font-family: Kai, Song; }
sup { font-size: 6.5pt; line-height: 0; }
rt { font-size: 5pt; }
.wavy { text-decoration-style: wavy; }`
}
