/** The text of issue.yaml in; its facts, the articles it lists and what is wrong with it out. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { articleIds } from '../model/ids.ts'
import type { Facts, Manifest } from '../model/manuscript.ts'
import type { Place } from '../model/place.ts'
import { issueSchema } from '../model/schema/index.ts'
import type { Wanted } from './pictures.ts'
import { compact, validate } from './validate.ts'
import { checkValues } from './values.ts'
import { childPath, parseYaml } from './yaml.ts'

export interface ManifestResult {
  /** Null if it does not say which issue it is and which articles there are. */
  readonly facts: Facts<Manifest> | null
  /** All that it says. */
  readonly loose: Facts<Partial<Manifest>>
  /** File name → place in the manifest, in printed order. */
  readonly listed: ReadonlyMap<string, Place>
  readonly ids: ReadonlyMap<string, string>
  readonly pictures: readonly Wanted[]
  readonly diagnostics: readonly Diagnostic[]
}

export function readManifest(text: string, file: string): ManifestResult {
  const yaml = parseYaml(text, file)
  const valid = validate(yaml, issueSchema)
  const diagnostics = [...valid.diagnostics, ...checkValues(yaml)]
  const listed = new Map<string, Place>()
  const sections = new Map<string, Place>()
  valid.value?.sections?.forEach((section, i) => {
    const path = childPath('sections', i)
    const place = yaml.places.get(childPath(path, 'name'))
    const first = sections.get(section.name)
    if (first) diagnostics.push(diagnostic('manuscript/section-twice', place, { name: section.name }, [first]))
    else if (place) sections.set(section.name, place)
    section.articles?.forEach((name, j) => {
      if (typeof name !== 'string') return
      const at = yaml.places.get(childPath(childPath(path, 'articles'), j))!
      const earlier = listed.get(name)
      if (earlier) diagnostics.push(diagnostic('manuscript/article-twice', at, { name }, [earlier]))
      else listed.set(name, at)
    })
  })
  const value = valid.value && compact(valid.value)
  // A section that lists nothing usable stays, so that whoever goes through the sections need not ask.
  const complete = ((value?.sections ?? []) as Manifest['sections']).map(({ name, articles }) => ({
    name: name ?? '待填',
    articles: (articles ?? []).filter((entry) => typeof entry === 'string' || entry.continue !== undefined),
  }))
  const image = value?.cover?.image
  const ids = articleIds(complete)
  const usable = value?.journal && value.issue && complete.length > 0
  const whole = { ...value, ...(complete.length > 0 && { sections: complete }) }
  return {
    facts: usable ? { value: whole as Manifest, places: yaml.places } : null,
    loose: { value: whole as Partial<Manifest>, places: yaml.places },
    listed,
    ids,
    pictures: image === undefined ? [] : [{ src: image, place: yaml.places.get('cover.image')! }],
    diagnostics,
  }
}
