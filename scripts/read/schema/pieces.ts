/** Building blocks of the schemas: values with their Chinese title and description. */

/** A JSON Schema (draft-07), as plain data. */
export interface Schema {
  readonly $schema?: string
  readonly $id?: string
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema | false>>
  readonly required?: readonly string[]
  readonly additionalProperties?: false
  readonly items?: Schema
  readonly minItems?: number
  readonly minLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly format?: string
  readonly enum?: readonly (string | number)[]
  readonly const?: string
  readonly default?: string | number | boolean | readonly string[]
  readonly examples?: readonly (string | number | readonly string[])[]
  readonly allOf?: readonly Schema[]
  readonly if?: Schema
  readonly then?: Schema
  readonly else?: Schema
}

export const draft = 'http://json-schema.org/draft-07/schema#'

type More = Omit<Schema, 'title' | 'description'>

/** A line of text. Numbers pass too: whoever writes `postcode: 100009` means its digits. */
export const text = (title: string, description: string, more: More = {}): Schema => ({
  title,
  description,
  type: ['string', 'number'],
  minLength: 1,
  ...more,
})

/** Text of a fixed form; the example is what a diagnostic shows. */
export const formed = (title: string, description: string, pattern: string, example: string, more: More = {}): Schema =>
  text(title, description, { type: 'string', pattern, examples: [example], ...more })

export const date = (title: string, description: string): Schema =>
  formed(title, description, '^\\d{4}-\\d{2}-\\d{2}$', '2026-01-15', { format: 'calendar-date' })

export const integer = (title: string, description: string, minimum: number, maximum: number): Schema => ({
  title,
  description,
  type: 'integer',
  minimum,
  maximum,
})

export const choice = (title: string, description: string, allowed: readonly string[], more: More = {}): Schema => ({
  title,
  description,
  type: 'string',
  enum: allowed,
  ...more,
})

export const list = (title: string, description: string, items: Schema, more: More = {}): Schema => ({
  title,
  description,
  type: 'array',
  minItems: 1,
  items,
  ...more,
})

export const mapping = (
  title: string,
  description: string,
  properties: Readonly<Record<string, Schema>>,
  more: More = {},
): Schema => ({ title, description, type: 'object', additionalProperties: false, properties, ...more })

/** A condition on the value decides which schema holds: unlike `anyOf`, no faults of the branch that was not meant. */
export const when = (condition: Schema, met: Schema, otherwise?: Schema): Schema => ({
  if: condition,
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
  then: met,
  ...(otherwise && { else: otherwise }),
})

export const yesOrNo = (title: string, description: string, by: boolean): Schema => ({
  title,
  description,
  type: 'boolean',
  default: by,
})

/** One or a list of the same. */
export const oneOrList = (title: string, description: string): Schema => ({
  title,
  description,
  ...when({ type: 'array' }, { minItems: 1, items: text(title, description) }, text(title, description)),
})
