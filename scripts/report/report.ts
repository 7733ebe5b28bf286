/** In: a proof. Out: proof.html, a page for an editor without clock or path. */
import {
  areaOf,
  type Diagnostic,
  describe,
  isToBeLookedAt,
  type Locale,
  releaseOf,
  severityOf,
} from '../model/diagnostic.ts'
import { type EditionName, editionNames, editions } from '../model/edition.ts'
import type { Article, Issue } from '../model/issue.ts'
import type { JobRow } from '../model/job.ts'
import { formatPlace } from '../model/place.ts'
import type { Check, Proof } from '../model/proof.ts'
import { creditName } from '../proof/text/expected.ts'
import { subjectOf } from '../proof/verdict/verdict.ts'
import { copyfit } from './copyfit.ts'
import { reportCss } from './css.ts'
import { type Html, html } from './html.ts'
import { mark, type Sign, signOf } from './mark.ts'
import { type PagePicture, pages } from './pages.ts'
import { isAssertion, preflight, preflightId } from './preflight.ts'
import { brokenPlaces, typography } from './typography.ts'
import { checkName, editionName, type Words, words } from './words.ts'

export type { PagePicture }

/** A page that needs no other file; `pictures` are small pictures of the paged editions' pages, `job` is the job sheet. */
export function proofHtml(
  proof: Proof,
  issue: Issue,
  locale: Locale,
  pictures: readonly PagePicture[] = [],
  job: readonly JobRow[] = [],
): string {
  const w = words[locale]
  const stamp = stampOf(proof, w)
  const title = `${issue.journal.name} ${issue.numbering.fullLabel}`
  const sections: readonly (readonly [id: string, title: string, body: Html | false])[] = [
    ['failures', headingOf(proof, w), failures(proof, locale, w)],
    ['marked', w.marked, marked(proof, locale, w)],
    ['files', w.artifacts, artifacts(proof, locale, w)],
    ['articles', w.articles, articles(proof, issue, locale, w)],
    ['typography', w.typography, typography(proof, locale, w)],
    ['copyfit', w.copyfit, copyfit(proof, issue, w)],
    ...editionNames.map(
      (edition) => [preflightId(edition), w.preflight[edition], preflight(proof, issue, edition, locale, w)] as const,
    ),
    ['job', w.job, jobSheet(job, w)],
    ['others', w.others, others(proof, issue, locale, w)],
    ['pages', w.pageViews, pages(proof, issue, pictures, w)],
  ]
  const bodies = sections.flatMap(([, , body]) => body || [])
  const links = sections.flatMap(([id, heading, body]) => (body ? [html`<a href="#${id}">${heading}</a> `] : []))
  const page = html`<!doctype html>
<html lang="${locale === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${w.title} · ${title}</title>
<style>${reportCss}</style>
</head>
<body>
<header>
<p class="issue" lang="${issue.language}">${title}</p>
<h1>${w.title}</h1>
<p class="verdict ${stamp.kind}">${stamp.text}</p>
<p class="lead">${w.lead}</p>
</header>
<nav>${links}</nav>
<main>
${bodies}
</main>
<footer>${w.tool} ${proof.tool}</footer>
</body>
</html>
`
  return page.markup
}

/** All that stands: in the files, in the manuscript, in the making. */
const standing = ({ diagnostics, besides = [] }: Proof): readonly Diagnostic[] => [...besides, ...diagnostics]

/** Green, amber or red; a draft is never for press. */
function stampOf(proof: Proof, w: Words): { kind: 'ok' | 'look' | 'no'; text: string } {
  const all = standing(proof)
  const errors = all.filter((d) => severityOf(d) === 'error')
  const paged = proof.artifacts.some(({ edition }) => editions[edition].kind === 'paged')
  const { verdict } = w
  const [kind, text] = {
    press: ['ok', paged ? verdict.press : verdict.publish] as const,
    look: ['look', verdict.look(errors.filter(isToBeLookedAt).length)] as const,
    refused: ['no', verdict.refused(errors.length)] as const,
  }[releaseOf(all)]
  if (!proof.draft) return { kind, text }
  return { kind: kind === 'ok' ? 'look' : kind, text: kind === 'ok' ? verdict.draft : `${verdict.draft} · ${text}` }
}

const headingOf = (proof: Proof, w: Words): string =>
  ({ press: w.look, look: w.lookFirst, refused: w.failures })[releaseOf(standing(proof))]

