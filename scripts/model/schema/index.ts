/**
 * The schemas of everything an editor writes in YAML, the files they are published as, and the types of what is written by them:
 * each key is stated once, here.
 */
import { articleSchema, waiversSchema } from './article.ts'
import { issueSchema } from './issue.ts'

export { articleSchema, credit, layout, waiversSchema } from './article.ts'
export { filler, issueSchema, journalKind, punctuation } from './issue.ts'
export type { Schema, Written } from './pieces.ts'
export { binding, epubNotes, paperKind, standard } from './printing.ts'

/** File name in docs/schema/ → its text. Editors' YAML tools complete and explain from them. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const published = { issue: issueSchema, article: articleSchema, waivers: waiversSchema }
  return new Map(
    Object.entries(published).map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]),
  )
}
