/** The sections of a manifest in; the id of every article out. Reading and assembling must agree on it. */
import type { Manifest } from './manuscript.ts'

/** File name → id (a01, a02 …) by position in the printed order; a name listed twice keeps its first place. */
export function articleIds(sections: Manifest['sections']): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const name of sections.flatMap((section) => section.articles).filter((it) => typeof it === 'string')) {
    if (!ids.has(name)) ids.set(name, `a${String(ids.size + 1).padStart(2, '0')}`)
  }
  return ids
}
