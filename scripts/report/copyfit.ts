/** In: a proof. Out: the section of its page for the layout artist: signatures, fillers, last pages, and what would save paper. */
import { type ArticleFit, type Copyfit, cutsForSignature, endsShort, linesToCut } from '../model/copyfit.ts'
import type { Issue } from '../model/issue.ts'
import type { Proof } from '../model/proof.ts'
import { type Html, html } from './html.ts'
import type { Words } from './words.ts'

export function copyfit({ copyfit: fit }: Proof, issue: Issue, w: Words): Html | false {
  if (!fit) return false
  return html`<section class="copyfit" id="copyfit"><h2>${w.copyfit}</h2>
<p class="sum">${w.signatures(fit)}</p>
${signatures(fit, w)}
${saving(fit, w)}
<table class="fits"><thead><tr><th></th><th>${w.at}</th><th class="number">${w.linesOnLast}</th><th class="fill"></th><th class="number">${w.linesLeft}</th><th class="number">${w.toSavePage}</th></tr></thead><tbody>${fit.articles.map(
    (article) => row(article, issue, w),
  )}</tbody></table></section>`
}

/** A small leaf for each page, a group for each signature; fillers stand before the back cover and are hollow. */
function signatures({ pages, signature, fillers }: Copyfit, w: Words): Html {
  const isFiller = (page: number) => page < pages && page >= pages - fillers
  const groups = Array.from({ length: Math.ceil(pages / signature) }, (_, i) => {
    const first = i * signature + 1
    const own = Array.from({ length: Math.min(signature, pages - first + 1) }, (_, k) => first + k)
    return html`<span>${own.map((page) => html`<i class="${isFiller(page) ? 'filler' : ''}" title="${w.page_(page)}"></i>`)}</span>`
  })
  return html`<p class="signatures" aria-hidden="true">${groups}</p>`
}

function saving(fit: Copyfit, w: Words): Html | false {
  const cuts = cutsForSignature(fit)
  return cuts.length > 0 && html`<p class="sum">${w.saving(fit.toSaveSignature, linesToCut(cuts), cuts)}</p>`
}

function row(fit: ArticleFit, issue: Issue, w: Words): Html {
  const { title, first, last, linesOnLast, linesLeft, toSavePage, sharesLast } = fit
  const share = (100 * linesOnLast) / Math.max(1, linesOnLast + linesLeft)
  const pages = first === last ? w.page_(first) : w.pageRange(first, last)
  const short = endsShort(fit)
  return html`<tr${short && html` class="short"`}><th scope="row" lang="${issue.language}">${title}</th><td>${pages}</td><td class="number">${linesOnLast}</td><td class="fill"><span class="bar"><b style="width:${share.toFixed(0)}%"></b></span></td><td class="number">${linesLeft}</td><td class="number">${
    toSavePage === null ? '–' : html`${toSavePage}${sharesLast && html`<small>${w.shares}</small>`}`
  }</td></tr>`
}
