/** An Issue in, the HTML and CSS of its paged editions out. */
import type { PagedDocument } from '../model/edition.ts'
import type { Issue } from '../model/issue.ts'
import { type TypeArea, typeArea } from '../model/type-area.ts'
import { englishNumbering } from './academic.ts'
import { articleView } from './article-view.ts'
import { colophonView, contentsView, coverView, journalView } from './front-view.ts'
import type { Templates } from './templates.ts'
import type { IssueView, NamedView, PageView } from './views.ts'

/** Bleed in millimetres that is laid out: more than is exported, because Chromium snaps boxes to whole CSS pixels. */
export const layoutBleed = (issue: Issue): number => issue.page.bleed + 1

/** Lays out the whole issue as one document. Pure. */
export function layoutPaged(issue: Issue, templates: Templates, options: { draft: boolean }): PagedDocument {
  const area = typeArea(issue.page)
  const { journal, numbering, colophon, page } = issue
  const nameLength = [...journal.name].length
  const names: NamedView = {
    journal: journalView(journal),
    internal: journal.kind === 'internal',
    label: numbering.label,
    fullLabel: numbering.fullLabel,
    serial: numbering.serial ? `总第 ${numbering.serial} 期` : '',
    bilingual: englishNumbering(issue),
    theme: numbering.theme ?? '',
  }
  const view: IssueView = {
    ...names,
    language: issue.language,
    title: `${journal.name} ${numbering.fullLabel}`,
    // A seal holds two rows of two.
    seal: nameLength <= 4 ? journal.name : '',
    cover: coverView(issue),
    colophon: colophonView(colophon),
    contents: contentsView(issue, area),
    articles: issue.sections.flatMap((section) =>
      section.articles.map((article, i) => articleView(article, section.articles[i - 1], issue)),
    ),
    // Blank pages for whatever the manifest leaves unfilled.
    fillers: [...page.fillers, ...Array.from({ length: page.signature - 1 }, () => 'blank' as const)],
    ruledLines: Array.from({ length: Math.floor((area.columns.standard.lines - 1) / 2) }, () => ''),
    punctuation: issue.style.punctuation,
    draft: options.draft,
  }
  const sheet: PageView = {
    ...names,
    trim: page.trim,
    bleed: layoutBleed(issue),
    area,
    nameLength,
    openingLines: openingLines(area),
  }
  return {
    html: templates.render('issue.hbs', view, issue.style.theme),
    css: stylesheet(issue.style.theme, templates, sheet),
    resources: issue.resources,
    faces: issue.faces,
  }
}

/** The ground of a feature's title takes half the page, as whole lines. */
const openingLines = ({ columns }: TypeArea): number => Math.round(columns.standard.lines / 2) - 1

/** In the order of the cascade: what a theme says last holds. */
const stylesheets = [
  'base',
  'lines',
  'cover',
  'masthead',
  'contents',
  'heads',
  'body',
  'layouts',
  'apparatus',
  'notes',
  'fillers',
]

function stylesheet(theme: string, templates: Templates, view: PageView): string {
  return [
    templates.render('styles/page.css.hbs', view),
    ...(templates.text(`themes/${theme}/page.css.hbs`) && [templates.render(`themes/${theme}/page.css.hbs`, view)]),
    templates.text(`themes/${theme}/values.css`),
    ...stylesheets.map((name) => templates.text(`styles/${name}.css`)),
    templates.text(`themes/${theme}/style.css`),
  ].join('\n')
}
