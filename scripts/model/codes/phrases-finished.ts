import type { Phrase } from './row.ts'

/** Of finished files: where on a page, what helps, what was found. */
export const finished = {
  printedAt: {
    page: { zh: '第 {page} 页', en: 'page {page}' },
    line: { zh: '第 {page} 页第 {column} 栏第 {line} 行', en: 'page {page}, column {column}, line {line}' },
  },
  /** What an editor can do about a line: not every text may be reworded. */
  advice: {
    'long-word': {
      zh: '这里有很长的网址或西文词：把它移到注里，改用短的，或换到句中别处。',
      en: 'A long address or word stands here: move it into a note, shorten it, or put it elsewhere in the sentence.',
    },
    title: {
      zh: '标题太长：换短一些的说法，或用 | 标出意思可断之处（已有的 | 可移动或去掉）。',
      en: 'The title is long: word it shorter, or say with | where the sense allows a break (move or drop one that is there).',
    },
    fixed: {
      zh: '诗行、引文出处、参考文献和代码不便改字：在它前面的正文里增减一行，或移动附近的图、表。',
      en: 'Verse, sources, references and code are not reworded: take out or add a line in the text before it, or move a figure or table nearby.',
    },
    narrow: {
      zh: '改短图题或格里的文字，或让图、表占通栏（span=page）。',
      en: 'Shorten the caption or cell, or let the figure or table take all columns (span=page).',
    },
    paragraph: {
      zh: '改动这一段的一两个字，使它多一行或少一行；若是引文，改它前面的一段，或移动附近的图、表。',
      en: 'A word more or less, so that this paragraph has a line more or less; where it quotes, do so in the one before, or move a figure or table nearby.',
    },
  },
  /** What takes more ink than the paper. */
  inked: {
    colour: { zh: '一种颜色（{inks}）', en: 'a colour ({inks})' },
    picture: { zh: '一幅图片', en: 'a picture' },
  },
  /** What is painted on a page. */
  painted: {
    text: { zh: '文字', en: 'text' },
    fill: { zh: '色块', en: 'a filled area' },
    stroke: { zh: '线条', en: 'a line' },
    shading: { zh: '渐变', en: 'a gradient' },
    image: { zh: '图片', en: 'a picture' },
    stencil: { zh: '图片', en: 'a picture' },
  },
  /** How a text differs from the manuscript. */
  difference: {
    lost: { zh: '缺少', en: 'lacks' },
    altered: { zh: '改动了', en: 'alters' },
    doubled: { zh: '重复了', en: 'repeats' },
    moved: { zh: '移动了', en: 'moves' },
    foreign: { zh: '多出', en: 'adds' },
  },
  corner: {
    'bottom-left': { zh: '左下角', en: 'bottom left' },
    'bottom-right': { zh: '右下角', en: 'bottom right' },
    'top-left': { zh: '左上角', en: 'top left' },
    'top-right': { zh: '右上角', en: 'top right' },
  },
  /** What is counted in an article. */
  counted: {
    headings: { zh: '标题数', en: 'headings' },
    notes: { zh: '注释数', en: 'notes' },
    figures: { zh: '图数', en: 'figures' },
    tables: { zh: '表数', en: 'tables' },
    references: { zh: '参考文献数', en: 'references' },
  },
} as const satisfies Record<string, Record<string, Phrase>>
