/** What Markdown was read as, in a form that a person can check: one line a block, its text in one line below. */
import type { BodyToken } from '../../scripts/model/body.ts'
import { formatPlace } from '../../scripts/model/place.ts'
import { readMarkdown } from '../../scripts/read/markdown.ts'

const own: Readonly<Record<string, string>> = {
  container_verse_open: 'verse',
  figure: 'figure',
  hr: 'hr',
  jump: 'jump',
}

function inline(t: BodyToken): string {
  const name = t.tag || t.type
  if (t.type === 'text') return JSON.stringify(t.content)
  if (t.type === 'code_inline') return `code(${t.content})`
  if (t.type === 'ruby') return `ruby(${t.meta!.ruby!.map((r) => `${r.base}=${r.text}`).join(' ')})`
  if (t.type === 'footnote_ref') return `note(${t.meta!.note!.refId})`
  if (t.type === 'link_open') return `<a ${t.meta?.target ?? t.attrs!.map(([, value]) => value).join(' ')}>`
  if (t.type === 'hardbreak') return '/'
  if (t.type === 'citation') return `cite(${t.meta!.citation!.text}: ${t.meta!.citation!.numbers.join(' ')})`
  if (/^(name|work)_/.test(t.type)) return `<${t.nesting < 0 ? '/' : ''}${t.type.slice(0, 4)}>`
  if (t.type === 'break_opportunity') return '|'
  return t.nesting === 1 ? `<${name}>` : t.nesting === -1 ? `</${name}>` : name
}

function block(t: BodyToken): string {
  const { figure, table, id, role } = t.meta ?? {}
  const lines = t.map ? ` ${t.map[0] === t.map[1] ? t.map[0] : t.map.join('–')}` : ''
  const facts = figure ?? table
  const shown = facts && Object.entries(facts).filter(([key]) => key !== 'line')
  const said = (value: unknown): unknown =>
    Array.isArray(value) ? value.map((one) => (one.type === 'text' ? one.content : inline(one))).join('') : value
  const more = [id, role, t.hidden && 'tight', ...(shown ?? []).map(([key, value]) => `${key}=${said(value)}`)]
  const attrs = (t.attrs ?? []).map(([name, value]) => `${name}="${value}"`)
  const content = t.type === 'fence' || t.type === 'code_block' ? JSON.stringify(t.content) : ''
  return [`${own[t.type] ?? t.tag}${lines}`, ...more, ...attrs, content].filter((part) => part).join(' ')
}

function blocks(tokens: readonly BodyToken[], depth = 0): string[] {
  const lines: string[] = []
  let level = depth
  for (const t of tokens) {
    if (t.nesting === -1) level -= 1
    else if (t.type === 'inline') lines.push('  '.repeat(level) + (t.children ?? []).map(inline).join(' '))
    else lines.push('  '.repeat(level) + block(t))
    if (t.nesting === 1) level += 1
  }
  return lines
}

/** Body, notes, faults. Articles 01-paper.md (a01, the one read) and 02-ink.md (a02) can be linked to. */
export function dump(text: string): string {
  const articles = new Map([
    ['01-paper.md', 'a01'],
    ['02-ink.md', 'a02'],
  ])
  const { body, notes, diagnostics } = readMarkdown({ file: '', text, skip: 0, article: 'a01', articles })
  return [
    ...blocks(body),
    ...notes.flatMap((note) => [
      `note ${note.line} ${note.number} ${note.id} ${note.refId}`,
      ...blocks(note.tokens, 1),
    ]),
    ...diagnostics.map((d) => `! ${d.code.replace('manuscript/', '')} ${formatPlace(d.place!).slice(1)}`),
  ].join('\n')
}