/** Of a draft: the list of the numbers that stand on its pages. */
function marked({ marks = [] }: Proof, locale: Locale, w: Words): Html | false {
  const rows = marks.map(({ number, page, fault }) => {
    const { message, hint } = describe(fault, locale)
    const place = fault.place && formatPlace(fault.place)
    return html`<tr><td>${number}</td><td class="page">${page !== null && w.page_(page)}</td><td>${message}${place && html`<p class="place">${place}</p>`}${hint && html`<p class="hint">${hint}</p>`}</td></tr>`
  })
  return (
    rows.length > 0 &&
    html`<section class="marked" id="marked"><h2>${w.marked}</h2><table><tbody>${rows}</tbody></table></section>`
  )
}

const causeItem = (cause: Diagnostic, locale: Locale): Html => {
  const { message, hint } = describe(cause, locale)
  const places = [cause.place, ...(cause.related ?? [])].flatMap((place) => (place ? [formatPlace(place)] : []))
  return html`<li><p>${message}</p>${places.length > 0 && html`<p class="place">${places.join(' · ')}</p>`}${hint && html`<p class="hint">${hint}</p>`}</li>`
}

/** What concerns a file: it is about a place in it, or names one. */
const concerns = (d: Diagnostic, file: string): boolean =>
  d.place?.file === file || (d.related?.some((place) => place.file === file) ?? false)

/** Rules of the page and assertions have sections of their own, with the first of their faults; here stands how many there are. */
function failures(proof: Proof, locale: Locale, w: Words): Html | false {
  const shown = proof.artifacts.flatMap(({ edition, file }) => {
    const causes = proof.diagnostics.filter((d) => severityOf(d) !== 'note' && concerns(d, file))
    const asserted = proof.checks.filter((check) => check.edition === edition && isAssertion(check))
    const unmet = asserted.filter(({ outcome }) => outcome === 'failed').length
    const told = new Set(asserted.flatMap((check) => check.causes ?? []).map((cause) => JSON.stringify(cause)))
    const elsewhere = (d: Diagnostic) => areaOf(d) === 'typography' || told.has(JSON.stringify(d))
    const own = causes.filter((d) => !elsewhere(d))
    const broken = brokenPlaces(proof, edition)
    if (own.length + broken + unmet === 0) return []
    return [
      html`<h3>${editionName(edition, locale)}</h3><ul class="causes">${own.map((cause) => causeItem(cause, locale))}${
        unmet > 0 &&
        html`<li><p><a href="#${preflightId(edition)}">${w.unmet(unmet, w.preflight[edition])}</a></p></li>`
      }${broken > 0 && html`<li><p><a href="#typography">${w.broken(broken)}</a></p></li>`}</ul>`,
    ]
  })
  const others = (proof.besides ?? []).filter((d) => severityOf(d) !== 'note')
  const manuscript =
    others.length > 0 &&
    html`<h3>${w.manuscript}</h3><ul class="causes">${others.map((cause) => causeItem(cause, locale))}</ul>`
  const failed = releaseOf(standing(proof)) === 'refused'
  return (
    (shown.length > 0 || others.length > 0) &&
    html`<section class="failures${!failed && ' warned'}" id="failures"><h2>${headingOf(proof, w)}</h2>${manuscript}${shown}</section>`
  )
}

const count = (checks: readonly Check[], sign: Sign): number => checks.filter((c) => signOf(c) === sign).length

const worst = (signs: readonly Sign[]): Sign | null =>
  (['failed', 'warned', 'skipped', 'passed'] as const).find((sign) => signs.includes(sign)) ?? null

function artifacts(proof: Proof, locale: Locale, w: Words): Html {
  const rows = proof.artifacts.map(({ edition, file, sha256, bytes, pages }) => {
    const checks = proof.checks.filter((check) => check.edition === edition)
    const [failed, look] = [count(checks, 'failed'), count(checks, 'warned')]
    return html`<tr><th scope="row">${mark(failed ? 'failed' : look ? 'warned' : 'passed', w)} ${editionName(edition, locale)}</th>
<td><b>${file}</b><br><code>sha256 ${sha256.slice(0, 16)}…</code></td><td class="number">${(bytes / 1024).toFixed(0)} KB</td>
<td class="number">${pages.length || '–'}</td><td>${w.counts(count(checks, 'passed'), failed, look, count(checks, 'skipped'))}</td></tr>`
  })
  return html`<section id="files"><h2>${w.artifacts}</h2><table class="files"><thead><tr><th></th><th>${w.file}</th><th class="number">${w.size}</th><th class="number">${w.pages}</th><th>${w.checks}</th></tr></thead><tbody>${rows}</tbody></table></section>`
}

