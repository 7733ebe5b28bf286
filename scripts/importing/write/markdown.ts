/** A block of an imported article in, its Markdown out: such that Markdown gives every character back. */
import { enumeratorOf } from '../blocks/numbering.ts'
import type { ImportedBlock } from '../result.ts'

/** Characters that mean something wherever they stand: CommonMark, tables, footnotes, ruby. */
const anywhere = /[\\`*_[\]<>{}|~&^$]/g

/**
 * One line of text as Markdown. The text has no line feeds and no space at its ends. At the start of a line also headings, lists,
 * rules, definitions and containers have meaning; at the end of a heading a # has.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(anywhere, '\\$&')
    .replace(/#$/, '\\#')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[#+\-=:!]/, '\\$&')
}

/** A scalar in double quotes: JSON's escapes are YAML's. */
export const quoteYaml = (text: string): string => JSON.stringify(text)

/** The text with its calls of notes and its citations. */
function inline({ text, spans = [], markdown }: ImportedBlock): string {
  if (markdown) return text
  if (spans.length === 0) return escapeMarkdown(text)
  const mark = '\ue0f0'
  const held = spans
    .toReversed()
    .reduce((all, { at, length }) => all.slice(0, at) + mark + all.slice(at + length), text)
  let next = 0
  return escapeMarkdown(held).replaceAll(mark, () => spans[next++]!.markdown)
}

const row = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`

function tableText(block: ImportedBlock): string {
  const [head, ...rows] = block.rows!
  const caption = block.text === '' ? [] : [`表：${escapeMarkdown(block.text)}`, '']
  return [...caption, row(head!), `|${' --- |'.repeat(head!.length)}`, ...rows.map(row)].join('\n')
}

/** The picture is still to be supplied: its name says the article and the place. */
function figureText(block: ImportedBlock, name: string): string {
  const caption = block.text === '' ? '' : ` "${escapeMarkdown(block.text).replaceAll('"', '\\"')}"`
  const credit = block.credit === undefined ? '' : `{credit="${block.credit.replaceAll('"', '”')}"}`
  return `![待填替代文字](figures/${name}.png${caption})${credit}`
}

/** Second level: numbered one step below the article's outermost number, after a first heading. */
function isLower(blocks: readonly ImportedBlock[], at: number): boolean {
  const levels = blocks.map((block) => (block.kind === 'heading' ? enumeratorOf(block.text)?.level : undefined))
  const outermost = Math.min(...levels.filter((level) => level !== undefined))
  const first = blocks.findIndex((block) => block.kind === 'heading')
  const marked = Math.min(...blocks.flatMap(({ level }) => (level === undefined ? [] : [level])))
  const { level } = blocks[at]!
  if (level !== undefined) return level > marked
  return at > first && (levels[at] ?? outermost) > outermost
}

/** @param number digits of the article's file, for the names of its pictures. */
export function blockTexts(blocks: readonly ImportedBlock[], number: string): string[] {
  let figures = 0
  return blocks.map((block, at) => {
    if (block.kind === 'heading') return `${isLower(blocks, at) ? '###' : '##'} ${inline(block)}`
    if (block.kind === 'verse') return `::: verse\n${block.text.split('\n').map(escapeMarkdown).join('\n')}\n:::`
    if (block.kind === 'quote')
      return block.text
        .split('\n')
        .map((line) => `> ${escapeMarkdown(line)}`)
        .join('\n>\n')
    if (block.kind === 'table') return tableText(block)
    if (block.kind === 'figure') return figureText(block, `${number}-${++figures}`)
    if (block.kind === 'jump') return '{下转}'
    if (block.kind === 'break') return '---'
    if (block.kind === 'note') return `[^${block.label}]: ${escapeMarkdown(block.text)}`
    return inline(block)
  })
}
