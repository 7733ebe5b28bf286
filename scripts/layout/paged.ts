/** An Issue in, the HTML and CSS of its paged editions out. */
import { blockTexts } from '../model/body.ts'
import type { PagedDocument } from '../model/edition.ts'
import type { Article, Issue } from '../model/issue.ts'
import { typeArea } from '../model/type-area.ts'
import { bodyHtml } from './body.ts'
import { displayHtml, verticalHtml } from './display.ts'
import { noteText } from './inline.ts'
import type { Templates } from './templates.ts'

/** Bleed in millimetres that is laid out: more than is exported, because Chromium snaps boxes to whole CSS pixels. */
export const layoutBleed = (issue: Issue): number => issue.page.bleed + 1

/** One line per role, in masthead order. */
function byRole(editors: Issue['journal']['editors']): { role: string; names: string[] }[] {
  const roles = new Map<string, string[]>()
  for (const { role, name } of editors) roles.set(role, [...(roles.get(role) ?? []), name])
  return [...roles].map(([role, names]) => ({ role, names }))
}

const hasAny = (list: readonly unknown[]): boolean => list.length > 0

/** 甲 or 甲　乙; two-character names are not letterspaced outside of lists. */
function byline(article: Article) {
  const marked = article.affiliations.length > 1
  return article.byline.map((credit) => ({
    name: credit.name,
    roleLabel: credit.roleLabel,
    marks: marked ? credit.affiliations.map((index) => index + 1).join(',') : '',
  }))
}

/**
 * A short brief follows the one before it on the same page. Not with notes: the foot of a shared page would hold those of
 * several articles, and numbers start anew in each.
 */
function followsOn(article: Article, before: Article | undefined): boolean {
  const brief = (it: Article | undefined) => it?.layout === 'brief' && it.notes.length === 0
  return brief(article) && brief(before) && blockTexts(article.body).join('').length <= followOnLimit
}

/** Characters that surely stand on one page of three columns below a head of their own. */
const followOnLimit = 1600

function articleView(section: string, article: Article, before: Article | undefined) {
  const { notesAt } = article
  return {
    id: article.id,
    layout: article.layout,
    section,
    opensSection: before === undefined,
    followsOn: followsOn(article, before),
    title: article.layout === 'feature' ? verticalHtml(article.title) : displayHtml(article.title),
    running: article.runningTitle,
    subtitle: article.subtitle ?? '',
    byline: byline(article),
    affiliations: article.affiliations.map((name, index) => ({
      mark: article.affiliations.length > 1 ? String(index + 1) : '',
      name,
    })),
    showAffiliations: article.layout === 'feature' || article.affiliations.length > 1,
    lead: article.lead ?? '',
    abstract: article.abstract ?? '',
    keywords: article.keywords.join('；'),
    facts: article.facts,
    hasFront: Boolean(article.abstract) || hasAny(article.keywords) || hasAny(article.facts),
    body: bodyHtml(article.body, { notes: article.notes, notesAt }),
    // The closing line carries every affiliation once more: it is what readers of such journals look for.
    closing: article.affiliations.join('；'),
    bios: article.byline.flatMap((credit) => (credit.bio ? [{ name: credit.name, text: credit.bio }] : [])),
    endNotes:
      notesAt === 'end'
        ? article.notes.map((note) => ({ id: note.id, refId: note.refId, number: note.number, text: noteText(note) }))
        : [],
  }
}

/** Lays out the whole issue as one document. Pure. */
export function layoutPaged(issue: Issue, templates: Templates, options: { draft: boolean }): PagedDocument {
  const area = typeArea(issue.page)
  const nameLength = [...issue.journal.name].length
  const view = {
    language: issue.language,
    title: `${issue.journal.name} ${issue.numbering.fullLabel}`,
    journal: {
      ...issue.journal,
      editors: byRole(issue.journal.editors),
      permit: issue.journal.permit ?? '',
      issn: issue.journal.issn ?? '',
      cn: issue.journal.cn ?? '',
    },
    internal: issue.journal.kind === 'internal',
    label: issue.numbering.label,
    fullLabel: issue.numbering.fullLabel,
    theme: issue.numbering.theme ?? '',
    serial: issue.numbering.serial ? `总第 ${issue.numbering.serial} 期` : '',
    year: issue.numbering.year,
    number: issue.numbering.number,
    // A seal holds two rows of two.
    seal: nameLength <= 4 ? issue.journal.name : '',
    cover: {
      nameClass: nameLength <= 3 ? '' : nameLength <= 5 ? ' longer' : ' longest',
      image: issue.cover.image ?? null,
      headline: displayHtml(issue.cover.headline ?? ''),
      lines: issue.cover.lines,
    },
    colophon: {
      entries: issue.colophon.entries,
      statement: issue.colophon.statement ?? '',
      rights: issue.colophon.rights ?? '',
      licence: issue.colophon.licence ?? '',
    },
    sections: issue.sections.map((section) => ({
      name: section.name,
      entries: section.articles.map((article) => ({
        id: article.id,
        title: displayHtml(article.title),
        subtitle: article.subtitle ?? '',
        authors: article.byline.map((credit) => ({ name: credit.name, roleLabel: credit.roleLabel })),
      })),
    })),
    articles: issue.sections.flatMap((section) =>
      section.articles.map((article, i) => articleView(section.name, article, section.articles[i - 1])),
    ),
    fillers: issue.page.fillers,
    ruledLines: Array.from({ length: Math.floor((area.columns.standard.lines - 1) / 2) }, () => ''),
    punctuation: issue.style.punctuation,
    draft: options.draft,
    trim: issue.page.trim,
    bleed: layoutBleed(issue),
    area,
  }
  return {
    html: templates.render('issue.hbs', view),
    css: styleSheets(issue.style.theme, templates, view),
    resources: issue.resources,
  }
}

/** In the order of the cascade: what a theme says last holds. */
const sheets = ['base', 'lines', 'cover', 'masthead', 'contents', 'heads', 'body', 'notes', 'fillers']

function styleSheets(theme: string, templates: Templates, view: object): string {
  return [
    templates.render('styles/page.css.hbs', view),
    templates.text(`themes/${theme}/values.css`),
    ...sheets.map((name) => templates.text(`styles/${name}.css`)),
    templates.text(`themes/${theme}/style.css`),
  ].join('\n')
}
