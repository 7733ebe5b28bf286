/** In: a trim. Out: a small issue, and a tagged PDF of four sheets as the browser prints it, with the text of each page. */

import type { PageRecord } from '../../../scripts/model/artifact.ts'
import type { Article, Credit, Issue } from '../../../scripts/model/issue.ts'
import { usualPrinting } from '../../../scripts/model/printing.ts'
import { launchBrowser } from '../../../scripts/press/browser/browser.ts'
import { fontFaceCss, subsetFaces } from '../../../scripts/press/fonts/subset.ts'
import { printHtml } from '../../support/print-html.ts'
import { magazine } from '../../themes.ts'

export const layoutBleed = 4

const credit = (name: string, role: Credit['role'] = 'aut', roleLabel = ''): Credit => ({
  name,
  role,
  roleLabel,
  affiliations: [0],
})

const article = (id: string, title: string, byline: readonly Credit[], keywords: readonly string[]): Article => ({
  id,
  slug: id,
  section: 's1',
  file: `manuscript/2026-01/${id}.md`,
  title,
  runningTitle: title,
  titleWithBreaks: title,
  layout: 'standard',
  runOn: false,
  notesAt: 'foot',
  references: [],
  byline,
  affiliations: ['刊本大学'],
  keywords,
  facts: [],
  body: [],
  notes: [],
})

export function sampleIssue(width = 210, height = 285): Issue {
  const articles = [
    article('a01', '春水记', [credit('林晚'), credit('周山')], ['河流', '桥 & 渡']),
    article('a02', '译诗一首', [credit('林晚'), credit('何译', 'trl', '译')], ['河流', '诗']),
    article('a03', '访谈', [credit('高问', 'ivr', '采访')], []),
  ]
  return {
    id: '2026-01',
    language: 'zh-Hans',
    journal: { name: '刊本', pinyin: 'KAN BEN', kind: 'internal', publisher: '刊本编辑部', editors: [] },
    numbering: {
      year: 2026,
      number: '1',
      serial: 7,
      date: '2026-03-15',
      label: '2026 年第 1 期',
      fullLabel: '2026 年第 1 期（总第 7 期）',
    },
    page: { trim: { width, height }, bleed: 3, signature: 4, fillers: [], measures: magazine },
    printing: usualPrinting,
    epub: { notes: 'popup' },
    style: { notes: 'foot', theme: 'magazine', punctuation: 'compressed' },
    continuations: [],
    cover: { lines: [] },
    sections: [{ id: 's1', name: '随笔', articles }],
    articles,
    colophon: { entries: [] },
    resources: [],
    faces: [],
  }
}

export const pages: readonly PageRecord[] = [
  { number: 1, folio: null, article: null },
  { number: 2, folio: '1', article: 'a01' },
  { number: 3, folio: '2', article: 'a02' },
  { number: 4, folio: 'A-1', article: null },
]

/** A red and a green pixel as PNG. */
const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DAAMYACf4B/6TGYgoAAAAASUVORK5CYII='
const svg = (fill: string) =>
  `data:image/svg+xml;utf8,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="${fill}"/></svg>`)}`

interface Sheet {
  readonly body: string
  /** The characters of the page in the order of its content, white space left out. */
  readonly text: string
}

export const sheets: readonly Sheet[] = [
  {
    body: `<div class="paper"></div><div class="in">
      <div class="v" id="title">竖排“题名”——副题：《书名》（上、下），‘引’……</div>
      <h1 id="a01">春水记</h1>
      <p>正文 office 与 <strong>要点</strong>，<em>着重</em>完。见<a id="to-second" href="#a02">第二篇</a>、<a href="https://example.org/tea">Tea</a>。</p>
      <p>前<ruby>刊<rt>kān</rt>本<rt>běn</rt></ruby>后。</p></div>`,
    text: '竖排“题名”——副题：《书名》（上、下），‘引’……春水记正文office与要点，着重完。见第二篇、Tea。前刊本后。kānběn',
  },
  {
    body: `<div class="in"><h1 id="a02">译诗一首</h1><h2>小节</h2>
      <p>字𬭎𠅤民国<span class="v inline">民国<span class="tcu">25</span>年</span>。inter&shy;nal一⼀</p>
      <figure role="group" lang="zh-Hans-x-Div-1"><img alt="示意图" width="60" height="40" src="${svg('#b0202b')}"><figcaption>图 1 示意</figcaption></figure>
      <table><tr><th scope="col">甲</th><th scope="col">乙</th></tr><tr><td>1</td><td></td></tr></table>
      <ul><li>项目一</li><li>项目二</li></ul>
      <p>The tea of the river and the bridge.</p><p lang="en">It is known.</p>
      <div class="notes"><li id="n1" lang="zh-Hans-x-Note-2">注文。<a href="#a01">回到题名</a></li></div></div>
      <div class="folio"></div>`,
    text: '译诗一首小节字𬭎𠅤民国民国25年。internal一⼀图1示意甲乙1项目一项目二Theteaoftheriverandthebridge.Itisknown.注文。回到题名·1·',
  },
  {
    body: `<div class="in"><p class="grey">灰字</p><p class="green">绿字<a href="#nowhere">断链</a></p><img alt="像素" width="40" height="20" src="${png}">
      <div class="gradient"></div></div><div class="folio"></div>`,
    text: '灰字绿字断链·2·',
  },
  { body: '<div class="in"></div>', text: '' },
]

const style = (width: number, height: number): string => {
  const [w, h] = [width + 2 * layoutBleed, height + 2 * layoutBleed]
  return `@page { size: ${w}mm ${h}mm; margin: 0 }
html { font: 400 12pt Song; font-synthesis: none; color: #000 } body { margin: 0 }
.sheet { position: relative; width: ${w}mm; height: ${h}mm; break-after: page; overflow: hidden; counter-increment: folio }
.sheet:last-child { break-after: auto } .sheet:first-child { counter-reset: folio -1 }
.in { position: absolute; inset: 24mm } .paper { position: absolute; inset: 0; background: #f4efe6 }
h1, h2, strong { font-family: Hei; font-weight: 700 } th { font-weight: 400 } td, th { border: .5pt solid #000 }
.v { writing-mode: vertical-rl; height: 60mm } .inline { display: inline-block; height: 20mm }
.tcu { text-combine-upright: all } em { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right }
a { color: #b0202b; text-decoration: underline } .grey { color: #808080 } .green { color: #00ff00 } li { list-style: none } .notes { border-top: .5pt solid #333 }
.gradient { width: 40mm; height: 10mm; background: linear-gradient(#ff0000, #0000ff) }
.folio { position: absolute; left: 30mm; bottom: 12mm } .folio::after { content: "· " counter(folio) " ·" }`
}

/** What Chromium prints of the sample on sheets of trim and layout bleed. One browser serves all trims. */
export async function printSamples(trims: readonly (readonly [number, number])[]): Promise<Uint8Array[]> {
  const body = sheets.map((sheet) => `<div class="sheet">${sheet.body}</div>`).join('')
  const faces = fontFaceCss(await subsetFaces(`${body}•‐`))
  const browser = await launchBrowser()
  try {
    const printed: Uint8Array[] = []
    for (const [width, height] of trims) {
      const head = `<title>印样</title><style>${faces}${style(width, height)}</style>`
      printed.push(await printHtml(browser, head, body, { tagged: true, outline: true }))
    }
    return printed
  } finally {
    await browser.close()
  }
}
