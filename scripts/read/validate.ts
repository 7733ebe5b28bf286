/** A parsed YAML document and its schema in; every fault at its place, and the value without what is wrong, out. */
import { Ajv, type ErrorObject } from 'ajv'
import type { PhraseKey } from '../model/codes/phrases.ts'
import { type Diagnostic, diagnostic, type Facts } from '../model/diagnostic.ts'
import { nearest } from '../model/nearest.ts'
import type { Schema } from '../model/schema/index.ts'
import { knownFormats, lastDigit } from './formats.ts'
import { childPath, type Yaml, type YamlValue } from './yaml.ts'

const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  // Values come as strings to the letter; numbers are made only where the schema wants one.
  coerceTypes: true,
  strictTypes: false,
  strictRequired: false,
  formats: knownFormats,
})

const forms: Readonly<Record<string, string>> = { integer: '2', number: '3', boolean: 'true', object: '{ … }' }

export const isPlaceholder = (value: unknown): value is string => typeof value === 'string' && value.startsWith('待填')

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

export interface Valid<T> {
  /** Without its faulty values, so that required keys may be absent and lists have holes. Null if the whole is of the wrong shape. */
  readonly value: Partial<T> | null
  readonly diagnostics: readonly Diagnostic[]
}

export function validate<T>(yaml: Yaml, schema: Schema<T>): Valid<T> {
  if (yaml.value === undefined) return { value: null, diagnostics: yaml.diagnostics }
  const check = ajv.compile(schema)
  const value = structuredClone(yaml.value)
  const errors = check(value) ? [] : (check.errors ?? []).filter((error) => error.keyword !== 'if')
  const diagnostics = [...yaml.diagnostics]
  const reported = new Set<string>()
  const wrong: string[][] = []
  for (const error of errors) {
    const steps = stepsOf(error)
    const ofKey = error.keyword === 'required' || error.keyword === 'additionalProperties'
    if (error.keyword === 'additionalProperties') wrong.push([...steps, error.params.additionalProperty as string])
    if (!ofKey) {
      // A placeholder stays where text may stand, and so does the name of a file that has to be renamed: a draft shows what
      // they stand for. One fault a value is enough: the first says most.
      const kept = isPlaceholder(error.data) || (steps[0] === 'sections' && typeof error.data === 'string')
      if (!(kept && error.keyword === 'pattern')) wrong.push(steps)
      if (isPlaceholder(error.data) || reported.has(error.instancePath)) continue
      reported.add(error.instancePath)
    }
    diagnostics.push(explain(error, steps, schema, yaml))
  }
  if (wrong.some((steps) => steps.length === 0)) return { value: null, diagnostics }
  return { value: without(value, wrong) as Partial<T>, diagnostics }
}

/** Ajv's JSON pointer `/byline/0/name` as steps. */
const stepsOf = (error: ErrorObject): string[] =>
  error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

/** Steps as the path that places are kept under: `byline[0].name`. */
function pathOf(root: YamlValue | undefined, steps: readonly string[]): string {
  let path = ''
  let node = root
  for (const step of steps) {
    path = childPath(path, Array.isArray(node) ? Number(step) : step)
    node = typeof node === 'object' ? (node as { [key: string]: YamlValue })[step] : undefined
  }
  return path
}

/** The schema's Chinese title of what lies at the end of the steps. */
function titleAt(schema: Schema, steps: readonly string[]): string {
  let here: Schema | undefined = schema
  for (const step of steps) {
    const mapping: Schema | undefined = here?.properties ? here : here?.then
    here = /^\d+$/.test(step) ? (mapping?.items ?? here?.items) : mapping?.properties?.[step] || undefined
  }
  return here?.title ?? ''
}

