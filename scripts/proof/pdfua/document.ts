/** In: the catalog and the metadata of a file. Out: assertions on what the file says of itself. */
import type { Document } from '@xmldom/xmldom'
import { textOf } from '../pdf/syntax.ts'
import type { Assertion, Fault } from '../verdict/assertion.ts'
import type { UaFile } from './read/file.ts'

const pdfuaid = 'http://www.aiim.org/pdfua/ns/id/'
const dc = 'http://purl.org/dc/elements/1.1/'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const prism = 'http://prismstandard.org/namespaces/basic/'

const failing = (fails: boolean, facts: Fault['facts'] = {}): readonly Fault[] => (fails ? [{ facts }] : [])

/** Properties of a schema, written as elements or as attributes of a description: value and prefix. */
function properties(xmp: Document | null, schema: string, name: string): { value: string; prefix: string | null }[] {
  if (!xmp) return []
  const all = [...xmp.getElementsByTagName('*')]
  const isSchema = (uri: string | null): boolean => uri?.startsWith(schema) ?? false
  return all.flatMap((element) => {
    const own =
      isSchema(element.namespaceURI) && element.localName === name
        ? [{ value: (element.textContent ?? '').trim(), prefix: element.prefix }]
        : []
    const attributes = Array.from(element.attributes)
      .filter((attribute) => isSchema(attribute.namespaceURI) && attribute.localName === name)
      .map((attribute) => ({ value: attribute.value, prefix: attribute.prefix }))
    return [...own, ...attributes]
  })
}

function titles(xmp: Document | null): string[] {
  if (!xmp) return []
  return [...xmp.getElementsByTagNameNS(dc, 'title')].flatMap((element) =>
    [...element.getElementsByTagNameNS(rdf, 'li')].map((item) => (item.textContent ?? '').trim()),
  )
}

/** BCP 47 as ISO 32000-1 14.9.2.2 wants it. */
const languageForm = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/

function languageOf({ catalog, objects }: UaFile): string | null {
  return catalog.has('Lang') ? textOf(objects.resolve(catalog.get('Lang'))) : null
}

function invalidLanguages(file: UaFile): Fault[] {
  const own = languageOf(file)
  const wrong = (value: string): boolean => !languageForm.test(value)
  return [
    ...(own !== null && wrong(own) ? [{ facts: { value: own } }] : []),
    ...file.tree.elements.flatMap(({ language, page }) =>
      language !== null && wrong(language) ? [{ page, facts: { value: language } }] : [],
    ),
    ...file.content.languages.flatMap(({ page, value }) => (wrong(value) ? [{ page, facts: { value } }] : [])),
  ]
}

/** Text whose language nothing tells: neither the catalog nor an element around it nor its own property list. */
function speechless(file: UaFile): Fault[] {
  if (languageOf(file)) return []
  const pages = new Set<number>()
  for (const [owner, marks] of file.content.marks) {
    for (const mark of marks.values()) {
      if (!mark.speaks) continue
      let element = file.holders.get(owner)?.get(mark.id)?.[0] ?? null
      while (element && !element.language) element = element.parent
      if (!element) pages.add(mark.page)
    }
  }
  return [...pages].map((page) => ({ page }))
}

export const documentAssertions: readonly Assertion<UaFile>[] = [
  {
    id: '5-1',
    clause: 'ISO 14289-1 5',
    code: 'pdfua/identification',
    faults: ({ xmp }) => {
      const parts = properties(xmp, pdfuaid, 'part')
      const right = parts.length === 1 && parts[0]!.value === '1' && parts[0]!.prefix === 'pdfuaid'
      return failing(!right, { found: parts.map(({ value }) => value).join('、') || '–' })
    },
  },
  {
    id: '6.1-1',
    clause: 'ISO 14289-1 6.1',
    code: 'pdfua/header',
    faults: ({ header }) => failing(!/^%PDF-1\.[0-7]$/.test(header), { found: header }),
  },
  {
    id: '6.2-1',
    clause: 'ISO 14289-1 6.2',
    code: 'pdfua/not-marked',
    faults: ({ catalog, objects: { dict, resolve } }) =>
      failing(resolve(dict(catalog.get('MarkInfo')).get('Marked')) !== true),
  },
  {
    id: '7.1-4',
    clause: 'ISO 14289-1 7.1',
    code: 'pdfua/suspects',
    faults: ({ catalog, objects: { dict, resolve } }) =>
      failing(resolve(dict(catalog.get('MarkInfo')).get('Suspects')) === true),
  },
  {
    id: '7.1-8',
    clause: 'ISO 14289-1 7.1',
    code: 'pdfua/no-metadata',
    faults: ({ xmp }) => failing(xmp === null),
  },
  {
    id: '7.1-9',
    clause: 'ISO 14289-1 7.1',
    code: 'pdfua/no-title',
    faults: ({ xmp }) => failing(!titles(xmp).some((title) => title !== '')),
  },
  {
    id: '7.1-10',
    clause: 'ISO 14289-1 7.1',
    code: 'pdfua/title-hidden',
    faults: ({ catalog, objects: { dict, resolve } }) =>
      failing(resolve(dict(catalog.get('ViewerPreferences')).get('DisplayDocTitle')) !== true),
  },
  {
    id: '7.1-11',
    clause: 'ISO 14289-1 7.1',
    code: 'pdfua/no-structure',
    faults: ({ tree }) => failing(tree.roots.length === 0),
  },
  { id: '7.2-29', clause: 'ISO 14289-1 7.2', code: 'pdfua/language-invalid', faults: invalidLanguages },
  { id: '7.2-34', clause: 'ISO 14289-1 7.2', code: 'pdfua/language-unknown', faults: speechless },
  {
    id: '7.16-1',
    clause: 'ISO 14289-1 7.16',
    code: 'pdfua/encrypted',
    faults: ({ objects: { trailer } }) => failing(trailer.has('Encrypt')),
  },
  {
    id: 'S1',
    clause: 'PRISM 2.0 issn',
    code: 'pdfua/issn',
    faults: ({ issue, xmp }) => {
      const { issn } = issue.journal
      if (issn === undefined) return []
      return failing(!properties(xmp, prism, 'issn').some(({ value }) => value === issn), { issn })
    },
  },
]
