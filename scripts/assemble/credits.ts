/** The byline of an article as written in; credits with roles, and the affiliations they refer to, out. */
import type { Credit, Role } from '../model/issue.ts'
import type { CreditSource, FrontMatter } from '../model/manuscript.ts'
import { asList, missing } from './missing.ts'

/** Role as written → MARC relator code and what stands after the name. */
const roles: Readonly<Record<NonNullable<CreditSource['role']>, { readonly code: Role; readonly label: string }>> = {
  author: { code: 'aut', label: '' },
  translator: { code: 'trl', label: '译' },
  editor: { code: 'edt', label: '编' },
  illustrator: { code: 'ill', label: '绘' },
  photographer: { code: 'pht', label: '摄影' },
  compiler: { code: 'com', label: '整理' },
  interviewer: { code: 'ivr', label: '采访' },
  reviewer: { code: 'rev', label: '审' },
}

export function creditsOf(facts: Partial<FrontMatter>): { byline: Credit[]; affiliations: string[] } {
  const affiliations: string[] = []
  const indexOf = (name: string): number => {
    if (!affiliations.includes(name)) affiliations.push(name)
    return affiliations.indexOf(name)
  }
  const shared = asList(facts.affiliation)
  const written = facts.byline?.length ? facts.byline : [missing]
  const byline = written.map((entry): Credit => {
    const source = typeof entry === 'string' ? { name: entry } : entry
    const own = asList(source.affiliation)
    const role = roles[source.role ?? 'author']
    const units = own.length > 0 ? own : shared.length > 0 ? shared : [missing]
    return {
      name: source.name ?? missing,
      ...(source.pinyin && { pinyin: source.pinyin }),
      role: role.code,
      roleLabel: role.label,
      affiliations: [...new Set(units.map(indexOf))],
      ...(source.email && { email: source.email }),
      ...(source.orcid && { orcid: source.orcid }),
      ...(source.bio && { bio: source.bio }),
    }
  })
  return { byline, affiliations }
}
