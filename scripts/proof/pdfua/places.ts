/** In: labels, outline and contents of a file. Out: assertions that each leads to what it names. */
import { inlineText } from '../../model/body.ts'
import type { Article } from '../../model/issue.ts'
import { significant } from '../text/characters.ts'
import type { Assertion, Fault } from '../verdict/assertion.ts'
import type { UaFile } from './read/file.ts'
import type { OutlineItem } from './read/navigation.ts'
import { spokenIn, textIn } from './read/text.ts'
import { type TagElement, withAncestors } from './read/tree.ts'

/** The page number as printed on each page that bears one. */
function foliosOf({ content }: UaFile): ReadonlyMap<number, string> {
  const folios = new Map<number, string>()
  for (const { page, subtype, text } of content.artifacts) {
    const words = significant(text)
    if (subtype === 'Footer' && words !== '') folios.set(page, (folios.get(page) ?? '') + words)
  }
  return folios
}

/** A label that is not the printed number, or the number of another page on one that bears none. */
function wrongLabels(file: UaFile): Fault[] {
  const folios = foliosOf(file)
  const printed = new Set(folios.values())
  return file.nodes.flatMap((_, i): Fault[] => {
    const label = file.labels?.[i] ?? ''
    const folio = folios.get(i + 1)
    const right = folio === undefined ? !printed.has(label) : label === folio
    return right ? [] : [{ page: i + 1, facts: { label, folio: folio ?? '–' } }]
  })
}

function headingsOf({ body }: Article): string[] {
  return body.flatMap((token, i) => {
    if (token.type !== 'heading_open') return []
    return [significant(inlineText(body[i + 1]?.children ?? [], { ruby: false }))]
  })
}

const flat = (items: readonly OutlineItem[]): OutlineItem[] => items.flatMap((item) => [item, ...flat(item.items)])
const named = (item: OutlineItem, title: string): boolean => significant(item.title) === significant(title)

/** Section › article › its headings in order; each article leads to the page where it begins. What is alike comes in turn. */
function outlineFaults({ issue, outline, articles }: UaFile): Fault[] {
  const everywhere = flat(outline)
  const groups = new Set<OutlineItem>()
  return issue.sections.flatMap((section): Fault[] => {
    const first = section.articles[0]?.title ?? ''
    const group = everywhere.find(
      (item) => !groups.has(item) && named(item, section.name) && item.items.some((it) => named(it, first)),
    )
    if (!group) return [{ facts: { title: section.name } }]
    groups.add(group)
    let after = 0
    return section.articles.flatMap((article): Fault[] => {
      const position = group.items.findIndex((item, i) => i >= after && named(item, article.title))
      const item = group.items[position]
      if (item) after = position + 1
      const page = articles.find((text) => text.article === article)?.elements[0]?.page
      if (!item || (page !== undefined && item.page !== page)) return [{ facts: { title: article.title } }]
      const listed = flat(item.items).filter(({ page }) => page !== null)
      const titles = listed.map(({ title }) => significant(title))
      const wanted = headingsOf(article)
      const lost = wanted.find((heading, k) => titles[k] !== heading)
      return lost === undefined && titles.length === wanted.length ? [] : [{ facts: { title: lost ?? article.title } }]
    })
  })
}

const entryTypes = new Set(['TOCI', 'LI', 'P', 'TR'])

/** A link with the title of the article to its first page, and the number of that page as text in the same entry. */
function contentsFaults(file: UaFile): Fault[] {
  const { tree, content, annotations, articles, labels } = file
  const entryOf = (link: TagElement) =>
    withAncestors(link).find(({ standard }) => entryTypes.has(standard ?? '')) ?? link
  const links = tree.elements
    .filter(
      (element) => element.standard === 'Link' && !withAncestors(element).some(({ standard }) => standard === 'Art'),
    )
    .map((link) => ({
      text: significant(textIn(link, content)),
      said: spokenIn(entryOf(link), content),
      targets: annotations.filter(({ element }) => element === link).map(({ target }) => target),
    }))
  return articles.flatMap(({ article, elements }): Fault[] => {
    const first = elements[0]?.page
    if (first === undefined) return []
    const folio = labels?.[first - 1] || String(first)
    const listed = links.some(
      ({ text, said, targets }) =>
        text.includes(significant(article.title)) && targets.includes(first) && said.includes(folio),
    )
    return listed ? [] : [{ facts: { title: article.title, folio } }]
  })
}

export const placeAssertions: readonly Assertion<UaFile>[] = [
  { id: 'S13', clause: 'ISO 14289-1 7.17, ISO 32000-1 12.4.2', code: 'pdfua/page-label', faults: wrongLabels },
  { id: 'S14', clause: 'ISO 14289-1 7.17, ISO 32000-1 12.3.3', code: 'pdfua/outline', faults: outlineFaults },
  {
    id: 'S15',
    clause: 'ISO 14289-1 7.18.5, ISO 32000-1 12.5.6.5',
    code: 'pdfua/contents-entry',
    faults: contentsFaults,
  },
]