function explain(error: ErrorObject, steps: readonly string[], root: Schema, yaml: Yaml): Diagnostic {
  const path = pathOf(yaml.value, steps)
  const place = yaml.places.get(path)
  const schema = error.parentSchema as Schema
  const value = typeof error.data === 'object' ? '' : String(error.data)
  const example = suggested(schema, value) ?? asIs(String(schema.examples?.[0] ?? ''))
  const fault = (code: Diagnostic['code'], facts: Facts = {}): Diagnostic =>
    diagnostic(code, place, { key: path || (place?.file ?? ''), value, ...facts })
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = error.params.additionalProperty as string
      const known = Object.entries(schema.properties ?? {})
      const names = new Map(known.map(([name, s]) => [name, s === false ? [] : [s.title ?? '']]))
      const facts = { key, nearest: nearest(key, names), known: [...names.keys()].join('、') }
      return diagnostic('manuscript/key-unknown', yaml.keys.get(childPath(path, key)), facts)
    }
    case 'required': {
      const key = error.params.missingProperty as string
      if (childPath(path, key) === 'byline') return diagnostic('manuscript/byline-missing', place)
      const facts = { key: childPath(path, key), title: titleAt(root, [...steps, key]) }
      return diagnostic('manuscript/key-missing', place, facts)
    }
    case 'false schema':
      return diagnostic('manuscript/key-forbidden', yaml.keys.get(path), { key: path, title: titleAt(root, steps) })
    case 'minItems':
      return path === 'byline' ? diagnostic('manuscript/byline-missing', place) : fault('manuscript/value-empty')
    case 'minLength':
      return fault('manuscript/value-empty')
    case 'type': {
      if (isObject(error.data) && [schema.type ?? []].flat().includes('string'))
        return fault('manuscript/text-unquoted')
      if (error.data === '') return fault(path === 'byline' ? 'manuscript/byline-missing' : 'manuscript/value-empty')
      const types = [schema.type ?? []].flat()
      const type = types.includes('string') ? 'string' : types[0]!
      const key = steps.at(-1) ?? ''
      const how = type === 'array' ? listed(key, value) : `${key}: ${forms[type] ?? '…'}`
      return fault('manuscript/value-type', { type, how })
    }
    case 'enum':
      return fault('manuscript/value-unknown', { allowed: (schema.enum ?? []).join('、') })
    case 'minimum':
    case 'maximum':
      return fault('manuscript/value-range', { range: `${schema.minimum}–${schema.maximum}` })
    case 'format': {
      const digit = lastDigit(schema.format ?? '', value)
      return digit ? fault('manuscript/check-digit', { digit }) : fault('manuscript/value-format', example)
    }
    case 'pattern':
      if (path.startsWith('sections')) return diagnostic('manuscript/file-name', place, { name: value })
      return fault('manuscript/value-format', example)
    default:
      throw new Error(`no code for the schema keyword ${error.keyword}`)
  }
}

/** The agreed form, and what is to be said of it besides. */
interface Example extends Facts {
  readonly example: string
  readonly note: PhraseKey<'formNote'> | ''
}

const asIs = (example: string): Example => ({ example, note: '' })

/** What was meant, in the agreed form: `2026年4月8日`, `第2期`, `210×285`. */
function suggested({ format, examples }: Schema, value: string): Example | undefined {
  const plain = value.normalize('NFKC')
  if (format === 'calendar-date') {
    const [, year, month, day] = /(\d{4})\D+(\d{1,2})\D+(\d{1,2})/.exec(plain) ?? []
    const date = day && `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`
    // A day that no calendar has is no example.
    return date && knownFormats['calendar-date'](date) ? asIs(date) : undefined
  }
  if (examples?.[0] === '9-10') {
    const [, first, second] = /(\d+)(?:\D+(\d+))?/.exec(plain) ?? []
    if (second) return asIs(`"${Number(first)}-${Number(second)}"`)
    const number = first ? Number(first) : 2
    return { example: String(number), note: 'combined' }
  }
  const [, width, height] = /^\s*(\d{2,3})\s*(?:mm)?\s*[×xX*＊х]\s*(\d{2,3})\s*(?:mm|毫米)?\s*$/.exec(plain) ?? []
  return height && /^\d+x\d+$/.test(String(examples?.[0])) ? asIs(`${width}x${height}`) : undefined
}

/** A list as it is written: `byline: [林慧, 何冬]`. */
function listed(key: string, value: string): string {
  const items = value.split(/[，、；,;]\s*/).filter((item) => item.trim() !== '')
  return items.length === 0 ? `${key}: […]` : `${key}: [${items.join(', ')}]`
}

function without(value: unknown, wrong: readonly (readonly string[])[]): unknown {
  for (const steps of wrong) {
    let node = value as Record<string, unknown> | undefined
    for (const step of steps.slice(0, -1)) node = node?.[step] as Record<string, unknown> | undefined
    if (node && typeof node === 'object') delete node[steps.at(-1)!]
  }
  return value
}

/** Lists without their holes; what reading hands on. */
export function compact<T>(value: T): T {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(compact) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, compact(item)])) as T
}
