/** In: a proof. Out: what its page tells of the checks: by file, by article and credit, and by name. */
import type { Locale } from '../model/diagnostic.ts'
import type { Article, Issue } from '../model/issue.ts'
import type { Check, Proof } from '../model/proof.ts'
import { creditName } from '../proof/text/expected.ts'
import { subjectOf } from '../proof/verdict/verdict.ts'
import { isAssertion } from './preflight.ts'
import { type Sign, signOf, worst } from './sign.ts'
import type { CreditView, FileView, OtherView } from './views.ts'
import { checkName, type Words, words } from './words.ts'

const count = (checks: readonly Check[], sign: Sign): number => checks.filter((c) => signOf(c) === sign).length

export const fileViews = (proof: Proof, w: Words): FileView[] =>
  proof.artifacts.map(({ edition, file, sha256, bytes, pages }) => {
    const checks = proof.checks.filter((check) => check.edition === edition)
    const [failed, look] = [count(checks, 'failed'), count(checks, 'warned')]
    return {
      outcome: failed ? 'failed' : look ? 'warned' : 'passed',
      edition,
      file,
      sha256: sha256.slice(0, 16),
      kilobytes: (bytes / 1024).toFixed(0),
      pages: pages.length,
      counts: w.counts(count(checks, 'passed'), failed, look, count(checks, 'skipped')),
    }
  })

const columns = Object.keys(words.zh.columns)

/** The rows of an article: the article itself, each credit, each affiliation. */
function creditsOf({ title, subtitle = '', byline, affiliations, english }: Article): Omit<CreditView, 'outcomes'>[] {
  const row = { english: false, subtitle: '', page: '' }
  return [
    { ...row, kind: 'title', text: title, subtitle },
    ...byline.map((credit) => ({ ...row, kind: 'credit' as const, text: creditName(credit) })),
    ...affiliations.map((text) => ({ ...row, kind: 'affiliation' as const, text })),
    ...(english?.names ?? []).map((text) => ({ ...row, kind: 'credit' as const, text, english: true })),
  ]
}

const subjectIn = ({ title }: Article, { kind, text }: Omit<CreditView, 'outcomes'>): string =>
  kind === 'title' ? title : subjectOf(title, text)

export const articleViews = (proof: Proof, issue: Issue, w: Words): CreditView[][] =>
  issue.articles.map((article) =>
    creditsOf(article).map((row) => {
      const checks = proof.checks.filter(({ subject }) => subject === subjectIn(article, row))
      return {
        ...row,
        page: row.kind === 'title' ? firstPage(proof, article, w) : '',
        outcomes: proof.artifacts.flatMap(({ edition }) =>
          columns.map((name) => worst(checks.filter((c) => c.edition === edition && c.name === name).map(signOf))),
        ),
      }
    }),
  )

function firstPage(proof: Proof, { id }: Article, w: Words): string {
  const page = proof.artifacts.flatMap(({ pages }) => pages).find(({ article }) => article === id)
  return page ? w.page_(page.number) : ''
}

/** Checks that no other section tells, by name. */
export function otherViews(proof: Proof, issue: Issue, locale: Locale): OtherView[] {
  const told = new Set(issue.articles.flatMap((article) => creditsOf(article).map((row) => subjectIn(article, row))))
  const elsewhere = /^(typography|copyfit)\//
  const outside = proof.checks.filter((check) => !elsewhere.test(check.name) && !isAssertion(check))
  const rest = outside.filter(({ name, subject }) => !columns.includes(name) || !told.has(subject))
  return [...new Set(rest.map(({ name }) => name))].map((name) => ({
    name,
    text: checkName(name, locale),
    cells: proof.artifacts.map(({ edition }) =>
      cellView(rest.filter((check) => check.name === name && check.edition === edition)),
    ),
  }))
}

function cellView(checks: readonly Check[]): OtherView['cells'][number] {
  if (checks.length === 0) return null
  const made = checks.map(signOf).filter((sign) => sign !== 'skipped')
  return { outcome: worst(made) ?? 'skipped', several: checks.length > 1 ? checks.length : 0 }
}
