/** Every value of a YAML document in; placeholders and Markdown that would be printed as it stands out. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { markRules } from './full-width.ts'
import { findMarks } from './mark-rules.ts'
import { isPlaceholder } from './validate.ts'
import { childPath, type Yaml, type YamlValue } from './yaml.ts'

/** Front matter is text, not Markdown. A single star or brace may be meant; these never are. */
const markup = /\*\*|\[\^[^\]\s]+\]|\{[^{}|]+\|[^{}|]+\}|<\/?[A-Za-z][^<>]*>|\]\(|\]\{\.|\[@\d/

export const printedMarkup = (value: string): string | undefined => markup.exec(value)?.[0]

export function checkValues(yaml: Yaml): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const walk = (value: YamlValue | undefined, path: string): void => {
    if (typeof value === 'string') {
      const left = printedMarkup(value)
      if (isPlaceholder(value))
        diagnostics.push(diagnostic('manuscript/placeholder', yaml.places.get(path), { key: path, value }))
      const { marks } = findMarks(value, markRules.value)
      for (const { code, facts } of marks.slice(0, 1)) diagnostics.push(diagnostic(code, yaml.places.get(path), facts))
      if (left && marks.length === 0)
        diagnostics.push(diagnostic('manuscript/markup-left', yaml.places.get(path), { markup: left }))
    } else if (Array.isArray(value)) {
      value.forEach((item, i) => {
        walk(item, childPath(path, i))
      })
    } else if (value) {
      for (const [key, item] of Object.entries(value)) walk(item, childPath(path, key))
    }
  }
  walk(yaml.value, '')
  return diagnostics
}
