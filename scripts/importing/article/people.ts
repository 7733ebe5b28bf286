/** The names, units and notes on the authors of one article in; its people with what belongs to each out. */

import type { NamedLine } from '../boundaries/head.ts'
import { type Anchor, anchorOf, type NumberedUnit, unitLine } from '../byline/affiliation.ts'
import type { BioLine } from '../byline/bio.ts'
import type { Named } from '../byline/byline.ts'
import { type BylineDoubt, notes } from '../byline/doubts.ts'
import { splitPost } from '../byline/organisations.ts'
import type { Unit } from '../lines/units.ts'
import type { ImportedPerson, Repair } from '../result.ts'

/** What a byline certainly says needs no decision. */
const certain: ReadonlySet<BylineDoubt> = new Set(['spacing', 'post'])

export interface PeopleSource {
  readonly names: readonly NamedLine[]
  /** Lines with units under the names or at the end. */
  readonly places: readonly Unit[]
  readonly bios: readonly { readonly unit: Unit; readonly bio: BioLine }[]
}

export interface People {
  readonly people: readonly ImportedPerson[]
  readonly shared: readonly string[]
  readonly repairs: readonly Repair[]
}

function nameRepairs({ unit, byline }: NamedLine): Repair[] {
  const after = byline.names.map((named) => named.name).join('、')
  return byline.doubts.map((doubt) => ({
    line: unit.line,
    rule: doubt === 'spacing' ? 'name-space' : doubt === 'date' ? 'byline-date' : 'byline',
    action: doubt === 'spacing' ? 'applied' : 'confirm',
    ...(certain.has(doubt) && { confidence: 'sure' as const }),
    before: unit.text,
    after,
    note: notes[doubt],
  }))
}

interface Draft {
  named: Named
  affiliations: readonly string[] | undefined
  bio: string | undefined
}

/** Numbers after the names point at the numbers before the units. */
function byNumber(drafts: readonly Draft[], numbered: readonly NumberedUnit[]): boolean {
  const marks = drafts.some(({ named }) => named.marks?.some((mark) => /\d/u.test(mark)))
  if (!marks || !numbered.some(({ mark }) => mark !== undefined)) return false
  for (const draft of drafts) {
    const own = (draft.named.marks ?? []).map((mark) => mark.replace(/\D/gu, ''))
    const units = numbered.filter(({ mark }) => mark !== undefined && own.includes(mark)).map(({ name }) => name)
    if (units.length > 0) draft.affiliations = units
  }
  return true
}

/** 顾北川，东屿中学；苏晚，江东水利学院: each unit says whose it is. */
function byName(drafts: readonly Draft[], units: readonly string[]): boolean {
  const own = units.map((unit) => {
    const draft = drafts.find(({ named }) => unit.startsWith(named.name))
    const rest =
      draft &&
      /^\s*(?:[,，:：、]|[系为在](?=\p{Script=Han}{3}))\s*(.+)$/u.exec(unit.slice(draft.named.name.length))?.[1]
    return draft && rest !== undefined ? { draft, rest } : undefined
  })
  if (own.length === 0 || !own.every((one) => one !== undefined)) return false
  for (const { draft, rest } of own) {
    const placed = splitPost(rest)
    draft.affiliations = [placed?.unit ? placed.unit : rest]
    if (placed) draft.bio ??= rest
  }
  return true
}

function respectively(drafts: readonly Draft[], anchor: Anchor): boolean {
  const parts = anchor.units.length === 1 ? anchor.units[0]!.split(/[、，,和]/u) : anchor.units
  if (parts.length !== drafts.length) return false
  let unit: string | undefined
  for (const [at, part] of parts.entries()) {
    const placed = splitPost(part)
    if (placed?.unit) unit = placed.unit
    else if (!placed) unit = part
    const draft = drafts[at]!
    if (unit !== undefined) draft.affiliations = [unit]
    draft.bio = placed && unit !== undefined && placed.unit === '' ? `${unit}${placed.post}` : placed ? part : draft.bio
  }
  return true
}