/** The worst outcome of the checks of one name on one subject; null where none was made. */
function outcomeOf(proof: Proof, edition: EditionName, name: string, subject: string): Sign | null {
  const all = proof.checks.filter((c) => c.edition === edition && c.name === name && c.subject === subject)
  return worst(all.map(signOf))
}

/** The columns of each edition, by the check that fills them. */
const columns = (w: Words) =>
  [
    ['text/conserved', w.text],
    ['structure/count', w.structure],
    ['credits/page', w.page],
    ['credits/contents', w.contents],
    ['credits/metadata', w.metadata],
  ] as const

/** What the rows of an article are about: the article itself, each credit, each affiliation. */
const subjectsOf = ({ title, byline, affiliations, english }: Article): string[] => [
  title,
  ...[...byline.map(creditName), ...affiliations, ...(english?.names ?? [])].map((part) => subjectOf(title, part)),
]

function articles(proof: Proof, issue: Issue, locale: Locale, w: Words): Html {
  const made = proof.artifacts.map((artifact) => artifact.edition)
  const head = html`<thead><tr><th></th>${made.map((edition) => html`<th colspan="5" scope="colgroup">${editionName(edition, locale)}</th>`)}</tr>
<tr><th></th>${made.flatMap(() => columns(w).map(([, label]) => html`<th scope="col">${label}</th>`))}</tr></thead>`
  const row = (kind: string, label: Html, subject: string) =>
    html`<tr class="${kind}"><th scope="row" lang="${issue.language}">${label}</th>${made.flatMap((edition) =>
      columns(w).map(([name]) => html`<td>${mark(outcomeOf(proof, edition, name, subject), w)}</td>`),
    )}</tr>`
  const blocks = issue.articles.map((article) => {
    const { title, subtitle, byline, affiliations, english } = article
    const name = html`${title}${subtitle && html`<small>${subtitle}</small>`}${firstPage(proof, article, w)}`
    return html`<tbody>${row('title', name, title)}${byline.map((credit) =>
      row('credit', html`${creditName(credit)}`, subjectOf(title, creditName(credit))),
    )}${affiliations.map((unit) => row('affiliation', html`${unit}`, subjectOf(title, unit)))}${(
      english?.names ?? []
    ).map((name) => row('credit', html`<span lang="en">${name}</span>`, subjectOf(title, name)))}</tbody>`
  })
  return html`<section id="articles"><h2>${w.articles}</h2><table class="credits">${head}${blocks}</table></section>`
}

function firstPage(proof: Proof, article: Article, w: Words): Html | false {
  const page = proof.artifacts.flatMap((a) => a.pages).find((record) => record.article === article.id)
  return page !== undefined && html`<small class="folio">${w.page_(page.number)}</small>`
}

function others(proof: Proof, issue: Issue, locale: Locale, w: Words): Html {
  const made = proof.artifacts.map((artifact) => artifact.edition)
  const told = new Set(issue.articles.flatMap(subjectsOf))
  const inColumns = new Set<string>(columns(w).map(([name]) => name))
  const elsewhere = /^(typography|copyfit)\//
  const outside = proof.checks.filter((check) => !elsewhere.test(check.name) && !isAssertion(check))
  const rest = outside.filter((check) => !inColumns.has(check.name) || !told.has(check.subject))
  const names = [...new Set(rest.map((check) => check.name))]
  const cell = (name: string, edition: EditionName): Html => {
    const all = rest.filter((c) => c.name === name && c.edition === edition)
    if (all.length === 0) return html`<td></td>`
    const made = all.map(signOf).filter((sign) => sign !== 'skipped')
    return html`<td>${mark(worst(made) ?? 'skipped', w)}${all.length > 1 && html`<small>${all.length}</small>`}</td>`
  }
  const rows = names.map(
    (name) =>
      html`<tr><th scope="row">${checkName(name, locale)}<code>${name}</code></th>${made.map((edition) => cell(name, edition))}</tr>`,
  )
  return html`<section id="others"><h2>${w.others}</h2><table class="checks"><thead><tr><th></th>${made.map((edition) => html`<th scope="col">${editionName(edition, locale)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></section>`
}

function jobSheet(job: readonly JobRow[], w: Words): Html | false {
  const rows = job.map(({ label, value }) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)
  return rows.length > 0 && html`<section class="job" id="job"><h2>${w.job}</h2><table>${rows}</table></section>`
}
