/** In: a template literal. Out: HTML in which every inserted text is escaped, save what is HTML already. */

export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

type Insert = string | number | Html | readonly Html[] | false | null | undefined

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => entities[c]!)

function markupOf(value: Insert): string {
  if (value instanceof Html) return value.markup
  if (Array.isArray(value)) return value.map((part: Html) => part.markup).join('')
  return value === false || value == null ? '' : escaped(String(value))
}

export const html = (strings: TemplateStringsArray, ...values: readonly Insert[]): Html =>
  new Html(strings.map((text, i) => (i === 0 ? '' : markupOf(values[i - 1])) + text).join(''))
