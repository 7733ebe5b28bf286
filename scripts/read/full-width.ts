/** Our own markup typed with the full-width signs of a Chinese keyboard: it does not work, and is told with its right form. */
import type { Facts } from '../model/diagnostic.ts'
import { doubtfulRules, foreignRules, taskRule } from './foreign.ts'
import type { MarkRule } from './mark-rules.ts'

const wide = /[\uff01-\uff5e＊［］〔〕【】（）]/u
const target = String.raw`(?:https?:|www\.|mailto:|figures\/|[\w.\/-]{1,80}\.(?:md|svg|png|jpe?g|gif|pdf|html?))`

const instead = (form: string) => (): Facts => ({ instead: form })
/** Only where one of its signs is full-width; the right ones have been read. */
const ifWide =
  (form: string) =>
  ([written]: RegExpExecArray): Facts | null =>
    wide.test(written!) ? { instead: form } : null

const fullWidth = (pattern: RegExp, judge: MarkRule['judge']): MarkRule => ({
  code: 'manuscript/full-width-markup',
  pattern,
  judge: judge!,
})

const picture = '![替代文字](figures/a.svg "图题")'

const fullWidthRules: readonly MarkRule[] = [
  fullWidth(/＊＊(?=[^\s＊])[^＊\n]{1,200}＊＊/gu, instead('**文字**')),
  fullWidth(/(?<!＊)＊\*|\*＊(?!＊)/gu, instead('**文字**')),
  fullWidth(/^[＃#]{0,5}＃[＃#]{0,5}(?=[ \u3000]*\S)(?![^\n]{0,40}＃)/gmu, instead('## 标题')),
  fullWidth(/^[［[〔【][\^＾][^\]］〕】\s]{1,20}[］\]〕】][:：]/gmu, instead('[^1]: 注文')),
  fullWidth(/[［[〔【][\^＾][^\]］〕】\s]{1,20}[］\]〕】]/gu, ifWide('文字[^1]')),
  fullWidth(/[［[][@＠]\s?\d[\d,，、\-－—~～ ]{0,40}[］\]]/gu, ([written]) =>
    /[［］＠]/.test(written!) ? { instead: '[@3]' } : null,
  ),
  // The quotation marks of a Chinese keyboard around a caption, and a space in the name of the file: no picture for Markdown.
  fullWidth(/!\[[^\n[\]]{0,200}\]\([^\n()"]{1,200}?[ \u3000]+[“”„＂][^\n)]{0,300}[“”＂"]\)/gu, instead(picture)),
  {
    code: 'manuscript/picture-space',
    pattern:
      /!\[[^\n[\]]{0,200}\]\((?=[^\n()"]{1,200}\.(?:svg|png|jpe?g|gif|webp|tiff?)\b)[^\n()"]{0,200}?[ \u3000][^\n)]{0,300}\)/giu,
  },
  fullWidth(/^[！!][［[][^\n［］[\]]{0,200}[］\]][（(][^\n]{0,300}?[）)]/gmu, ifWide(picture)),
  fullWidth(
    new RegExp(String.raw`[！!][［[][^\n［］[\]]{0,200}[］\]][（(]${target}[^（）()\n]{0,300}[）)]`, 'gu'),
    ifWide(picture),
  ),
  fullWidth(
    new RegExp(String.raw`[［[][^\n［］[\]]{0,200}[］\]][（(]${target}[^（）()\n]{0,300}[）)]`, 'gu'),
    ifWide('[文字](https://example.org)'),
  ),
  fullWidth(/＜(?:https?:|mailto:)[^＜＞\n]{0,300}＞/gu, instead('<https://example.org>')),
  fullWidth(/[［[][^\n［］[\]]{0,200}[］\]][{｛][.．][^{}｛｝\n]{0,20}[}｝]/gu, ifWide('[鲁迅]{.name}')),
  fullWidth(/[｛{][^{}｛｝|｜\n]{1,60}[｜|][^{}｛｝|｜\n]{1,60}[｝}]/gu, ifWide('{刊本|kān běn}')),
  fullWidth(/[｛{](?:下转|上接)[｝}]/gu, ifWide('{下转}')),
  fullWidth(/｀[^｀\n]{1,100}｀/gu, instead('`文字`')),
  fullWidth(/^：{3}[^\n]{0,20}/gmu, instead('::: verse')),
]

/** At the start of a paragraph; a cell may begin with “＞60 岁”. */
const quotation = fullWidth(/^＞(?=[ \u3000]*[^\s\d０-９])/gmu, instead('> 引文'))

const tableRules: readonly MarkRule[] = [
  { code: 'manuscript/table-form', pattern: /^[|｜][^\n]{1,400}[|｜][ \u3000]*(?:\n[|｜][^\n]{0,400})*$/gmu },
  { code: 'manuscript/table-form', pattern: /^[^\n|｜]{0,100}[|｜][ \u3000]*[:：]?[-－—]{2,}[^\n]{0,200}$/gmu },
]

const doubtful = (pattern: RegExp, facts: Facts): MarkRule => ({
  code: 'manuscript/markup-doubtful',
  pattern,
  judge: () => facts,
})

const doubtfulWidths: readonly MarkRule[] = [
  doubtful(/^[０-９]{1,3}[．.、）)]/gmu, { way: 'narrow', form: '“1. 文字”' }),
  doubtful(/^[－＊＋][ \t\u3000]{0,4}(?=\S)/gmu, { way: 'narrow', form: '“- 文字”' }),
  doubtful(/(?<!＝)＝＝(?=[^\s＝])[^＝\n]{1,100}＝＝(?!＝)/gu, { way: 'narrow', form: '**文字**' }),
  doubtful(/^[=＝－—–_＿·•*＊#＃~～]{4,}$/gmu, { way: 'rule' }),
]

/** Which rules hold in what kind of text. */
export const markRules = {
  paragraph: [...foreignRules, ...fullWidthRules, quotation, ...tableRules, ...doubtfulRules, ...doubtfulWidths],
  item: [taskRule, ...foreignRules, ...fullWidthRules, quotation, ...tableRules, ...doubtfulRules, ...doubtfulWidths],
  cell: [...foreignRules, ...fullWidthRules, ...doubtfulRules],
  /** A value of the front matter: plain text, in which no sign is escaped. */
  value: [...foreignRules, ...fullWidthRules],
} as const satisfies Record<string, readonly MarkRule[]>

export type MarkedText = keyof typeof markRules
