/** In: a proof and small pictures of its pages. Out: what its page shows of every page: its picture and its boxes, to scale. */
import { type Diagnostic, isToBeLookedAt, stopsDelivery } from '../model/diagnostic.ts'
import type { Issue } from '../model/issue.ts'
import type { PageBoxes, Proof, ProvedArtifact } from '../model/proof.ts'
import { pointsToMillimetres, typeArea } from '../model/type-area.ts'
import type { BoxView, DrawingView, PagesView } from './views.ts'
import type { Words } from './words.ts'

export interface PagePicture {
  /** Physical page from 1. */
  readonly page: number
  readonly dataUri: string
  /** Millimetres that it shows beyond the trim on each side; none unless given. */
  readonly bleed?: number
}

const boxNames = ['media', 'bleed', 'trim', 'typeArea'] as const

/** The type area is absent on the cover, which has none; media and bleed are where the edition is not trimmed. */
type Boxes = { readonly trim: BoxView } & { readonly [Name in (typeof boxNames)[number]]?: BoxView }

/** The spread shown large is the first of two pages with text. */
const firstSpread = [4, 5] as const

export function pagesView(proof: Proof, issue: Issue, pictures: readonly PagePicture[], w: Words): PagesView | null {
  const paged = proof.artifacts.filter((artifact) => artifact.pages.length > 0)
  const artifact = paged.find(({ edition }) => edition === 'print') ?? paged[0]
  if (!artifact) return null
  const pagesWith = (is: (d: Diagnostic) => boolean) =>
    new Set(proof.diagnostics.filter(is).flatMap((d) => [d.place?.page, ...(d.related ?? []).map(({ page }) => page)]))
  const failing = pagesWith(stopsDelivery)
  const toLookAt = pagesWith(isToBeLookedAt)
  const all = artifact.pages.map(({ number }, i) => drawing(artifact, issue.page, pictures, number, i, w))
  return {
    spread: firstSpread.flatMap((number) => all.find((page) => page.number === number) ?? []),
    items: artifact.pages.map(({ number, folio, article }, i) => ({
      outcome: failing.has(number) ? 'failed' : toLookAt.has(number) ? 'warned' : '',
      drawing: all[i]!,
      folio: folio ?? w.unnumbered,
      marks: (proof.marks ?? []).flatMap((mark) => (mark.page === number ? mark.number : [])).join(' '),
      owner: issue.articles.find(({ id }) => id === article)?.runningTitle ?? '',
    })),
  }
}

function drawing(
  artifact: ProvedArtifact,
  page: Issue['page'],
  pictures: readonly PagePicture[],
  number: number,
  index: number,
  w: Words,
): DrawingView {
  const inFile = artifact.boxes?.[index]
  const cover = number === 1 || number === artifact.pages.length
  const boxes: Boxes = {
    ...(inFile ? fromTrim(inFile) : { trim: { x: 0, y: 0, ...page.trim } }),
    ...(!cover && { typeArea: typeAreaOn(number, page) }),
  }
  const { media, bleed, trim } = boxes
  const picture = pictures.find((one) => one.page === number)
  const by = picture?.bleed ?? 0
  const around = { x: -by, y: -by, width: trim.width + 2 * by, height: trim.height + 2 * by }
  return {
    number,
    label: w.page_(number),
    view: shortened(media ?? trim),
    shown: shortened(bleed ?? trim),
    picture: picture ? { ...shortened(around), dataUri: picture.dataUri } : null,
    boxes: boxNames.flatMap((name) => {
      const box = boxes[name]
      if (!box) return []
      return [
        {
          name,
          ...shortened(box),
          beyond: name === 'media' || name === 'bleed' ? w.beyond(String(short(-box.x))) : '',
        },
      ]
    }),
  }
}

/** A PDF counts upwards from the lower edge. */
function fromTrim(boxes: PageBoxes): Boxes {
  const box = ([left, bottom, right, top]: PageBoxes['trim']): BoxView => ({
    x: pointsToMillimetres(left - boxes.trim[0]),
    y: pointsToMillimetres(boxes.trim[3] - top),
    width: pointsToMillimetres(right - left),
    height: pointsToMillimetres(top - bottom),
  })
  return { media: box(boxes.media), bleed: box(boxes.bleed), trim: box(boxes.trim) }
}

/** Odd pages lie at the right: their spine is at the left. */
function typeAreaOn(number: number, page: Issue['page']): BoxView {
  const { head, spine, foreEdge, width, height } = typeArea(page)
  return {
    x: number % 2 === 1 ? spine : foreEdge,
    y: head,
    width: pointsToMillimetres(width),
    height: pointsToMillimetres(height),
  }
}

const short = (value: number): number => Math.round(value * 100) / 100

const shortened = ({ x, y, width, height }: BoxView): BoxView => ({
  x: short(x),
  y: short(y),
  width: short(width),
  height: short(height),
})
