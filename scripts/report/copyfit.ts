/** In: a proof. Out: what its page tells the layout artist: signatures, fillers, last pages, and what would save paper. */
import { type ArticleFit, type Copyfit, cutsForSignature, endsShort, linesToCut } from '../model/copyfit.ts'
import type { CopyfitView, FitView } from './views.ts'
import type { Words } from './words.ts'

export function copyfitView(fit: Copyfit, w: Words): CopyfitView {
  const cuts = cutsForSignature(fit)
  return {
    sum: w.signatures(fit),
    signatures: signatures(fit, w),
    saving: cuts.length > 0 ? w.saving(fit.toSaveSignature, linesToCut(cuts), cuts) : '',
    articles: fit.articles.map((article) => fitView(article, w)),
  }
}

/** A small leaf for each page, a group for each signature; fillers stand before the back cover. */
function signatures({ pages, signature, fillers }: Copyfit, w: Words): CopyfitView['signatures'] {
  return Array.from({ length: Math.ceil(pages / signature) }, (_, i) => {
    const first = i * signature + 1
    return Array.from({ length: Math.min(signature, pages - first + 1) }, (_, k) => {
      const page = first + k
      return { page: w.page_(page), filler: page < pages && page >= pages - fillers }
    })
  })
}

function fitView(fit: ArticleFit, w: Words): FitView {
  const { first, last, linesOnLast, linesLeft } = fit
  const percent = ((100 * linesOnLast) / Math.max(1, linesOnLast + linesLeft)).toFixed(0)
  const pages = first === last ? w.page_(first) : w.pageRange(first, last)
  return { ...fit, pages, percent, short: endsShort(fit) }
}
