/** Random choices in; blocks of a body out, each as pieces that can be left out. */
import { type Allowed, dressed } from './inline.ts'
import type { Block } from './model.ts'
import * as prose from './prose.ts'
import type { Random } from './random.ts'
import * as words from './words.ts'

export interface BlockContext {
  readonly random: Random
  /** Entries that can be cited. */
  readonly references: number
  /** Takes the next picture; gives its path. */
  readonly figure: () => string
}

const everywhere: Allowed = { notes: true, marks: true, typed: true }
const bare: Allowed = { notes: false, marks: false, typed: true }

const block = (kind: string, head: string, pieces: readonly string[], joint: string, tail = ''): Block => ({
  kind,
  head,
  pieces,
  joint,
  tail,
})

const dressedSentences = (
  { random, references }: BlockContext,
  low: number,
  high: number,
  allowed = everywhere,
): string[] => prose.sentences(random, low, high).map((text) => dressed(random, text, allowed, references))

/** What a paragraph begins with when it is pasted out of an office program. */
const indents = [
  ['', 90],
  ['　　', 6],
  ['　', 1],
  ['  ', 1],
] as const

export function paragraph(context: BlockContext, low = 2, high = 6): Block {
  const { random } = context
  return block('paragraph', random.weighted(indents), dressedSentences(context, low, high), '')
}

export function shortParagraph({ random }: BlockContext): Block {
  const text = random.weighted<() => string>([
    [() => prose.sentence(random, 1), 6],
    [() => `${random.pick(words.nouns)}。`, 2],
    [() => '是。', 1],
    [() => random.pick(['好', '嗯', '？']), 0.5],
    [() => `——${prose.sentence(random, 1)}`, 1],
    [() => '……', 0.3],
  ])()
  return block('paragraph', '', [text], '')
}

export function englishParagraph({ random }: BlockContext): Block {
  const text = random.times(random.int(1, 5), () => prose.englishSentence(random))
  return block('english', '', text, ' ')
}

/** Lines of one paragraph in the source. */
export function wrappedParagraph(context: BlockContext): Block {
  return block('paragraph', '', dressedSentences(context, 2, 5), '\n')
}

export function heading({ random }: BlockContext, level: 2 | 3): Block {
  const long = random.chance(0.1)
  const text = long ? `${prose.title(random, 3)}|${prose.title(random, 2)}` : prose.title(random, 1)
  const numbered = random.chance(0.3) ? random.pick(['一、', '（二）', '1. ', '1.1 ', '第三节 ']) : ''
  return block('heading', `${'#'.repeat(level)} `, [numbered + text], '')
}

const listMark = (ordered: boolean, index: number): string => (ordered ? `${index + 1}. ` : '- ')

function entry(context: BlockContext, ordered: boolean, index: number, depth: number): string {
  const { random } = context
  const mark = listMark(ordered, index)
  const text = random.chance(0.5) ? prose.phrase(random) : dressedSentences(context, 1, 2).join('')
  if (depth >= 2 || !random.chance(0.15)) return mark + text
  const inner = random.chance(0.5)
  const nested = random
    .times(random.int(1, 3), (i) => entry(context, inner, i, depth + 1))
    .join('\n')
    .replace(/^/gm, ' '.repeat(mark.length))
  return `${mark}${text}\n${nested}`
}

export function list(context: BlockContext): Block {
  const { random } = context
  const ordered = random.chance(0.5)
  const count = random.chance(0.1) ? random.int(11, 25) : random.int(1, 7)
  const joint = random.chance(0.2) ? '\n\n' : '\n'
  return block(
    'list',
    '',
    random.times(count, (i) => entry(context, ordered, i, 0)),
    joint,
  )
}

export function quotation(context: BlockContext): Block {
  const { random } = context
  const paragraphs = random.times(
    random.int(1, 3),
    () => `> ${dressedSentences(context, 1, 3, { ...everywhere, notes: false }).join('')}`,
  )
  const source = random.chance(0.5) ? `\n>\n> ——${prose.name(random)}《${random.pick(words.nouns)}记》` : ''
  return block('quotation', '', paragraphs, '\n>\n', source)
}

