/** Units of one article in, its labelled facts out, with the units that are none. */
import { endingOf, excerpt } from '../characters/marks.ts'
import { moved } from '../furniture/moved.ts'
import { glue } from '../lines/glue.ts'
import type { Unit } from '../lines/units.ts'
import { dayOf, type FieldName, keywordsOf, labelledFacts } from '../matter/labels.ts'
import type { ImportedFields, LeakedLine, Repair } from '../result.ts'

type Values = { -readonly [Key in keyof ImportedFields]: ImportedFields[Key] }

export interface Fields {
  readonly fields: Values
  readonly rest: Unit[]
  readonly leaked: readonly LeakedLine[]
  readonly repairs: readonly Repair[]
}

const days: ReadonlySet<FieldName> = new Set(['received', 'revised', 'accepted'])

/** The value as front matter wants it; false where it does not fit. */
function put(fields: Values, field: FieldName, value: string): boolean {
  if (days.has(field)) {
    const day = dayOf(value)
    if (day === undefined) return false
    fields[field as 'received'] = day
    return true
  }
  if (field === 'keywords') fields.keywords = keywordsOf(value)
  else if (field === 'documentCode') {
    if (!/^[A-E]$/u.test(value)) return false
    fields.documentCode = value
  } else if (field === 'doi') {
    const doi = /10\.\d{4,9}\/\S+$/u.exec(value.replace(/[。.]$/u, ''))?.[0]
    if (doi === undefined) return false
    fields.doi = doi
  } else if (field === 'abstract' || field === 'funding' || field === 'lead' || field === 'classification')
    fields[field] = value
  else return false
  return true
}

const unplaced: Partial<Record<FieldName, string>> = {
  articleNumber: '文章编号由版式按刊号、年、期和页码给出。',
  citeAs: '引用格式由版式给出。',
}

export function readFields(units: readonly Unit[]): Fields {
  const fields: Values = {}
  const rest: Unit[] = []
  const leaked: LeakedLine[] = []
  const repairs: Repair[] = []
  const leak = (unit: Pick<Unit, 'line' | 'text'>, note: string, sure: boolean): void => {
    const gone = moved(unit, 'field', note, sure ? 'sure' : 'doubtful')
    leaked.push(gone.leaked)
    repairs.push(gone.repair)
  }
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!
    const facts = labelledFacts(unit.text)
    if (!facts) {
      rest.push(unit)
      continue
    }
    // A label of which the text stands in the next line, or a text that a column's end cut.
    let last = facts.at(-1)!
    let printed = unit.text
    while (at + 1 < units.length && goesOn(last.field, last.value, printed, units[at + 1]!)) {
      const next = units[at + 1]!
      if (last.value !== '')
        repairs.push({
          line: unit.line,
          rule: 'field',
          action: 'applied',
          confidence: 'likely',
          before: excerpt(last.value, next.text, ' ⏎ '),
          after: excerpt(last.value, next.text, ''),
          note: '下一行接在这一项后面。',
        })
      last = {
        field: last.field,
        value:
          last.value === ''
            ? next.text
            : (last.field === 'keywords' ? `${last.value}；` : '') +
              glue(last.field === 'keywords' ? '' : last.value, next.text).text,
      }
      printed = next.text
      at += 1
    }
    for (const { field, value } of [...facts.slice(0, -1), last]) {
      const line = {
        line: unit.line,
        text: facts.length === 1 && last.value === facts[0]!.value ? unit.text : `${labelIn(unit.text, value)}${value}`,
      }
      const note = unplaced[field]
      if (note !== undefined) leak(line, note, true)
      else if (value === '' || field in fields || !put(fields, field, value))
        leak(line, '这一项空着、重复或写法不合，没有写入文章头部，请核对。', false)
    }
    repairs.push({
      line: unit.line,
      rule: 'field',
      action: 'applied',
      // Far from both ends a label may as well be the start of a sentence.
      confidence: at < 14 || at > units.length - 14 ? 'sure' : 'likely',
      before: unit.text,
      after: '（写入文章头部）',
    })
  }
  return { fields, rest, leaked, repairs }
}

const labelIn = (text: string, value: string): string => {
  const before = value === '' ? text : text.slice(0, text.indexOf(value))
  return /[[［【〔（(]?[\p{L}\s]+[\]］】〕）)]?[:：]?\s*$/u.exec(before)?.[0].trim() ?? ''
}

function goesOn(field: FieldName, value: string, printed: string, next: Unit): boolean {
  if (labelledFacts(next.text)) return false
  if (value === '') return field !== 'lead'
  if (days.has(field)) return /[-–./年月]$/u.test(value) && /^\d/u.test(next.text)
  if (field === 'keywords') return /[；;，,、]$/u.test(printed)
  return (
    ['abstract', 'lead', 'funding'].includes(field) &&
    ['open', 'comma'].includes(endingOf(value)) &&
    endingOf(next.text) === 'stop' &&
    !/[）)]$/u.test(value)
  )
}
