/** The rules of the page by their number in the rule book, each once: what it is called and which checks make it. */
import type { EditionName } from '../../model/edition.ts'
import type { HouseStyle } from '../../model/issue.ts'
import type { Rule } from './audited.ts'
import { connectorStart, lineEnd, lineStart, markWhole, slashEdge } from './edges.ts'
import { baselines, measures, pitches } from './grid.ts'
import { contentsHeading, runningHeads } from './issue.ts'
import { markAtEnd, marksApart, openingMark, overhang } from './marks.ts'
import { balance, headings, loneCharacters, widows } from './paragraphs.ts'
import { fontNames, textInk, typeSizes } from './production.ts'
import { looseLines, scriptGaps } from './spacing.ts'

export interface RuleRow {
  /** L1 … F7. */
  readonly id: string
  readonly zh: string
  readonly en: string
  /** Name of the audit's own check; absent where other checks make the whole rule. */
  readonly check?: string
  readonly audit?: Rule
  /** Checks made elsewhere in the proof that belong to the rule. */
  readonly others?: readonly string[]
  /** Where the rule holds; absent for everywhere. */
  readonly edition?: EditionName
  readonly punctuation?: readonly HouseStyle['punctuation'][]
}

export const rules: readonly RuleRow[] = [
  {
    id: 'L1',
    zh: '行首禁则',
    en: 'No closing mark or stop begins a line',
    check: 'typography/line-start',
    audit: lineStart,
  },
  { id: 'L2', zh: '行末禁则', en: 'No opening mark ends a line', check: 'typography/line-end', audit: lineEnd },
  {
    id: 'L3',
    zh: '间隔号、连接号不居行首',
    en: 'No connector begins a line',
    check: 'typography/connector-start',
    audit: connectorStart,
  },
  {
    id: 'L4',
    zh: '分隔号不居行首行末',
    en: 'No slash at a line edge',
    check: 'typography/slash-edge',
    audit: slashEdge,
  },
  {
    id: 'L5',
    zh: '破折号、省略号占两字，不断开',
    en: 'Dashes and ellipses whole, two ems wide',
    check: 'typography/mark-whole',
    audit: markWhole,
  },
  {
    id: 'L8',
    zh: '行末标点的宽度',
    en: 'Width of marks at line ends',
    check: 'typography/mark-at-end',
    audit: markAtEnd,
  },
  {
    id: 'L9',
    zh: '相邻标点挤压',
    en: 'Neighbouring marks squeezed',
    check: 'typography/marks-apart',
    audit: marksApart,
    punctuation: ['compressed'],
  },
  {
    id: 'L10',
    zh: '行首前括号、前引号的宽度',
    en: 'Width of opening marks at line starts',
    check: 'typography/opening-mark',
    audit: openingMark,
  },
  { id: 'L11', zh: '标点不悬挂', en: 'Nothing hangs over the column', check: 'typography/overhang', audit: overhang },
  {
    id: 'L12',
    zh: '汉字与西文、数字之间的空隙',
    en: 'Gap between Han and Latin',
    check: 'typography/script-gap',
    audit: scriptGaps,
  },
  { id: 'L13', zh: '字距均匀', en: 'Even spacing', check: 'typography/loose-line', audit: looseLines },
  { id: 'P1', zh: '行长与栏距', en: 'Measure and column gap', check: 'typography/measure', audit: measures },
  { id: 'P2', zh: '行距', en: 'Line pitch', check: 'typography/pitch', audit: pitches },
  { id: 'P3', zh: '各栏各行对齐', en: 'One baseline grid', check: 'typography/off-grid', audit: baselines },
  {
    id: 'P5',
    zh: '孤字不成行',
    en: 'No lone character on a line',
    check: 'typography/lone-character',
    audit: loneCharacters,
  },
  { id: 'P6', zh: '孤行不居栏首', en: 'No widow at a column head', check: 'typography/widow', audit: widows },
  { id: 'P7', zh: '背题', en: 'No heading at a column foot', check: 'typography/heading-at-foot', audit: headings },
  { id: 'P8', zh: '末页各栏齐平', en: 'Last columns balanced', check: 'typography/unbalanced', audit: balance },
  { id: 'P11', zh: '最小字号', en: 'Smallest type', check: 'typography/type-size', audit: typeSizes },
  {
    id: 'I7',
    zh: '目次',
    en: 'Contents',
    check: 'typography/contents-heading',
    audit: contentsHeading,
    others: ['credits/contents', 'contents/folio', 'contents/order'],
  },
  {
    id: 'I8',
    zh: '书眉',
    en: 'Running heads',
    check: 'typography/running-head',
    audit: runningHeads,
    others: ['running-head/article'],
  },
  { id: 'F1', zh: '成品尺寸', en: 'Trimmed size', others: ['preflight/H1', 'preflight/trim-box'] },
  { id: 'F2', zh: '出血', en: 'Bleed', others: ['preflight/H2', 'preflight/X15'] },
  { id: 'F3', zh: '书帖页数', en: 'Signature', others: ['preflight/signature'] },
  {
    id: 'F4',
    zh: '正文单色黑',
    en: 'Text in black ink alone',
    check: 'typography/text-ink',
    audit: textInk,
    edition: 'print',
  },
  { id: 'F5', zh: '线条粗细', en: 'Weight of rules', others: ['preflight/H20'] },
  {
    id: 'F6',
    zh: '字体',
    en: 'Fonts',
    check: 'typography/font-names',
    audit: fontNames,
    others: ['preflight/X23', 'preflight/H4', 'preflight/7.21.4.1-1', 'preflight/S4'],
  },
  { id: 'F7', zh: '图片分辨率', en: 'Resolution of pictures', others: ['preflight/H8'] },
]
