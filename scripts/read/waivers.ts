/** The text of waivers.yaml in, waivers out; diagnostics and waivers in, the diagnostics that still stand out. */
import { codes } from '../model/codes/index.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'
import { nearest } from './nearest.ts'
import { waiversSchema } from './schema.ts'
import { compact, validate } from './validate.ts'
import { checkValues } from './values.ts'
import { parseYaml } from './yaml.ts'

/** Silences one code in one file. */
export interface Waiver {
  readonly code: string
  /** As in the issue folder (`02-tea.md`), or the name of an artifact. */
  readonly file: string
  readonly because: string
  readonly place: Place
}

export function readWaivers(text: string, file: string): { waivers: Waiver[]; diagnostics: Diagnostic[] } {
  const yaml = parseYaml(text, file)
  const { value, diagnostics } = validate<Omit<Waiver, 'place'>[]>(yaml, waiversSchema)
  const found = [...diagnostics, ...checkValues(yaml)]
  const waivers: Waiver[] = []
  const entries = (value ?? []) as readonly Partial<Omit<Waiver, 'place'>>[]
  entries.forEach((entry, i) => {
    const { code, file: target, because } = compact(entry)
    const place = yaml.places.get(`[${i}].code`)
    if (code === undefined || target === undefined || because === undefined || !place) return
    if (code in codes) waivers.push({ code, file: target, because, place })
    else {
      const allowed = nearest(code, new Map(Object.keys(codes).map((known) => [known, []])))
      found.push(diagnostic('manuscript/value-unknown', place, { key: 'code', value: code, allowed }))
    }
  })
  return { waivers, diagnostics: found }
}

/**
 * Takes out what is waived and reports every waiver that silenced nothing. `areas` names the areas that were checked in this
 * run (`manuscript`, `layout` …): a waiver of an area nobody looked at is not unused.
 */
export function applyWaivers(
  diagnostics: readonly Diagnostic[],
  waivers: readonly Waiver[],
  areas?: ReadonlySet<string>,
): Diagnostic[] {
  const matches = (waiver: Waiver, d: Diagnostic): boolean => {
    const file = d.place?.file ?? ''
    return waiver.code === d.code && (file === waiver.file || file.endsWith(`/${waiver.file}`))
  }
  const standing = diagnostics.filter((d) => !waivers.some((waiver) => matches(waiver, d)))
  const unused = waivers
    .filter((waiver) => !areas || areas.has(waiver.code.split('/')[0]!))
    .filter((waiver) => !diagnostics.some((d) => matches(waiver, d)))
    .map(({ code, file, place }) => diagnostic('manuscript/waiver-unused', place, { code, file }))
  return [...standing, ...unused]
}
