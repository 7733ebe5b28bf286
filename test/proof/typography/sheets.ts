/** Two pages set by hand, line by line, in two columns of 22 characters; printed by the real browser with the real faces. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { deflateSync } from 'node:zlib'
import type { Browser } from 'puppeteer-core'
import type { Artifact } from '../../../scripts/model/artifact.ts'
import type { Issue } from '../../../scripts/model/issue.ts'
import { typeArea } from '../../../scripts/model/type-area.ts'
import { fontFaceCss, subsetFaces } from '../../../scripts/press/fonts/subset.ts'
import { finishPrint } from '../../../scripts/press/print/finish-print.ts'
import { printHtml } from '../../support/print-html.ts'
import { h2, p, stockIssue } from '../stock.ts'

/** A line as it is to be painted. */
export interface SetLine {
  readonly text: string
  readonly page: 3 | 4
  readonly column: number
  /** From 0 at the head of the type area; a heading stands between two. */
  readonly row: number
  /** Ems from the left edge of the column. */
  readonly indent: number
  readonly justified: boolean
  readonly heading: boolean
  /** CSS of this line alone, and what stands for its text. */
  readonly style: string
  readonly html: string
}

const heading = '一、读字与读意'
const paragraphs = [
  '刊物付印之前，编辑要把校样从头到尾再读一遍。这一遍读的是字，不是意思：意思在前几遍里早已读熟，熟到眼睛会替纸面补上并不存在的字。所以老校对员读最后一遍，常用一张白纸盖住下文，一行一行往下移。',
  '排字房的规矩，是谁排的版谁先自校。自校以后交毛校，毛校以后才轮到作者。作者改得多了，排字师傅就要把整栏的铅字拆开重排，于是稿费里扣去改版费——从前的常事。韩菲·林收过一张2024年的校样，用OpenType字体排成，上面写着“改版费（三次）”，旁边又批“请付……”，字迹很淡，写着1956年。',
  '“署名是另一回事”，老编辑说。正文错一个字，读者大多猜得出原文；署名错一个字，便是另外一个人。漏掉译者、摄影者、整理者的名字，则等于说那些工作没有人做过，《编校手册》里写得很明白，人人都懂，人人都会忘。',
  '本文所说的核对，指成品与原稿之间逐字的核对。它不问文章好坏，只问一件事：作者交来的每一个字，是不是都到了读者手里。机器可以读得很快，可是它读不出“甲/乙”两稿哪一稿更像作者，取舍仍在人。人读稿子，读着读着就信了；机器不信，它只数。数完把差错一处一处列在纸上，交给编辑去看。看完签上名字，这一期才算印得。',
] as const

export function handSetIssue(): Issue {
  const stock = stockIssue()
  const [first] = stock.articles
  const article = {
    ...first!,
    title: '最后一遍',
    titleWithBreaks: '最后一遍',
    runningTitle: '最后一遍',
    byline: [first!.byline[1]!],
    notes: [],
    body: [...h2('a01-h1', heading), ...paragraphs.flatMap((text) => p(text))],
  }
  return { ...stock, articles: [article], sections: [{ ...stock.sections[0]!, articles: [article] }] }
}

const closers = /[，。、；：？！”’）》·]/
const openers = /[“‘（《]/
const measure = 22

/** Pieces that keep together: a mark stays with the character it leans on, a word and a mark of two ems stay whole. */
const piecesOf = (text: string): string[] =>
  text.match(/[“‘（《]*(?:[A-Za-z0-9]+|——|……|[^“‘（《]|$)[，。、；：？！”’）》·/]*/gu) ?? []

/** Ems, by the rules of the house: a mark beside a mark, at either end of a line, is half as wide. */
function widthOf(text: string): number {
  const characters = [...text]
  return characters.reduce((sum, c, i) => {
    const next = characters[i + 1]
    if (/[A-Za-z0-9]/.test(c)) return sum + 0.63
    if (c === '·' || c === '/') return sum + 0.35
    if (closers.test(c)) return sum + (next === undefined || closers.test(next) || openers.test(next) ? 0.5 : 1)
    if (openers.test(c)) return sum + (i === 0 || openers.test(next ?? '') ? 0.5 : 1)
    return sum + 1
  }, 0)
}

/**
 * Breaks a paragraph into lines that are at most as wide as the column, the first one set in by two ems.
 * @param at words before which the line is broken, right or wrong.
 */
function linesOf(text: string, at: string): string[] {
  const position = at === '' ? -1 : text.indexOf(at)
  const parts = position < 0 ? [text] : [text.slice(0, position), text.slice(position)]
  const lines: string[] = []
  for (const part of parts) {
    lines.push('')
    for (const piece of piecesOf(part)) {
      const room = measure - (lines.length === 1 ? 2 : 0)
      if (widthOf(lines.at(-1)! + piece) <= room) lines[lines.length - 1] += piece
      else lines.push(piece)
    }
  }
  return lines
}

const halved = (text: string): string =>
  text.replace(/[，。、；：”’）》]$/, (mark) => `<span style="font-feature-settings:'halt'">${mark}</span>`)