export function verse(context: BlockContext): Block {
  const { random } = context
  const line = (): string => {
    const text = prose.sentence(random, 1).replace(/[。？！；…]+$/, '')
    return random.chance(0.1) ? `${text}，${text}` : text
  }
  const stanzas = random.times(random.int(1, 4), () => random.times(random.int(1, 5), line).join('\n'))
  const source = random.chance(0.3) ? `\n——${prose.name(random)}` : ''
  return block('verse', '::: verse\n', stanzas, '\n\n', `${source}\n:::`)
}

export function definitions(context: BlockContext): Block {
  const { random } = context
  const rows = random.times(
    random.int(1, 5),
    () => `${random.pick(words.nouns)}\n: ${dressedSentences(context, 1, 2, bare).join('')}`,
  )
  return block('definitions', '', rows, '\n\n')
}

const cell = (random: Random): string =>
  random
    .weighted<() => string>([
      [() => prose.nounPhrase(random), 4],
      [() => `${random.int(0, 99999)}`, 4],
      [() => `${random.int(0, 99)}.${random.int(0, 99)}`, 2],
      [() => '', 0.5],
      [() => '—', 0.5],
      [() => prose.englishWords(random, 1, 3), 1],
      [() => prose.sentence(random, 2), 0.7],
      [() => `**${random.pick(words.nouns)}**`, 0.3],
    ])()
    .replaceAll('|', '\\|')

export function table({ random }: BlockContext): Block {
  const wide = random.chance(0.15)
  const columns = wide ? random.int(7, 12) : random.int(1, 5)
  const rows = random.chance(0.12) ? random.int(30, 65) : random.int(1, 9)
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const caption = random.chance(0.6) ? `表：${prose.title(random, 1)}\n\n` : ''
  const head = row(random.times(columns, () => random.pick(words.nouns)))
  const rule = row(random.times(columns, () => random.pick(['---', ':---', '---:', ':---:'])))
  return block(
    rows > 20 ? 'long table' : wide ? 'wide table' : 'table',
    `${caption}${head}\n${rule}\n`,
    random.times(rows, () => row(random.times(columns, () => cell(random)))),
    '\n',
  )
}

export function figure({ random, figure: take }: BlockContext): Block {
  const decorative = random.chance(0.1)
  const caption = random.chance(0.7) ? ` "${prose.title(random, random.int(1, 4)).replaceAll('"', '')}"` : ''
  const attributes = [
    random.chance(0.5) ? `credit="摄影：${prose.name(random)}"` : '',
    random.chance(0.3) ? `span=${random.pick(['page', 'column'])}` : '',
    decorative ? 'decorative' : '',
  ].filter(Boolean)
  const alt = decorative ? '' : prose.sentence(random, 2)
  const tail = attributes.length > 0 ? `{${random.some(attributes, 3).join(' ')}}` : ''
  return block('figure', '', [`![${alt}](${take()}${decorative ? '' : caption})${tail}`], '')
}

export function code({ random }: BlockContext): Block {
  const lines = random.times(random.int(1, 6), () =>
    random.pick([
      'const a = 1 < 2 && b',
      'npm run build -- --edition epub',
      '# 注释',
      'if (x) {',
      '}',
      '  return "渡口"',
      '',
      "SELECT * FROM t WHERE a = 'b' -- and a rather long line of source",
    ]),
  )
  return block('code', `\`\`\`${random.pick(['', 'ts', 'sh'])}\n`, ['let x = 0', ...lines], '\n', '\n```')
}

/** A question and an answer of an interview. */
export function exchange(context: BlockContext, asker: string, answerer: string): Block {
  const { random } = context
  const question = `${asker}：${dressed(random, prose.sentence(random, 2), everywhere)}`
  const answers = random.times(
    random.int(1, 2),
    (i) => `${i === 0 ? `${answerer}：` : ''}${dressedSentences(context, 1, 5).join('')}`,
  )
  return block('exchange', '', [question, ...answers], '\n\n')
}
