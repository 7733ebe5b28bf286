/** The text of one article file in; its facts, body, notes and pictures, and what is wrong with them, out. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { ArticleSource, FrontMatter } from '../model/manuscript.ts'
import { articleSchema } from '../model/schema/index.ts'
import { checkTitle } from './break-opportunities.ts'
import { frontMatterLines } from './front-matter.ts'
import { readMarkdown } from './markdown.ts'
import type { Wanted } from './pictures.ts'
import { checkReferences } from './references.ts'
import { shortSigns, signDiagnostic } from './signs.ts'
import { compact, validate } from './validate.ts'
import { checkValues } from './values.ts'
import { childPath, parseYaml, type Yaml } from './yaml.ts'

export interface ArticleResult {
  /** Without what the front matter does not tell: such an article is only ever set in a draft. */
  readonly source: ArticleSource
  readonly pictures: readonly Wanted[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface ArticleFile {
  /** Path as the editor would type it. */
  readonly file: string
  /** Name inside the folder. */
  readonly name: string
  readonly text: string
  readonly article: string
  readonly articles: ReadonlyMap<string, string>
}

export function readArticle({ file, name, text, article, articles }: ArticleFile): ArticleResult {
  const lines = text.split('\n')
  const front = frontMatterLines(lines, file)
  const markdown = readMarkdown({ file, text, skip: front?.skip ?? 0, article, articles })
  const { body, notes, pictures, citations } = markdown
  const written = { file, name, body, notes }
  if (!front) {
    const missing = diagnostic('manuscript/front-matter-missing', { file, line: 1, column: 1 })
    return {
      source: { ...written, facts: { value: {} as FrontMatter, places: new Map() } },
      pictures,
      diagnostics: [missing, ...markdown.diagnostics],
    }
  }
  const yaml = parseYaml(lines.slice(front.from, front.to).join('\n'), file, front.from + 1)
  const { value, diagnostics } = validate(yaml, articleSchema)
  const facts = { value: compact(value ?? {}) as FrontMatter, places: yaml.places }
  return {
    source: { ...written, facts },
    pictures,
    diagnostics: [
      ...front.faults,
      ...diagnostics,
      ...checkValues(yaml),
      ...checkCredits(facts.value, yaml),
      ...checkSigns(facts.value, yaml),
      ...checkReferences(facts.value.references ?? [], citations, (i) => yaml.places.get(childPath('references', i))),
      ...checkTitle(facts.value, (key) => yaml.places.get(key)),
      ...markdown.diagnostics,
    ],
  }
}

/** The texts of the front matter that are set as Chinese prose. */
const prose = ['title', 'subtitle', 'running', 'lead', 'abstract'] as const

const checkSigns = (facts: Partial<FrontMatter>, yaml: Yaml): Diagnostic[] =>
  prose.flatMap((key) => shortSigns(facts[key] ?? '').map((sign) => signDiagnostic(sign, yaml.places.get(key))))

/** Two or more names of persons where one stands; null where it may be the name of one. */
function namesIn(name: string): string[] | null {
  const names = name.split(/\s*[、，,；;／/]\s*|\s+和\s+/)
  return names.length > 1 && names.every((one) => /^\p{Script=Han}{2,4}$/u.test(one)) ? names : null
}

/** Everybody in the byline has a name alone, without spaces, and an affiliation of his own or the shared one. */
function checkCredits(facts: Partial<FrontMatter>, yaml: Yaml): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  facts.byline?.forEach((credit, i) => {
    const entry = childPath('byline', i)
    const name = typeof credit === 'string' ? credit : credit.name
    if (name === undefined) return
    const place = yaml.places.get(typeof credit === 'string' ? entry : childPath(entry, 'name'))
    const own = typeof credit !== 'string' && credit.affiliation !== undefined
    if (!own && facts.affiliation === undefined)
      diagnostics.push(diagnostic('manuscript/affiliation-missing', place, { name }))
    if (/\p{Script=Han}\s+\p{Script=Han}/u.test(name))
      diagnostics.push(diagnostic('manuscript/name-space', place, { name }))
    const joined = namesIn(name)
    if (joined) {
      const apart = joined.map((one) => `- name: ${one}`).join('；')
      diagnostics.push(diagnostic('manuscript/names-joined', place, { name, count: joined.length, apart }))
    }
  })
  return diagnostics
}
