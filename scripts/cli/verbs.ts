/** The closed tables of what can be typed: verbs and options, each with its wording. Parsing and help both read them. */
import { type EditionName, editionNames } from '../model/edition.ts'
import type { Words } from './locale.ts'

export type VerbName = 'build' | 'check' | 'proof' | 'import' | 'new' | 'preview'
export type OptionName =
  | 'edition'
  | 'imposition'
  | 'images'
  | 'out'
  | 'draft'
  | 'into'
  | 'format'
  | 'lang'
  | 'help'
  | 'version'

export interface OptionRow {
  /** How the value is shown in help; none for a switch. */
  readonly value?: string
  /** The only values allowed; with `list` several, separated by commas. */
  readonly choices?: readonly string[]
  readonly list?: boolean
  readonly short?: string
  /** Says something of this edition: wrong where that is not made. */
  readonly of?: EditionName
  readonly words: Words
}

export interface VerbRow {
  /** `[x]` may be left out, `<x>` may not. */
  readonly operand: '[folder]' | '<folder>' | '<file>'
  readonly required?: readonly OptionName[]
  readonly options: readonly OptionName[]
  /** The work hears of an interruption and clears away what it began; other verbs are simply ended. */
  readonly cleansUp?: true
  readonly words: Words
}

export const options: Readonly<Record<OptionName, OptionRow>> = {
  edition: {
    value: editionNames.join(','),
    choices: editionNames,
    list: true,
    words: { zh: '只做其中几种版本，默认全做', en: 'only these editions; default all' },
  },
  imposition: {
    value: 'saddle|perfect',
    choices: ['saddle', 'perfect'],
    of: 'print',
    words: {
      zh: '另出拼大版 PDF：saddle 骑马订，perfect 胶装',
      en: 'also a PDF of printer’s spreads: stitched or glued',
    },
  },
  images: {
    value: 'small|original',
    choices: ['small', 'original'],
    of: 'epub',
    words: {
      zh: 'EPUB 的图片：small 缩小，original 原样；默认 original',
      en: 'pictures of the EPUB: made smaller, or as they are; default original',
    },
  },
  out: { value: 'folder', words: { zh: '成品放在哪个文件夹，默认 dist', en: 'folder for the results; default dist' } },
  draft: {
    words: {
      zh: '不论有什么问题都出校样：加“校样”字样，问题标在页上',
      en: 'show the pages whatever is wrong, stamped 校样, with the faults marked',
    },
  },
  into: { value: 'folder', words: { zh: '导入到哪个刊期文件夹', en: 'issue folder to import into' } },
  format: {
    value: 'human|line|json',
    choices: ['human', 'line', 'json'],
    words: { zh: '报告的格式，默认 human', en: 'form of the report; default human' },
  },
  lang: {
    value: 'zh|en',
    choices: ['zh', 'en'],
    words: { zh: '提示用的语言，默认随系统', en: 'language of messages; default the system’s' },
  },
  help: { short: 'h', words: { zh: '显示用法', en: 'show this help' } },
  version: { words: { zh: '显示版本号', en: 'show the version' } },
}

const everywhere: readonly OptionName[] = ['format', 'lang', 'help', 'version']

export const verbs: Readonly<Record<VerbName, VerbRow>> = {
  build: {
    operand: '[folder]',
    options: ['edition', 'imposition', 'images', 'out', 'draft', ...everywhere],
    cleansUp: true,
    words: {
      zh: '检查稿件，出印刷版、阅读版和 EPUB，并核对成品',
      en: 'check, make the print PDF, screen PDF and EPUB, and prove them',
    },
  },
  check: {
    operand: '[folder]',
    options: everywhere,
    words: { zh: '只检查稿件，一次列出全部问题', en: 'check the manuscript and list every fault at once' },
  },
  proof: {
    operand: '[folder]',
    options: ['out', ...everywhere],
    words: { zh: '重新核对已经做好的成品', en: 'prove again what has been built' },
  },
  import: {
    operand: '<file>',
    required: ['into'],
    options: ['into', ...everywhere],
    words: { zh: '把原始文本一次转成刊期文件夹里的稿件', en: 'turn raw text into the manuscripts of an issue, once' },
  },
  new: {
    operand: '<folder>',
    options: everywhere,
    words: { zh: '新建一期的文件夹', en: 'start the folder of a new issue' },
  },
  preview: {
    operand: '[folder]',
    options: everywhere,
    cleansUp: true,
    words: { zh: '边改边看：稿件一存盘就重新排版', en: 'lay out again whenever a manuscript is saved, and show it' },
  },
}

export const verbNames = Object.keys(verbs) as VerbName[]
