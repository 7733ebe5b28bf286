/** In: a proof and small pictures of its pages. Out: the section of its page that shows every page with its boxes, to scale. */
import { type Diagnostic, isToBeLookedAt, stopsDelivery } from '../model/diagnostic.ts'
import type { Issue } from '../model/issue.ts'
import type { PageBoxes, Proof, ProvedArtifact } from '../model/proof.ts'
import { pointsToMillimetres, typeArea } from '../model/type-area.ts'
import { type Html, html } from './html.ts'
import type { Words } from './words.ts'

export interface PagePicture {
  /** Physical page from 1. */
  readonly page: number
  readonly dataUri: string
  /** Millimetres that it shows beyond the trim on each side; none unless given. */
  readonly bleed?: number
}

/** Millimetres from the upper left corner of the trim. */
interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface DrawnPage {
  readonly number: number
  /** Null on the cover, which has none. */
  readonly typeArea: Rectangle | null
  readonly trim: Rectangle
  /** Null where the edition is not trimmed. */
  readonly bleed: Rectangle | null
  readonly media: Rectangle | null
  readonly picture: PagePicture | undefined
}

type BoxName = 'media' | 'bleed' | 'trim' | 'typeArea'
const boxNames: readonly BoxName[] = ['media', 'bleed', 'trim', 'typeArea']

/** The spread shown large is the first of two pages with text. */
const firstSpread = [4, 5] as const

export function pages(proof: Proof, issue: Issue, pictures: readonly PagePicture[], w: Words): Html | false {
  const paged = proof.artifacts.filter((artifact) => artifact.pages.length > 0)
  const artifact = paged.find(({ edition }) => edition === 'print') ?? paged[0]
  if (!artifact) return false
  const pagesWith = (is: (d: Diagnostic) => boolean) =>
    new Set(proof.diagnostics.filter(is).flatMap((d) => [d.place?.page, ...(d.related ?? []).map(({ page }) => page)]))
  const failing = pagesWith(stopsDelivery)
  const toLookAt = pagesWith(isToBeLookedAt)
  const all = artifact.pages.map(({ number }, i) => drawnPage(artifact, issue, pictures, number, i))
  const items = artifact.pages.map(({ number, folio, article }, i) => {
    const owner = issue.articles.find((a) => a.id === article)
    return html`<li class="${failing.has(number) ? 'failed' : toLookAt.has(number) ? 'warned' : ''}">${drawing(all[i]!, photograph(all[i]!), w)}<b>${folio ?? w.unnumbered}</b>${numbered(proof, number)}${owner && html`<span class="owner">${owner.runningTitle}</span>`}</li>`
  })
  return html`<section class="pages" id="pages"><h2>${w.pageViews}</h2>${spread(all, w)}<ol>${items}</ol></section>`
}

/** Of a draft: the numbers of the faults that are marked on the page. */
function numbered({ marks = [] }: Proof, page: number): Html | false {
  const own = marks.filter((mark) => mark.page === page).map((mark) => mark.number)
  return own.length > 0 && html`<span class="marks">${own.join(' ')}</span>`
}

function drawnPage(
  artifact: ProvedArtifact,
  { page }: Issue,
  pictures: readonly PagePicture[],
  number: number,
  index: number,
): DrawnPage {
  const boxes = artifact.boxes?.[index]
  const cover = number === 1 || number === artifact.pages.length
  return {
    number,
    typeArea: cover ? null : typeAreaOn(number, page),
    trim: boxes ? fromTrim(boxes, 'trim') : { x: 0, y: 0, ...page.trim },
    bleed: boxes ? fromTrim(boxes, 'bleed') : null,
    media: boxes ? fromTrim(boxes, 'media') : null,
    picture: pictures.find((picture) => picture.page === number),
  }
}

/** A PDF counts upwards from the lower edge. */
function fromTrim(boxes: PageBoxes, name: keyof PageBoxes): Rectangle {
  const [left, bottom, right, top] = boxes[name]
  return {
    x: pointsToMillimetres(left - boxes.trim[0]),
    y: pointsToMillimetres(boxes.trim[3] - top),
    width: pointsToMillimetres(right - left),
    height: pointsToMillimetres(top - bottom),
  }
}

/** Odd pages lie at the right: their spine is at the left. */
function typeAreaOn(number: number, page: Issue['page']): Rectangle {
  const { head, spine, foreEdge, width, height } = typeArea(page)
  return {
    x: number % 2 === 1 ? spine : foreEdge,
    y: head,
    width: pointsToMillimetres(width),
    height: pointsToMillimetres(height),
  }
}

const short = (value: number): string => String(Math.round(value * 100) / 100)

const viewBox = ({ x, y, width, height }: Rectangle): string => [x, y, width, height].map(short).join(' ')

const placed = ({ x, y, width, height }: Rectangle): Html =>
  html`x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`

const rect = (kind: string, box: Rectangle): Html => html`<rect class="${kind}" ${placed(box)}/>`

/** What is printed shows as far as the bleed; beyond it the paper is bare but for its marks. */
function drawing(page: DrawnPage, content: Html | undefined, w: Words): Html {
  const view = page.media ?? page.bleed ?? page.trim
  const shown = page.bleed ?? page.trim
  return html`<svg viewBox="${viewBox(view)}" role="img" aria-label="${w.page_(page.number)}">${rect('paper', view)}${
    content && html`<svg ${placed(shown)} viewBox="${viewBox(shown)}">${content}</svg>`
  }${outlines(page)}</svg>`
}

function photograph({ number, trim, picture }: DrawnPage): Html | undefined {
  if (!picture) return undefined
  const around = picture.bleed ?? 0
  const box = { x: -around, y: -around, width: trim.width + 2 * around, height: trim.height + 2 * around }
  return html`<image id="page-${number}" href="${picture.dataUri}" ${placed(box)} preserveAspectRatio="none"/>`
}

/** The picture stands once in the file: where the page is shown again, it is used again. */
const again = ({ number, picture }: DrawnPage): Html | undefined => picture && html`<use href="#page-${number}"/>`

const outlines = (page: DrawnPage): Html[] =>
  boxNames.flatMap((name) => {
    const box = page[name]
    return box ? [rect(`box ${name}`, box)] : []
  })

/** Two pages side by side at a size at which the boxes can be told apart, with what each of them is and measures. */
function spread(all: readonly DrawnPage[], w: Words): Html | false {
  const shown = firstSpread.flatMap((number) => all.find((page) => page.number === number) ?? [])
  const [first] = shown
  if (!first) return false
  const rows = boxNames.flatMap((name) => {
    const box = first[name]
    return box ? [legend(name, box, first.trim, w)] : []
  })
  return html`<div class="boxes"><div class="spread">${shown.map((page) => drawing(page, again(page), w))}</div><dl>${rows}</dl></div>`
}

function legend(name: BoxName, box: Rectangle, trim: Rectangle, w: Words): Html {
  const size = `${short(box.width)} × ${short(box.height)} mm`
  const beyond = name === 'media' || name === 'bleed' ? w.beyond(short(trim.x - box.x)) : null
  return html`<div class="${name}"><dt>${w.boxes[name]}</dt><dd>${size}${beyond && html`<small>${beyond}</small>`}</dd></div>`
}
