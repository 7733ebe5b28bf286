/** The schemas in; the keys that an editor may write, and which of them hold lists whose items have no comma of their own, out. */
import { articleSchema, issueSchema, type Schema, waiversSchema } from '../model/schema/index.ts'

function keysOf(schema: Schema | false | undefined, found: Set<string>): void {
  if (!schema) return
  for (const [key, of] of Object.entries(schema.properties ?? {})) {
    found.add(key)
    keysOf(of, found)
  }
  for (const inner of [schema.items, schema.if, schema.then, schema.else, ...(schema.allOf ?? [])]) keysOf(inner, found)
}

const keys = new Set<string>()
for (const schema of [issueSchema, articleSchema, waiversSchema]) keysOf(schema, keys)

export const knownKeys: ReadonlySet<string> = keys

/** Names of files, of people, keywords: a comma in one of them is a comma between two. */
export const commaLists: ReadonlySet<string> = new Set(['articles', 'byline', 'fillers', 'keywords', 'name'])

/** Keys whose values are lists and never texts: a bracket there is no part of a text. */
export const listKeys: ReadonlySet<string> = new Set([
  ...commaLists,
  ...['editors', 'faces', 'lines', 'references', 'sections'],
])
