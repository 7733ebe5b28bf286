/** The stock issue as pages written by hand, after what the paged editions promise; printed by the real browser and finished. */
import type { Browser } from 'puppeteer-core'
import type { Artifact } from '../../scripts/model/artifact.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import { typeArea } from '../../scripts/model/type-area.ts'
import { fontFaceCss, subsetFaces } from '../../scripts/press/fonts/subset.ts'
import { finishPrint } from '../../scripts/press/print/finish-print.ts'
import { printHtml } from '../support/print-html.ts'
import { long, stockIssue } from './stock.ts'

const layoutBleed = 4

const charactersOf = (sheets: readonly string[]): string[] =>
  [...new Set(sheets.join('').replace(/<[^>]*>/g, ''))].sort()
const faces = new Map<string, Promise<string>>()
/** A subset for every set of characters: the few that a test puts in would fall back to a face of the system. */
function facesFor(sheets: readonly string[]): Promise<string> {
  const usual = charactersOf(sheetsOf(stockIssue()))
  const more = charactersOf(sheets).filter((character) => !usual.includes(character))
  const key = more.join('')
  const subset = faces.get(key) ?? subsetFaces([...usual, ...more].join('')).then(fontFaceCss)
  faces.set(key, subset)
  return subset
}

/** Each page of the issue as HTML; a test changes what it wants before printing. */
export function sheetsOf(issue: Issue): string[] {
  const [first, second] = issue.articles
  const sheet = (number: number | null, head: string, area: string, notes = '') =>
    `<div class="sheet"><div class="head">${head}</div><div class="folio">${number ?? ''}</div><div class="area">${area}${notes && `<div class="notes">${notes}</div>`}</div></div>`
  const journal = `${issue.journal.name} · ${issue.numbering.fullLabel}`
  const columns = (content: string) => `<div class="columns">${content}</div>`
  return [
    sheet(
      null,
      '',
      `<h1>刊本</h1><p>KAN BEN</p><p>2026 年第 1 期</p><p>总第 7 期</p><p>校样与成品</p><ul><li>把最后一遍读完</li><li>名字的位置</li></ul><p>京内资准字 2026-L0001 号</p>`,
    ),
    sheet(
      2,
      '',
      `<h1>刊本</h1><p>主编　顾行之</p><p>责任编辑　许　南</p><p>版权页</p><p>编印单位　刊本编辑部</p><p>准印证号　京内资准字 2026-L0001 号</p><p>印数　1 000 册</p><p>© 2026 刊本编辑部</p>`,
    ),
    sheet(
      3,
      '',
      `<h1>目次</h1><p>特稿</p><p class="entry"><b>4</b><span>把最后一遍读完　校样与成品之间<br>一份工作札记</span><i>沈砚秋　陆知微 译</i></p><p>随笔</p><p class="entry"><b>6</b><span>名字的位置</span><i>韩　菲</i></p>`,
    ),
    sheet(
      4,
      journal,
      `<p class="section">特稿</p><h2>把最后一遍读完　校样与成品之间</h2><p>一份工作札记</p><p class="byline">沈砚秋<sup>1,2</sup>　陆知微<small>译</small><sup>2</sup></p><p class="affiliations"><sup>1</sup> 江城大学出版研究所　<sup>2</sup> 刊本编辑部</p><p><b>摘要</b> 校对的最后一遍，是拿成品与原稿逐字相对。</p><p><b>关键词</b> 校对；成品检查</p><p><b>中图分类号</b> G232.2</p>${columns(
        `<p>${long[0]}<sup>1</sup></p><h3>一、读字与读意</h3><p>所谓<ruby>刊本<rt>kān běn</rt></ruby>，是已经印成的书。核对二字，见于 Unicode 与 TrueType 并行的年代<sup>2</sup>。${long[1]}</p><ol><li>先看署名。</li><li>再看正文。</li></ol><ul><li>页码与目次相对。</li></ul><p>${long[2]!.slice(0, 30)}</p>`,
      )}`,
      `<p><b>1</b> 此法见于旧时排字房，俗称“盖读”。</p><p><b>2</b> 字体若用错了映射，抽出的“一”会</p>`,
    ),
    sheet(
      5,
      '把最后一遍读完 校样与成品之间',
      columns(
        `<p>${long[2]!.slice(30)}</p><table><caption><b>表1</b> 三次校对所见差错</caption><tr><th>校次</th><th>差错</th></tr><tr><td>毛校</td><td>四十一处</td></tr><tr><td>末校</td><td>两处</td></tr></table><h3>二、机器能做什么</h3><figure><svg width="100" height="40"><rect width="100" height="40"/></svg><figcaption><b>图1</b> 手扳架印刷机<br>绘图：沈墨</figcaption></figure><p class="narrow">${long[3]}机器读回成品，把 extra&shy;ordi&shy;nary 一类的长词也逐字对过。</p><p>这一段是全文的末段，写来只为收束。</p><p>（作者单位：江城大学出版研究所；刊本编辑部）</p><p class="bio"><b>沈砚秋</b>　，女，编审，从事期刊编校三十年。</p>`,
      ),
      '<p>变成部首，看去一样，其实不是同一个字。</p>',
    ),
    sheet(
      6,
      '名字的位置',
      `<p class="section">随笔</p><h2>名字的位置</h2><p class="byline">韩菲</p>${columns(`<p>${long[2]}</p><p>${second!.body[4]!.children![0]!.content}</p><p>${second!.body[7]!.children![0]!.content}</p><p>（作者单位：${first!.affiliations[0]}）</p>`)}`,
    ),
    sheet(null, '', '<p>读者笔记</p>'),
    sheet(null, '', '<p>刊本</p>'),
  ]
}

