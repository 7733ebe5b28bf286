/** An issue in; what the templates print on its cover, masthead, contents and back cover, out. */
import type { Article, Colophon, Issue, Journal } from '../model/issue.ts'
import type { Layout } from '../model/manuscript.ts'
import type { TypeArea } from '../model/type-area.ts'
import { barcodeSvg } from './barcode.ts'
import { displayHtml } from './display.ts'
import type { ColophonView, ContentsEntry, ContentsView, CoverView, JournalView, ListName } from './views.ts'

/**
 * In lists a name of two characters is set as wide as one of three: an em between them, by styling alone. A longer name comes
 * in its parts, each with the dot behind it, after which a line may end.
 */
export function listName(name: string): ListName {
  const [first = '', ...rest] = [...name]
  const short = rest.length === 1 && /^\p{Script=Han}{2}$/u.test(name)
  return short ? { first, rest } : { first: '', rest: name.split(/(?<=·)/) }
}

/** One line per role, in masthead order. */
function byRole(editors: Journal['editors']): JournalView['editors'] {
  const roles = new Map<string, string[]>()
  for (const { role, name } of editors) roles.set(role, [...(roles.get(role) ?? []), name])
  return [...roles].map(([role, names]) => ({ role, names: names.map(listName) }))
}

export function journalView(journal: Journal): JournalView {
  const { name, pinyin, permit, issn, cn } = journal
  return {
    name,
    pinyin,
    publisher: journal.publisher,
    editors: byRole(journal.editors),
    permit: permit ?? '',
    issn: issn ? `ISSN ${issn}` : '',
    cn: cn ?? '',
  }
}

export function coverView({ cover }: Issue): CoverView {
  const { image, headline, lines, barcode } = cover
  return {
    image: image ?? null,
    headline: displayHtml(headline ?? ''),
    lines,
    barcode: barcode ? barcodeSvg(barcode.ean, barcode.addOn).svg : '',
  }
}

export const colophonView = ({ entries, statement, rights, licence }: Colophon): ColophonView => ({
  entries,
  statement: statement ?? '',
  rights: rights ?? '',
  licence: licence ?? '',
})

/** Small texts at the end of an issue are listed small. */
const quiet: ReadonlySet<Layout> = new Set(['brief', 'back'])

const weightOf = ({ layout }: Article): ContentsEntry['weight'] =>
  layout === 'feature' ? 'major' : quiet.has(layout) ? 'minor' : 'plain'

/** Lines that the head of the contents and the foot under its last entry take. */
const contentsHead = 5

/** Lines of an entry, its space not counted: a title of `major` size takes two lines, and a subtitle one. */
const entryLines = (article: Article, width: number): number => {
  const major = weightOf(article) === 'major'
  const across = Math.ceil(([...article.title].length * (major ? 16 : 12)) / width)
  return across * (major ? 1.5 : 1) + (article.subtitle ? 1 : 0)
}

/** Lines between two entries of the contents. */
const spacings: Readonly<Record<ContentsView['spacing'], number>> = { wide: 2, open: 1.5, close: 1, compact: 0.5 }

/**
 * Entries stand as far apart as one page lets them, and comfortably where they need more than a page.
 * @param area the type area; a title gets about half its width.
 */
export function contentsView({ sections, articles }: Issue, area: TypeArea): ContentsView {
  const lines = articles.reduce((sum, article) => sum + entryLines(article, area.width * 0.5), 0)
  const room = (area.columns.standard.lines - contentsHead - lines) / articles.length
  const names = Object.keys(spacings) as ContentsView['spacing'][]
  return {
    spacing: names.find((name) => spacings[name] <= room) ?? 'close',
    sections: sections.map((section) => ({
      id: section.id,
      name: section.name,
      entries: section.articles.map((article) => ({
        id: article.id,
        weight: weightOf(article),
        title: displayHtml(article.titleWithBreaks),
        subtitle: article.subtitle ?? '',
        authors: article.byline.map(({ name, roleLabel }) => ({ ...listName(name), roleLabel })),
      })),
    })),
  }
}
