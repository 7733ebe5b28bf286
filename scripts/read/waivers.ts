/** The text of waivers.yaml in, waivers out; diagnostics and waivers in, the diagnostics that still stand out. */
import { type Code, codes } from '../model/codes/index.ts'
import type { CodeRow, Finder, Product } from '../model/codes/row.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { editionNames, editions, isPaged } from '../model/edition.ts'
import { nearest } from '../model/nearest.ts'
import type { Place } from '../model/place.ts'
import { waiversSchema } from '../model/schema/index.ts'
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
  const { value, diagnostics } = validate(yaml, waiversSchema)
  const found = [...diagnostics, ...checkValues(yaml)]
  const waivers: Waiver[] = []
  const entries = (value ?? []) as readonly Partial<Omit<Waiver, 'place'>>[]
  entries.forEach((entry, i) => {
    const { code, file: target, because } = compact(entry)
    const place = yaml.places.get(`[${i}].code`)
    if (code === undefined || target === undefined || because === undefined || !place) return
    if (code in codes) waivers.push({ code, file: target, because, place })
    else {
      const allowed = nearest(code, Object.keys(codes))
      found.push(diagnostic('manuscript/value-unknown', place, { key: 'code', value: code, allowed }))
    }
  })
  return { waivers, diagnostics: found }
}

/** What a run looked at. */
export interface Looked {
  readonly by: ReadonlySet<Finder>
  readonly in: ReadonlySet<Product>
}

/** Both paged editions have the same pages: a waiver that names one of them holds for the other. */
const pagesOf = (file: string): string => file.replace(pagedSuffix, '.pdf')
const pagedSuffix = new RegExp(
  `(?:${editionNames
    .filter(isPaged)
    .map((edition) => editions[edition].suffix.replace('.', '\\.'))
    .join('|')})$`,
)

/** Whether the fault is one that the waiver allows. */
export function isWaived(d: Diagnostic, waivers: readonly Waiver[]): boolean {
  const file = pagesOf(d.place?.file ?? '')
  return waivers.some((waiver) => {
    const meant = pagesOf(waiver.file)
    return waiver.code === d.code && (file === meant || file.endsWith(`/${meant}`))
  })
}

/** Whether this run could have come upon the fault that the waiver allows, in the file that it names. */
function wasLookedAt({ code, file }: Waiver, looked: Looked): boolean {
  const row: CodeRow | undefined = codes[code as Code]
  if (row?.by && !looked.by.has(row.by) && row.by !== 'import') return false
  if (row?.in && !row.in.some((product) => looked.in.has(product))) return false
  const named = editionNames.filter((name) => pagesOf(file).endsWith(pagesOf(editions[name].suffix)))
  return named.length === 0 || named.some((name) => looked.in.has(name))
}

/**
 * Takes out what is waived and reports every waiver that silenced nothing, but for those of faults that this run could not come
 * upon: a check sees no pages, and an EPUB has none.
 * @param looked everything unless given.
 */
export function applyWaivers(
  diagnostics: readonly Diagnostic[],
  waivers: readonly Waiver[],
  looked?: Looked,
): Diagnostic[] {
  const standing = diagnostics.filter((d) => !isWaived(d, waivers))
  const unused = waivers
    .filter((waiver) => !looked || wasLookedAt(waiver, looked))
    .filter((waiver) => !diagnostics.some((d) => isWaived(d, [waiver])))
    .map(({ code, file, place }) => diagnostic('manuscript/waiver-unused', place, { code, file }))
  return [...standing, ...unused]
}
