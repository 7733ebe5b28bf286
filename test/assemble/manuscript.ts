/** Small manuscripts for the assemble stage: facts as read, without files. */
import type { FrontMatter, Manifest, Manuscript } from '../../scripts/model/manuscript.ts'

type Loose<T> = { readonly [K in keyof T]?: T[K] }

export interface Parts {
  readonly journal?: Loose<Manifest['journal']>
  readonly issue?: Loose<Manifest['issue']>
  readonly manifest?: Loose<Manifest>
  readonly articles?: Readonly<Record<string, Loose<FrontMatter>>>
}

/** One section with all the articles, unless the manifest says otherwise. */
export function manuscriptOf(parts: Parts = {}): Manuscript {
  const articles = parts.articles ?? { '01-paper.md': {} }
  const manifest = {
    journal: { name: '纸上', kind: 'internal', compiler: '纸上编辑部', ...parts.journal },
    issue: { year: 2026, number: '1', date: '2026-01-15', ...parts.issue },
    sections: [{ name: '特稿', articles: Object.keys(articles) }],
    ...parts.manifest,
  } as Manifest
  const places = (file: string) => new Map([['', { file, line: 1, column: 1 }]])
  return {
    id: '2026-01',
    folder: 'manuscript/2026-01',
    manifest: { value: manifest, places: places('issue.yaml') },
    articles: Object.entries(articles).map(([name, facts]) => ({
      file: `manuscript/2026-01/${name}`,
      name,
      facts: {
        value: { title: '一张纸的来历', byline: ['陆知微'], affiliation: '纸上编辑部', ...facts } as FrontMatter,
        places: places(name),
      },
      body: [],
      notes: [],
    })),
    resources: [
      { src: 'figures/press.svg', mediaType: 'image/svg+xml', data: new Uint8Array([60]), width: 120, height: 90 },
    ],
    profile: null,
    faces: [],
  }
}
