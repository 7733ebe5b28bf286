/** Building blocks of the schemas: values with their Chinese title and description, and the type of what is written by them. */

declare const written: unique symbol

/** A JSON Schema (draft-07), as plain data. `T` is what a value is once it is valid; a draft may lack parts of it. */
export interface Schema<out T = unknown> {
  readonly [written]?: T
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

/** What may be written by a schema. */
export type Written<S> = S extends { readonly [written]?: infer T } ? T : never

type More = Omit<Schema, 'title' | 'description' | 'required' | typeof written>

/** A line of text. Numbers pass too: whoever writes `postcode: 100009` means its digits. */
export const text = (title: string, description: string, more: More = {}): Schema<string> => ({
  title,
  description,
  type: ['string', 'number'],
  minLength: 1,
  ...more,
})

/** Text of a fixed form; the example is what a diagnostic shows. */
export const formed = (
  title: string,
  description: string,
  pattern: string,
  example: string,
  more: More = {},
): Schema<string> => text(title, description, { type: 'string', pattern, examples: [example], ...more })

export const date = (title: string, description: string): Schema<string> =>
  formed(title, description, '^\\d{4}-\\d{2}-\\d{2}$', '2026-01-15', { format: 'calendar-date' })

export const number = (
  title: string,
  description: string,
  minimum: number,
  maximum: number,
  more: More = {},
): Schema<number> => ({ title, description, type: 'number', minimum, maximum, ...more })

export const integer = (title: string, description: string, minimum: number, maximum: number, more: More = {}) =>
  number(title, description, minimum, maximum, { type: 'integer', ...more })

export const choice = <const C extends string | number>(
  title: string,
  description: string,
  allowed: readonly C[],
  more: More = {},
): Schema<C> => ({
  title,
  description,
  type: 'string',
  enum: allowed,
  ...more,
})

export const list = <T>(title: string, description: string, items: Schema<T>): Schema<readonly T[]> => ({
  title,
  description,
  type: 'array',
  minItems: 1,
  items,
})

type Properties = Readonly<Record<string, Schema>>

type Mapping<P extends Properties, R extends keyof P> = {
  readonly [K in keyof P as K extends R ? K : never]: Written<P[K]>
} & { readonly [K in keyof P as K extends R ? never : K]?: Written<P[K]> }

export const mapping = <P extends Properties, const R extends keyof P & string = never>(
  title: string,
  description: string,
  properties: P,
  more: More & { readonly required?: readonly R[] } = {},
): Schema<Mapping<P, R>> => ({ title, description, type: 'object', additionalProperties: false, properties, ...more })

/** A condition on the value decides which schema holds: unlike `anyOf`, no faults of the branch that was not meant. */
export const when = <M, O>(
  condition: Schema,
  met: Schema<M>,
  otherwise?: Schema<O>,
): Omit<Schema<M | O>, 'required'> => ({
  if: condition,
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
  then: met,
  ...(otherwise && { else: otherwise }),
})

export const yesOrNo = (title: string, description: string, by: boolean): Schema<boolean> => ({
  title,
  description,
  type: 'boolean',
  default: by,
})

/** One or a list of the same. */
export const oneOrList = (title: string, description: string): Schema<string | readonly string[]> => ({
  title,
  description,
  ...when({ type: 'array' }, { minItems: 1, items: text(title, description) }, text(title, description)),
})
