/** A line in, the labelled facts of a scholarly article that it holds out: 摘要, 关键词, 中图分类号 … in all their dress. */
import { simplify } from '../characters/script.ts'

export type FieldName =
  | 'abstract'
  | 'keywords'
  | 'classification'
  | 'documentCode'
  | 'articleNumber'
  | 'doi'
  | 'received'
  | 'revised'
  | 'accepted'
  | 'funding'
  | 'lead'
  | 'citeAs'
  | 'corresponding'

const labels: readonly (readonly [FieldName, string])[] = [
  ['abstract', '内\\s*容\\s*摘\\s*要|内\\s*容\\s*提\\s*要|中\\s*文\\s*摘\\s*要|摘\\s*要|提\\s*要'],
  ['keywords', '关\\s*键\\s*[词字]|主\\s*题\\s*词'],
  ['classification', '中\\s*图\\s*(?:分\\s*类\\s*号?|法\\s*分\\s*类\\s*号)|分\\s*类\\s*号|CLC\\s*number'],
  ['documentCode', '文\\s*献\\s*标\\s*[识志]\\s*码?'],
  ['articleNumber', '文\\s*章\\s*编\\s*号|文\\s*章\\s*ID'],
  ['doi', 'DOI|doi'],
  ['received', '收\\s*稿\\s*日\\s*期|投稿日期'],
  ['revised', '修\\s*回\\s*日\\s*期|修\\s*[订改]\\s*日\\s*期|改\\s*回\\s*日\\s*期|修改稿(?:收到)?日期'],
  ['accepted', '录\\s*用\\s*日\\s*期|接\\s*受\\s*日\\s*期|定稿日期'],
  ['funding', '基\\s*金\\s*项?\\s*目|基金资助|资\\s*助\\s*项\\s*目|项\\s*目\\s*基\\s*金|项目资助|课题项目|基金'],
  ['lead', '导\\s*语|导\\s*读|引\\s*语|核心提示|内容提示'],
  ['citeAs', '引用格式|引用本文(?:格式)?|引文格式|本文引用格式|网络(?:首发|出版)(?:时间|地址|日期)|网络首发'],
]

const open = '[\\[［【〔（(<〈]'
const close = '[\\]］】〕）)>〉]'
/** In brackets with or without a colon, else with one; a gap of a full character serves where the label is a line's first word. */
const dress = (label: string): string =>
  `(?:${open}\\s*(?:${label})\\s*${close}\\s*[:：]?|(?:${label})\\s*[:：]|${open}\\s*(?:${label})\\s*[:：])`
const any = new RegExp(labels.map(([, label]) => `(${dress(label)})`).join('|'), 'gu')
const alone = new RegExp(
  `^${open}?\\s*(?:${labels.map(([, label]) => `(${label})`).join('|')})\\s*${close}?\\s*[:：]?$`,
  'u',
)
const spaced = new RegExp(`^(?:(${labels[0]![1]})|(${labels[1]![1]}))\\s+(?=\\S)`, 'u')

export interface Labelled {
  readonly field: FieldName
  /** May be empty: the text then stands in the next line. */
  readonly value: string
}

const strip = (value: string): string =>
  value
    .trim()
    .replace(/^[；;,，]\s*|\s*[；;]$/gu, '')
    .trim()

export function labelledFacts(text: string): Labelled[] | undefined {
  const plain = simplify(text)
  const solitary = alone.exec(plain)
  if (solitary) {
    const field = labels[solitary.slice(1).findIndex((group) => group !== undefined)]![0]
    return field === 'lead' || field === 'funding' || (field === 'doi' && !/[:：]/u.test(text))
      ? undefined
      : [{ field, value: '' }]
  }
  const gap = spaced.exec(plain)
  if (gap && !/^[:：]/u.test(plain.slice(gap[0].length)))
    return [{ field: gap[1] === undefined ? 'keywords' : 'abstract', value: strip(text.slice(gap[0].length)) }]
  const found = [...plain.matchAll(any)]
  if (found.length === 0 || found[0]!.index > 1) return undefined
  // A label inside a sentence is a word of it; others in a row stand after a gap, a bracket or the end of a value.
  const places = found.filter(
    (hit, at) =>
      at === 0 ||
      /[\s；;，,。.）)\]］\dA-Z]$/u.test(plain.slice(0, hit.index)) ||
      new RegExp(`^${open}`, 'u').test(hit[0]),
  )
  return places.map((hit, at) => {
    const field = labels[hit.slice(1).findIndex((group) => group !== undefined)]![0]
    // Brackets around the whole of label and value close after it.
    const value = strip(text.slice(hit.index + hit[0].length, places[at + 1]?.index ?? text.length))
    const wrapped = new RegExp(`^${open}[^\\]］】〕）)>〉]*[:：]$`, 'u').test(hit[0])
    return { field, value: wrapped ? value.replace(new RegExp(`${close}$`, 'u'), '') : value }
  })
}

export const keywordsOf = (value: string): string[] =>
  (/[；;]/u.test(value)
    ? value.split(/\s*[；;]\s*/u)
    : /[，,、]/u.test(value)
      ? value.split(/\s*[，,、]\s*/u)
      : value.split(/[\s|｜/]+/u)
  )
    .map((word) => word.trim().replace(/[。.]$/u, ''))
    .filter((word) => word !== '')

/** 2025-01-08 from any way to write a day; undefined where it is none. */
export function dayOf(value: string): string | undefined {
  const found = /((?:19|20)\d{2})\s*[-–—./年]\s*(\d{1,2})\s*[-–—./月]\s*(\d{1,2})\s*日?/u.exec(value)
  if (!found || found[0].length < value.replace(/[。.；;\s]+$/u, '').length) return undefined
  return `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
}
