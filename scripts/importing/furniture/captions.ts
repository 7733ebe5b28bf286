/** Units of a body in, its captions and tables taken out of the sentences they interrupt. */
import { lengthOf } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import type { Unit } from '../lines/units.ts'

const number = '\\s*([\\dA-Z一二三四五六七八九十]{1,3}(?:\\s*[-–—.．]\\s*\\d{1,2})?)'
const figure = new RegExp(`^(?:附?图|照片|插图)${number}(?:\\s*[:：.．、]\\s*|[\\s\\u3000]+)(?=\\S)`, 'u')
const table = new RegExp(`^(?:续?附?表)${number}(?:\\s*[:：.．、]\\s*|[\\s\\u3000]+)(?=\\S)`, 'u')
const western = /^(?:Fig(?:ure)?|Tab(?:le)?)\.?\s*\d+(?:[-.]\d+)?\s*[:.]?\s+\S/iu
const photo =
  /^(?:图为|图中|左图|右图|上图|下图|题图|图片说明|图[:：]|▲|↑|△)\s*[:：]?.*(?:[摄供绘]|摄影|供图|绘图)\s*[）)]?$|^(?:图为|左图[:：]|右图[:：]|上图[:：]|下图[:：]|图片说明[:：]).{2,60}$/u
const credit =
  /\s*(?:[（(]\s*([^（）()]{2,16}?\s*(?:[摄供绘制]|摄影|供图|绘图|提供|图))\s*[）)]|(?<=[。．\s\u3000])(\p{Script=Han}{2,4}\s*\/?\s*(?:摄|摄影|供图|绘|图)))$/u

export const isCaption = (text: string): boolean => {
  const plain = simplify(text)
  if (lengthOf(text) > 90) return false
  if (photo.test(plain) || western.test(text)) return true
  const found = figure.exec(plain) ?? table.exec(plain)
  // 图1 显示，… is a sentence about the figure.
  return (
    found !== null &&
    !/。./u.test(text) &&
    !/^(?:显示|表明|所示|可见|中|给出|是|为|反映|说明|列出|和|与)/u.test(plain.slice(found[0].length)) &&
    !/[，；]$/u.test(text)
  )
}

export interface Figure {
  readonly kind: 'figure'
  readonly label: string
  readonly caption: string
  readonly credit?: string
  readonly unit: Unit
  /** How many units that stay stand before it. */
  readonly after: number
}

export interface Table {
  readonly kind: 'table'
  readonly label: string
  readonly caption: string
  readonly rows: readonly (readonly string[])[]
  readonly unit: Unit
  readonly units: readonly Unit[]
  readonly after: number
}

/** Columns of a row, by tabs and wide gaps, else by the spaces between words without marks. */
const columns = (unit: Unit): readonly string[] => unit.cells ?? unit.text.split(/\s+/u)

function rowsAfter(units: readonly Unit[], from: number): Unit[] {
  const rows: Unit[] = []
  const wide = units[from] ? columns(units[from]).length : 0
  if (wide < 2) return rows
  for (let at = from; at < units.length; at++) {
    const unit = units[at]!
    if (/[。！？]/u.test(unit.text) || lengthOf(unit.text) > 80 || columns(unit).length !== wide) break
    rows.push(unit)
  }
  return rows.length >= 2 ? rows : []
}

export interface Captioned {
  readonly units: Unit[]
  readonly figures: (Figure | Table)[]
  /** Captions in English: manuscripts have no place for them. */
  readonly western: Unit[]
}

export function readCaptions(units: readonly Unit[]): Captioned {
  const result: Captioned = { units: [], figures: [], western: [] }
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!
    const plain = simplify(unit.text)
    const inTable = table.exec(plain)
    const bareRows = !isCaption(unit.text) && unit.cells && unit.cells.length >= 2 ? rowsAfter(units, at) : []
    if (bareRows.length >= 2 && bareRows.every((row) => row.cells)) {
      result.figures.push({
        kind: 'table',
        label: '',
        caption: '',
        rows: bareRows.map(columns),
        unit,
        units: bareRows,
        after: result.units.length,
      })
      at += bareRows.length - 1
    } else if (!isCaption(unit.text)) result.units.push(unit)
    else if (western.test(unit.text)) result.western.push(unit)
    else if (inTable) {
      const label = unit.text.slice(0, inTable[0].length).trim()
      let skip = at + 1
      while (units[skip] && western.test(units[skip]!.text)) result.western.push(units[skip++]!)
      const rows = rowsAfter(units, skip)
      const caption = unit.text.slice(inTable[0].length)
      if (rows.length === 0) {
        result.units.push(unit)
        at = skip - 1
        continue
      }
      result.figures.push({
        kind: 'table',
        label,
        caption,
        rows: rows.map(columns),
        unit,
        units: rows,
        after: result.units.length,
      })
      at = skip - 1 + rows.length
    } else {
      const found = figure.exec(plain)
      const rest = unit.text.slice(found?.[0].length ?? 0)
      const by = credit.exec(rest)
      const caption = by ? rest.slice(0, by.index).trim() : rest
      const signed = by?.[1] ?? by?.[2]
      result.figures.push({
        kind: 'figure',
        label: found ? unit.text.slice(0, found[0].length).trim() : '',
        caption,
        ...(signed !== undefined && { credit: signed }),
        unit,
        after: result.units.length,
      })
    }
  }
  return result
}
