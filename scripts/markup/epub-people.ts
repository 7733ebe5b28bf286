/** The masthead and the bylines of an issue in; the people of an EPUB package, with MARC roles and sortable names, out. */
import { bookId } from '../model/ids.ts'
import type { Issue } from '../model/issue.ts'

export interface Person {
  readonly id: string
  readonly name: string
  /** MARC relator codes; a person who wrote one article and translated another has two. */
  readonly roles: readonly string[]
  /** `Shen, Yanqiu`; empty where no pinyin is given. */
  readonly fileAs: string
  readonly pinyin: string
  /** https URL, or empty. */
  readonly orcid: string
}

/** What masthead roles are in MARC; the first that fits. Art editors design, and do not edit. */
const mastheadRoles: readonly (readonly [RegExp, string])[] = [
  [/设计|装帧|美编|美术|版式|封面/, 'bkd'],
  [/校对|校订/, 'pfr'],
  [/插图|插画|绘/, 'ill'],
  [/摄影/, 'pht'],
  [/翻译|译审/, 'trl'],
  [/审/, 'rev'],
  [/顾问/, 'csl'],
  [/印/, 'prt'],
  [/发行/, 'dst'],
  [/编/, 'edt'],
]

const mastheadRole = (label: string): string => mastheadRoles.find(([words]) => words.test(label))?.[1] ?? 'oth'

/** `Shēn Yànqiū` → `Shen, Yanqiu`: surname first as written, tone marks dropped (ü keeps its dots), as catalogues sort it. */
export function fileAs(pinyin: string): string {
  const plain = pinyin
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
    .trim()
  if (plain.includes(',')) return plain
  const [surname, ...given] = plain.split(/\s+/)
  return given.length > 0 ? `${surname}, ${given.join(' ')}` : plain
}

interface Draft {
  readonly name: string
  readonly pinyin: string
  readonly orcid: string
  readonly roles: Set<string>
}

/** Namesakes with other affiliations are other people; one person is listed once, with every role. */
function creditedPeople(issue: Issue): Draft[] {
  const people = new Map<string, Draft>()
  for (const article of issue.articles) {
    for (const credit of article.byline) {
      const affiliations = credit.affiliations.map((index) => article.affiliations[index]).sort()
      const key = JSON.stringify([credit.name, credit.orcid ?? affiliations])
      const known = people.get(key)
      if (known) known.roles.add(credit.role)
      else {
        people.set(key, {
          name: credit.name,
          pinyin: credit.pinyin ?? '',
          orcid: credit.orcid ? `https://orcid.org/${credit.orcid}` : '',
          roles: new Set([credit.role]),
        })
      }
    }
  }
  return [...people.values()]
}

/**
 * Reading systems show `dc:creator` as the author of the book: for an issue these are its chief editors, or else all its
 * editors, or else the unit that issues it (MARC isb). Everybody else is a contributor, with the role that he has.
 */
export function peopleOf(issue: Issue): { creators: Person[]; contributors: Person[] } {
  const staff = new Map<string, Draft & { chief: boolean }>()
  const credited = creditedPeople(issue)
  // The masthead gives no pinyin; where a byline spells the same characters, they sound the same.
  const spelled = new Map(credited.map(({ name, pinyin }) => [name, pinyin]))
  for (const { role, name } of issue.journal.editors) {
    const known = staff.get(name)
    const chief = /主编|总编/.test(role) || known?.chief === true
    const roles = new Set([...(known?.roles ?? []), mastheadRole(role)])
    staff.set(name, { name, pinyin: spelled.get(name) ?? '', orcid: '', roles, chief })
  }
  const all = [...staff.values()]
  const chiefs = all.filter((person) => person.chief)
  const editors = chiefs.length > 0 ? chiefs : all.filter((person) => person.roles.has('edt'))
  const publisher: Draft = { name: issue.journal.publisher, pinyin: '', orcid: '', roles: new Set(['isb']) }
  const numbered = (drafts: readonly Draft[], part: 'creator' | 'contributor'): Person[] =>
    drafts.map(({ name, pinyin, orcid, roles }, i) => ({
      id: bookId(part, i + 1),
      name,
      pinyin,
      orcid,
      roles: [...roles],
      fileAs: pinyin && fileAs(pinyin),
    }))
  return {
    creators: numbered(editors.length > 0 ? editors : [publisher], 'creator'),
    contributors: numbered([...all.filter((person) => !editors.includes(person)), ...credited], 'contributor'),
  }
}
