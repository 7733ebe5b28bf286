/** In: a proof. Out: proof.json for machines and proof.html for an editor, both without clock or path. */
import { type Diagnostic, describe, type Locale, severityOf } from '../model/diagnostic.ts'
import { type EditionName, editionNames } from '../model/edition.ts'
import type { Article, Issue } from '../model/issue.ts'
import type { JobRow } from '../model/job.ts'
import { formatPlace } from '../model/place.ts'
import type { Check, Outcome, Proof } from '../model/proof.ts'
import { creditName } from './expected.ts'
import { type Html, html } from './html.ts'
import { copyfit } from './report-copyfit.ts'
import { reportCss } from './report-css.ts'
import { mark } from './report-mark.ts'
import { isAssertion, preflight, preflightId } from './report-preflight.ts'
import { type PagePicture, sheets } from './report-sheets.ts'
import { typography } from './report-typography.ts'
import { checkName, editionName, type Words, words } from './report-words.ts'
import { subjectOf } from './verdict.ts'

/** Keys in the order of the type, two spaces, a line feed at the end; diagnostics as code, facts and place, worded in English. */
export function proofJson(proof: Proof): string {
  const plain = {
    issue: proof.issue,
    tool: proof.tool,
    artifacts: proof.artifacts.map(({ edition, file, sha256, bytes, pages }) => ({
      edition,
      file,
      sha256,
      bytes,
      pages: pages.map(({ number, folio, article }) => ({ number, folio, article })),
    })),
    checks: proof.checks.map(({ name, edition, rule, subject, outcome, places, faults, because }) => ({
      name,
      edition,
      ...(rule && { rule: { id: rule.id, clause: rule.clause } }),
      subject,
      outcome,
      ...(places !== undefined && { places }),
      ...(faults !== undefined && { faults }),
      ...(because !== undefined && { because }),
    })),
    diagnostics: proof.diagnostics.map((d) => {
      const { severity, message } = describe(d, 'en')
      return {
        code: d.code,
        severity,
        message,
        facts: d.facts,
        ...(d.place && { place: d.place }),
        ...(d.related && { related: d.related }),
      }
    }),
    ...(proof.copyfit && { copyfit: proof.copyfit }),
  }
  return `${JSON.stringify(plain, null, 2)}\n`
}

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
  const failed = proof.checks.filter((check) => check.outcome === 'failed').length
  const title = `${issue.journal.name} ${issue.numbering.fullLabel}`
  const sections: readonly (readonly [id: string, title: string, body: Html | false])[] = [
    ['failures', failed ? w.failures : w.look, failures(proof, locale, w)],
    ['files', w.artifacts, artifacts(proof, locale, w)],
    ['articles', w.articles, articles(proof, issue, locale, w)],
    ['typography', w.typography, typography(proof, locale, w)],
    ['copyfit', w.copyfit, copyfit(proof, issue, w)],
    ...editionNames.map(
      (edition) => [preflightId(edition), w.preflight[edition], preflight(proof, issue, edition, locale, w)] as const,
    ),
    ['job', w.job, jobSheet(job, w)],
    ['others', w.others, others(proof, issue, locale, w)],
    ['pages', w.sheets, sheets(proof, issue, pictures, w)],
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
<p class="verdict ${failed ? 'no' : 'ok'}">${failed ? w.failed(failed) : w.passed}</p>
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
    const elsewhere = (d: Diagnostic) => d.code.startsWith('typography/') || told.has(JSON.stringify(d))
    const own = causes.filter((d) => !elsewhere(d))
    const broken = causes.filter(({ code }) => code.startsWith('typography/')).length
    if (own.length + broken + unmet === 0) return []
    return [
      html`<h3>${editionName(edition, locale)}</h3><ul class="causes">${own.map((cause) => causeItem(cause, locale))}${
        unmet > 0 &&
        html`<li><p><a href="#${preflightId(edition)}">${w.unmet(unmet, w.preflight[edition])}</a></p></li>`
      }${broken > 0 && html`<li><p><a href="#typography">${w.broken(broken)}</a></p></li>`}</ul>`,
    ]
  })
  const failed = proof.checks.some((check) => check.outcome === 'failed')
  return (
    shown.length > 0 &&
    html`<section class="failures${!failed && ' warned'}" id="failures"><h2>${failed ? w.failures : w.look}</h2>${shown}</section>`
  )
}

const count = (checks: readonly Check[], outcome: Outcome): number => checks.filter((c) => c.outcome === outcome).length

function artifacts(proof: Proof, locale: Locale, w: Words): Html {
  const rows = proof.artifacts.map(({ edition, file, sha256, bytes, pages }) => {
    const checks = proof.checks.filter((check) => check.edition === edition)
    const failed = count(checks, 'failed')
    return html`<tr><th scope="row">${mark(failed ? 'failed' : 'passed', w)} ${editionName(edition, locale)}</th>
<td><b>${file}</b><br><code>sha256 ${sha256.slice(0, 16)}…</code></td><td class="number">${(bytes / 1024).toFixed(0)} KB</td>
<td class="number">${pages.length || '–'}</td><td>${w.counts(count(checks, 'passed'), failed, count(checks, 'skipped'))}</td></tr>`
  })
  return html`<section id="files"><h2>${w.artifacts}</h2><table class="files"><thead><tr><th></th><th>${w.file}</th><th class="number">${w.size}</th><th class="number">${w.pages}</th><th>${w.checks}</th></tr></thead><tbody>${rows}</tbody></table></section>`
}

/** The worst outcome of the checks of one name on one subject; null where none was made. */
function outcomeOf(proof: Proof, edition: EditionName, name: string, subject: string): Outcome | null {
  const all = proof.checks.filter((c) => c.edition === edition && c.name === name && c.subject === subject)
  return (['failed', 'skipped', 'passed'] as const).find((outcome) => all.some((c) => c.outcome === outcome)) ?? null
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
    const outcome = count(all, 'failed') > 0 ? 'failed' : count(all, 'skipped') === all.length ? 'skipped' : 'passed'
    return html`<td>${mark(outcome, w)}${all.length > 1 && html`<small>${all.length}</small>`}</td>`
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