export function peopleOf({ names, places, bios }: PeopleSource): People {
  const repairs: Repair[] = names.flatMap(nameRepairs)
  const drafts: Draft[] = []
  for (const { unit, byline } of names)
    for (const named of byline.names) {
      const same = drafts.find((draft) => draft.named.name === named.name)
      if (!same) drafts.push({ named, affiliations: named.affiliation, bio: named.bio })
      else if (same.named.role !== named.role) {
        // 文/乔安 摄影/乔安 is one person; who writes is the author.
        if (named.role === 'author') same.named = { ...same.named, role: 'author' }
        repairs.push({
          line: unit.line,
          rule: 'byline',
          action: 'confirm',
          before: unit.text,
          after: named.name,
          note: notes.roles,
        })
      }
    }
  const confirm = (unit: Unit, rule: 'affiliation' | 'affiliation-place' | 'post' | 'bio', note: string): void => {
    const after = rule === 'affiliation' || rule === 'post' ? '（写入文章头部）' : unit.text
    repairs.push({ line: unit.line, rule, action: 'confirm', before: unit.text, after, note })
  }
  let shared: string[] = []
  let settled = false
  for (const unit of places) {
    const anchor = anchorOf(unit.text)
    const numbered = anchor
      ? anchor.units.flatMap((one) => unitLine(one) ?? [{ name: one }])
      : (unitLine(unit.text) ?? [])
    const all = settled ? [] : placesBefore(places, unit).concat(numbered)
    if (!settled && byNumber(drafts, all)) {
      settled = drafts.every(({ affiliations }) => affiliations !== undefined)
      shared = []
      continue
    }
    if (settled || (drafts.length > 0 && drafts.every(({ affiliations }) => affiliations !== undefined))) {
      if (drafts.length > 0) confirm(unit, 'affiliation-place', '各人已有单位，这一行没有写入，请核对。')
      else shared.push(...numbered.map(({ name }) => name))
      continue
    }
    const named = anchor && byName(drafts, anchor.units)
    if (named) {
      settled = drafts.every(({ affiliations }) => affiliations !== undefined)
      continue
    }
    const translators = anchor?.translators ? drafts.filter((draft) => draft.named.role === 'translator') : []
    if (translators.length > 0) {
      for (const draft of translators) draft.affiliations = anchor!.units
      continue
    }
    if (anchor?.respectively && respectively(drafts, anchor)) {
      settled = true
      confirm(unit, 'affiliation', '“分别”的单位、职务已依次分给各位作者，请核对。')
      continue
    }
    for (const { name } of numbered) {
      const placed = anchor && !anchor.named ? splitPost(name) : undefined
      if (!placed) shared.push(name)
      else {
        if (placed.unit !== '') shared.push(placed.unit)
        for (const draft of drafts) draft.bio ??= name
        confirm(unit, 'post', '单位和职务已分开：职务连同单位写入简介（bio），请核对。')
      }
    }
    if (anchor && !anchor.named && !splitPost(anchor.units.join('')))
      confirm(unit, 'affiliation', '“作者系”后面按单位处理，请核对。')
    if (numbered.length > 1 && drafts.length > 1)
      confirm(unit, 'affiliation', '作者和单位都不止一个：现在每位作者都署全部单位，请在 byline 中分别写明。')
  }
  for (const { unit, bio } of bios) {
    const unknown = bio.bios.filter(({ name }) => !drafts.some(({ named }) => named.name === name))
    for (const one of bio.bios) {
      const draft = drafts.find(({ named }) => named.name === one.name)
      if (draft && one.text !== '') draft.bio = one.text
    }
    if (bio.bios.length === 0 && drafts.length === 1) drafts[0]!.bio = bio.text
    else if (bio.bios.length === 0 || unknown.length > 0)
      confirm(unit, 'bio', '简介里的人与署名对不上，没有全部写入，请核对。')
    if (bio.corresponding)
      repairs.push({
        line: unit.line,
        rule: 'corresponding',
        action: 'confirm',
        before: unit.text,
        after: unit.text,
        note: '通信作者不是单位；请在该作者名下写 email。',
      })
  }
  return {
    people: drafts.map(({ named, affiliations, bio }) => ({
      name: named.name,
      role: named.role,
      ...(affiliations && { affiliations }),
      ...(bio !== undefined && bio !== '' && { bio }),
    })),
    shared: [...new Set(shared)],
    repairs,
  }
}

/** Numbered units on lines of their own count together. */
const placesBefore = (places: readonly Unit[], unit: Unit): NumberedUnit[] =>
  places.slice(0, places.indexOf(unit)).flatMap((one) => (anchorOf(one.text) ? [] : (unitLine(one.text) ?? [])))
