/** Units in, the lines （作者单位：…） among them out: the anchors by which a printed text is divided into articles. */
import { balanceOf } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import type { Unit } from '../lines/units.ts'
import type { Repair } from '../result.ts'
import { isOrganisation, namesPlace } from './organisations.ts'

const ordinal = '(?:第[一二三四五六1-6]|两位|三位|几位|本文)?'
const place = '(?:所在|工作)?单位'
const said = `(?:${place}(?:均系|均为|系|为)?|分别[系为]|均[系为]|现[系为]|[系为]|(?=[:：]))`
const open = '[（(\\[［【〔]'
const close = '[)）\\]］】〕]'
const opened = new RegExp(`^${open}\\s*(?:${ordinal}作者|译者)${said}`, 'u')
const bracketed = new RegExp(
  `^${open}\\s*(?:${ordinal}作者|译者)(${said})${close}?\\s*[:：]?\\s*(.+?)\\s*[。.]?${close}$`,
  'u',
)
const labelled = new RegExp(`^${open}\\s*(?:${ordinal}作者|译者)${place}\\s*${close}\\s*[:：]?\\s*(.+)$`, 'u')
const bare = new RegExp(`^(?:${ordinal}作者|译者)(${place}|分别[系为]|均[系为])\\s*[:：]?\\s*(.+)$`, 'u')
/** The same at the end of a last paragraph, after its full stop. */
const trailing = new RegExp(`^(.*[。！？…”’）)\\]〕．.])\\s*(${open}\\s*(?:${ordinal}作者|译者)${said}.*)$`, 'u')

export interface Anchor {
  readonly units: readonly string[]
  /** 分别: the first is the first author's, and so on. */
  readonly respectively: boolean
  /** The line says 单位, so that what follows is one; else it may be a post. */
  readonly named: boolean
  /** 译者单位. */
  readonly translators: boolean
}

const split = (text: string): string[] =>
  text
    .split(/\s*[；;]\s*/u)
    .map((part) => part.replace(/[。.]$/u, '').replace(/^第[一二三四五六]作者(?:单位)?\s*[:：]?\s*/u, ''))
    .filter((part) => part !== '')

/** The units an anchor line names, or undefined where the line is none: （作者为此走了三年。） is a sentence. */
export function anchorOf(text: string): Anchor | undefined {
  const plain = simplify(text)
  const found = bracketed.exec(plain) ?? bare.exec(plain)
  const label = labelled.exec(plain)
  if (!found && !label) return undefined
  const how = found?.[1] ?? '单位'
  const named = label !== null || how === '' || how.includes('单位')
  const rest = found?.[2] ?? label![1]!
  // The simplified text has the same length, so that the printed characters can be taken from the same place.
  const at = plain.lastIndexOf(rest)
  const printed = text.slice(at, at + rest.length)
  const colon = /[:：]/u.test(plain.slice(0, at)) && !plain.includes('简介')
  if (how === '' && !colon) return undefined
  if (!named && !namesPlace(printed)) return undefined
  if (named && /[。！？][^）)\]］】〕]/u.test(printed)) return undefined
  return {
    units: split(printed),
    respectively: how.startsWith('分别') || /^分别[系为]/u.test(rest) || /第[二三]作者/u.test(rest),
    named,
    translators: plain.includes('译者'),
  }
}

export const affiliationsOf = (text: string): readonly string[] | undefined => anchorOf(text)?.units

/** A line in brackets or alone that is nothing but institutions: 1.松溪大学 建筑学院，江东 松溪 321000. */
export interface NumberedUnit {
  readonly mark?: string
  readonly name: string
}

/** The town and the postcode after the name of a unit. */
const town =
  /[,，]\s*[\p{Script=Han}\s]{2,14}\s*\d{6}$|\s+\d{6}$|[,，]\s*(?:\p{Script=Han}{2,3}\s+)?\p{Script=Han}{2,4}$/u

/** Units of a line under the names, with the numbers by which the names point at them. */
export function unitLine(text: string): NumberedUnit[] | undefined {
  const inner = /^[（(［[](.+)[）)］\]]$/u.exec(text.trim())?.[1] ?? text.trim()
  if (Array.from(inner).length > 200 || /[。！？]/u.test(inner)) return undefined
  // Without brackets, a number or a postcode a comma belongs to a sentence.
  if (/[，,]/u.test(inner) && inner === text.trim() && !/^\d|\d{6}/u.test(inner)) return undefined
  const parts = inner
    .split(/\s*[；;]\s*|(?<=\d{6}|[院所系部校司馆心室])[\s,，、]+(?=\d{1,2}\s*[.．、]\s*\p{Script=Han})/u)
    .filter((part) => part !== '')
  const units = parts.map((part): NumberedUnit | undefined => {
    const found = /^(?:[（(]?([\d①-⑳¹²³a-d])[）)]?\s*[.．、]?\s*)?(\p{Script=Han}.*)$/u.exec(part)
    if (!found) return undefined
    const name = found[2]!
    const institution = name.replace(town, '')
    if (!isOrganisation(institution.replace(/\s+/gu, ''))) return undefined
    const mark = found[1]
      ?.replace(/[①-⑳]/u, (c) => String(c.codePointAt(0)! - 0x245f))
      .replace(/[¹²³]/u, (c) => String('¹²³'.indexOf(c) + 1))
    return { ...(mark !== undefined && { mark }), name }
  })
  return units.length > 0 && units.every((unit) => unit !== undefined) ? units : undefined
}

/** Makes every anchor a unit of its own: parted from the paragraph it ends, and whole where a column's end cut it. */
export function isolateAnchors(units: readonly Unit[]): { units: Unit[]; repairs: Repair[] } {
  const parted = units.flatMap((unit): Unit[] => {
    const found = trailing.exec(simplify(unit.text))
    if (!found) return [unit]
    const at = unit.text.length - found[2]!.length
    const tail = unit.text.slice(at)
    const whole = balanceOf(tail).unclosed.length > 0
    if (!anchorOf(tail) && !(whole && /单位/u.test(simplify(tail)))) return [unit]
    return [
      { ...unit, text: unit.text.slice(0, at).trim() },
      { ...unit, text: tail, indented: false, blank: false },
    ]
  })
  const all: Unit[] = []
  const repairs: Repair[] = []
  for (let at = 0; at < parted.length; at++) {
    let unit = parted[at]!
    for (
      let more = 0;
      more < 2 && opened.test(simplify(unit.text)) && balanceOf(unit.text).unclosed.length > 0;
      more++
    ) {
      const next = parted[at + 1]
      if (next === undefined || balanceOf(next.text).unopened.length === 0) break
      repairs.push({
        line: unit.line,
        rule: 'affiliation-join',
        action: 'applied',
        before: `${unit.text} ⏎ ${next.text}`,
        after: unit.text + next.text,
      })
      unit = { ...unit, text: unit.text + next.text, last: next.line }
      at += 1
    }
    all.push(unit)
  }
  return { units: all, repairs }
}