export async function printSheets(browser: Browser, issue: Issue, sheets: readonly string[]): Promise<Artifact> {
  const { trim } = issue.page
  const area = typeArea(issue.page)
  const body = sheets.join('\n')
  const css = `${await facesFor(sheets)}
@page { size: ${trim.width + 2 * layoutBleed}mm ${trim.height + 2 * layoutBleed}mm; margin: 0 }
* { margin: 0; padding: 0; font-synthesis: none }
html { font: 400 10.5pt/16.5pt Song; text-autospace: normal; text-spacing-trim: trim-start }
.sheet { position: relative; width: ${trim.width + 2 * layoutBleed}mm; height: ${trim.height + 2 * layoutBleed}mm; break-after: page; overflow: hidden }
.sheet > * { position: absolute; left: ${layoutBleed + area.spine}mm; width: ${area.width}pt }
.head { top: ${layoutBleed + 12}mm; font: 400 8pt/12pt Hei }
.folio { bottom: ${layoutBleed + 12}mm; font: 700 9pt/12pt Hei }
.area { top: ${layoutBleed + area.head}mm; height: ${area.height}pt; display: flex; flex-direction: column }
.columns { columns: 2; column-gap: 21pt; text-align: justify; flex: 1; min-height: 0; column-fill: auto }
.columns p { text-indent: 2em } .columns .narrow { width: 11em } li { margin-left: 2em }
h1, h2 { font: 900 22pt/33pt Song } h3 { font: 700 10.5pt/16.5pt Hei } b { font: 700 9pt/12pt Hei }
table, figcaption, .notes { font: 400 8pt/12pt Song } sup { font-size: 6.5pt; line-height: 0 } rt { font: 400 5pt/7pt Hei }
.entry { display: flex; gap: 1em } .entry b { font-size: 14pt } .entry span { flex: 1 } i { font-style: normal }`
  const raw = await printHtml(browser, `<style>${css}</style>`, body)
  const { bytes } = await finishPrint(raw, issue, { layoutBleed })
  return { edition: 'print', file: `${issue.id}-print.pdf`, bytes }
}