/** The article as it should be, or broken in one place: page 3 of two columns, page 4 with its end in two even ones. */
export function handSetLines(brokenBefore = ''): SetLine[] {
  const line = (text: string, more: Partial<SetLine>): SetLine => {
    const made = {
      text,
      page: 3,
      column: 1,
      row: 0,
      indent: 0,
      justified: true,
      heading: false,
      style: '',
      ...more,
    } as const
    return { ...made, html: more.html ?? (made.justified ? halved(text) : text) }
  }
  const set: SetLine[] = [line(heading, { row: 0.5, justified: false, heading: true })]
  const columns = [
    { page: 3, column: 1, rows: [2, 10] },
    { page: 3, column: 2, rows: [0, 10] },
    { page: 4, column: 1, rows: [0, 3] },
    { page: 4, column: 2, rows: [0, 8] },
  ] as const
  const places = columns.flatMap(({ page, column, rows: [from, to] }) =>
    Array.from({ length: to - from }, (_, i) => ({ page, column, row: from + i })),
  )
  for (const text of paragraphs) {
    const lines = linesOf(text, brokenBefore)
    lines.forEach((own, i) => {
      const last = i === lines.length - 1
      set.push(line(own, { ...places.shift()!, indent: i === 0 ? 2 : 0, justified: !last }))
    })
  }
  return set
}

/** A grey picture of so many pixels as a data URI. */
export function picture(pixels: number): string {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc(body), body.length + 4)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(pixels, 0)
  header.writeUInt32BE(pixels, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.concat(Array.from({ length: pixels }, (_, y) => Buffer.from([0, ...Array(pixels).fill(y % 256)])))
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return `data:image/png;base64,${Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts]).toString('base64')}`
}

function crc(data: Buffer): number {
  let value = 0xffffffff
  for (const byte of data) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return (value ^ 0xffffffff) >>> 0
}

export interface Sheets {
  readonly lines: readonly SetLine[]
  readonly contents: string
  /** Of pages 3 and 4. */
  readonly heads: readonly [string, string]
  /** HTML in the lower half of the type area of page 3. */
  readonly extra: string
  /** Points. */
  readonly pitch: number
}

export const handSet = (issue: Issue): Sheets => ({
  lines: handSetLines(),
  contents: '目次',
  heads: [issue.articles[0]!.runningTitle, `${issue.journal.name} · ${issue.numbering.fullLabel}`],
  extra: `<div style="height:.5pt;background:#000;width:60pt"></div><img src="${picture(100)}" style="width:20pt;height:20pt">`,
  pitch: 16.5,
})

const bleed = 4
let faces: Promise<string> | undefined

/** A face that no house has, from the package that reads PDFs. */
const stranger = (): string => {
  const file = createRequire(import.meta.url).resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')
  return `@font-face{font-family:Stranger;src:url(data:font/ttf;base64,${readFileSync(file).toString('base64')})}`
}

export async function printHandSet(browser: Browser, issue: Issue, sheets: Sheets): Promise<Artifact> {
  const { trim } = issue.page
  const area = typeArea(issue.page)
  const { width, gap, size } = area.columns.standard
  faces ??= subsetFaces(
    `${heading}${paragraphs.join('')}最后一遍目次录校样${issue.journal.name}${issue.numbering.fullLabel}`,
  ).then(fontFaceCss)
  const lineHtml = ({ column, row, indent, justified, heading, style, html }: SetLine) =>
    `<div class="line${justified ? ' justified' : ''}${heading ? ' heading' : ''}" style="left:${(column - 1) * (width + gap) + indent * size}pt;top:${row * sheets.pitch}pt;width:${width - indent * size}pt;${style}">${html}</div>`
  const sheet = (number: number, head: string, content: string) =>
    `<div class="sheet ${number % 2 ? 'recto' : 'verso'}"><div class="head">${head}</div><div class="area">${content}</div><div class="folio">${number}</div></div>`
  const linesOn = (page: number) =>
    sheets.lines
      .filter((line) => line.page === page)
      .map(lineHtml)
      .join('\n')
  const html = [
    sheet(1, '', ''),
    sheet(2, '', `<div class="line">${sheets.contents}</div>`),
    sheet(3, sheets.heads[0], `${linesOn(3)}<div class="extra">${sheets.extra}</div>`),
    sheet(4, sheets.heads[1], linesOn(4)),
  ].join('\n')
  const css = `${await faces}
${stranger()}
@page { size: ${trim.width + 2 * bleed}mm ${trim.height + 2 * bleed}mm; margin: 0 }
* { margin: 0; padding: 0; font-synthesis: none }
html { font: 400 ${size}pt/${sheets.pitch}pt Song; text-autospace: normal; text-spacing-trim: trim-start }
.sheet { position: relative; width: ${trim.width + 2 * bleed}mm; height: ${trim.height + 2 * bleed}mm; break-after: page; overflow: hidden }
.sheet > * { position: absolute; width: ${area.width}pt }
.recto > * { left: ${bleed + area.spine}mm } .verso > * { left: ${bleed + area.foreEdge}mm }
.area { top: ${bleed + area.head}mm; height: ${area.height}pt }
.line, .extra { position: absolute; white-space: nowrap }
.extra { top: 330pt } .justified { text-align-last: justify } .heading { font: 700 ${size}pt/${sheets.pitch}pt Hei }
.head { top: ${bleed + 12}mm; font: 400 8pt/12pt Hei }
.folio { bottom: ${bleed + 12}mm; font: 700 9pt/12pt Hei }`
  const raw = await printHtml(browser, `<style>${css}</style>`, html)
  const { bytes } = await finishPrint(raw, issue, { layoutBleed: bleed })
  return { edition: 'print', file: `${issue.id}-print.pdf`, bytes }
}
