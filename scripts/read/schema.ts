/** The schemas of everything an editor writes in YAML, and the files they are published as. */
import { articleSchema, waiversSchema } from './schema/article.ts'
import { issueSchema } from './schema/issue.ts'
import type { Schema } from './schema/pieces.ts'

export type { Schema }
export { articleSchema, issueSchema, waiversSchema }

/** File name in docs/schema/ → its text. Editors' YAML tools complete and explain from them. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const published = { issue: issueSchema, article: articleSchema, waivers: waiversSchema }
  return new Map(
    Object.entries(published).map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]),
  )
}
