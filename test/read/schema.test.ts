import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { articleSchema, issueSchema, type Schema, schemaFiles } from '../../scripts/model/schema/index.ts'

const published = path.join(import.meta.dirname, '../../docs/schema')

for (const [name, text] of schemaFiles()) {
  test(`docs/schema/${name} is what the code says; if not, run: npx tsx scripts/schema.ts`, () => {
    expect(readFileSync(path.join(published, name), 'utf8')).toBe(text)
  })

  test(`docs/schema/${name} is a schema that a plain validator of draft 7 accepts`, () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    expect(ajv.validateSchema(JSON.parse(text))).toBe(true)
  })
}

/** Every schema inside a schema, with the path to it. */
function inside(schema: Schema, at = ''): [string, Schema][] {
  const properties = Object.entries(schema.properties ?? {}).flatMap(([key, child]) =>
    child ? inside(child, `${at}.${key}`) : [],
  )
  const branches = [schema.items, schema.then, schema.else, ...(schema.allOf ?? [])]
  return [[at, schema], ...properties, ...branches.flatMap((child) => (child ? inside(child, at) : []))]
}

describe('editors are helped everywhere', () => {
  for (const [name, schema] of Object.entries({ issue: issueSchema, article: articleSchema })) {
    test(`every mapping of the ${name} is closed`, () => {
      const open = inside(schema).filter(
        ([, s]) => s.type === 'object' && s.properties && s.additionalProperties !== false,
      )
      expect(open.map(([at]) => at)).toEqual([])
    })

    test(`every key of the ${name} is explained in Chinese`, () => {
      const keys = inside(schema).flatMap(([at, s]) =>
        s.additionalProperties === false
          ? Object.entries(s.properties ?? {}).map(([key, v]) => [`${at}.${key}`, v])
          : [],
      ) as [string, Schema][]
      expect(keys.length).toBeGreaterThan(15)
      const han = /\p{Script=Han}/u
      expect(keys.filter(([, s]) => !(s.title && han.test(s.description ?? ''))).map(([at]) => at)).toEqual([])
    })
  }
})
