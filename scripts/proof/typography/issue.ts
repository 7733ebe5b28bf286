/** Rules of the issue that show on its pages: I7, the heading of the contents, and I8, the running heads (GB/T 3179, 13417). */
import { diagnostic } from '../../model/diagnostic.ts'
import type { Article } from '../../model/issue.ts'
import { significant } from '../text/characters.ts'
import { each, type Rule } from './audited.ts'
import type { TypesetPage } from './read/typeset-page.ts'

/** I7. Entries, names and pages of the contents are checked with the text; here it is that they are headed 目次. */
export const contentsHeading: Rule = ({ pages, file }) => {
  const first = pages.find(({ columns }) => columns.length > 0)?.number ?? pages.length + 1
  const headed = pages.some(
    ({ number, lines }) => number < first && lines.some((line) => significant(line.text) === '目次'),
  )
  const missing = diagnostic('typography/contents-heading', { file })
  return { places: 1, faults: headed ? 0 : 1, causes: headed ? [] : [missing] }
}

/** Stands over every page of a draft. */
const draftStamp = '校样'

const outside = new Set(['running-head', 'folio'])

/** Whether a line in the type area is of the title. */
const showsTitle = ({ lines }: TypesetPage, { title }: Article): boolean =>
  lines.some(({ kind, text }) => {
    const said = significant(text)
    return !outside.has(kind) && said.length > 1 && significant(title).includes(said)
  })

/** Characters that tell a title which is cut. */
const telling = 8

/** A title that is longer than its line ends with an ellipsis, behind as much of it as has room. */
function bears(head: string, title: string): boolean {
  if (head.includes(title)) return true
  const [, cut] = /^(.*)…$/.exec(head) ?? []
  return cut !== undefined && [...title].some((_, i) => i >= telling && cut.endsWith(title.slice(0, i)))
}

/**
 * I8. A place is a page of an article: even pages bear the journal and its number, odd ones the title of an article that stands
 * on them; where a feature begins, there is none, and where an article begins, the journal and its number may stand instead.
 */
export const runningHeads: Rule = ({ issue, pages, file }) => {
  const places = pages.flatMap((page) => {
    const here = issue.articles.filter(({ id }) => page.columns.some(({ article }) => article === id))
    return here.length > 0 ? [{ page, here }] : []
  })
  return each(places, ({ page, here }) => {
    const heads = page.lines.filter(({ kind, text }) => kind === 'running-head' && significant(text) !== draftStamp)
    const head = significant(heads.map(({ text }) => text).join(''))
    const opens = (id: string) => pages.find(({ columns }) => columns.some(({ article }) => article === id)) === page
    const opening = here.filter(({ id }) => opens(id))
    // A long head fills pages of its own before the first column: the article has begun there.
    const before = pages.find(({ number, columns }) => number === page.number - 1 && columns.length === 0)
    const begun = (article: Article) =>
      before !== undefined && showsTitle(before, article) && !showsTitle(page, article)
    const bare = opening.some((article) => article.layout === 'feature' && !begun(article))
    const journal = head.includes(significant(issue.journal.name)) && head.includes(significant(issue.numbering.label))
    const title = here.some(({ runningTitle }) => bears(head, significant(runningTitle)))
    const own = bare ? head === '' : page.number % 2 === 0 ? journal : title
    const right = own || (opening.length > 0 && journal)
    const at = { file, page: page.number }
    return right ? null : diagnostic('typography/running-head', at, { page: page.number, text: head || '–' })
  })
}
