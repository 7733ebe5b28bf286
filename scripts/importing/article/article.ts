/** One part of a divided text in; the article with its facts, people and blocks out, and all that was done to it. */

import type { Part } from '../boundaries/divide.ts'
import { type Head, isDisplay, isProse } from '../boundaries/head.ts'
import { anchorOf } from '../byline/affiliation.ts'
import { type BioLine, bioLine } from '../byline/bio.ts'
import { opening } from '../characters/marks.ts'
import { moved } from '../furniture/moved.ts'
import type { Unit } from '../lines/units.ts'
import { type English, readEnglish } from '../matter/english.ts'
import { readReferences } from '../matter/references.ts'
import { findings } from '../report/findings.ts'
import type { ImportedArticle, ImportedFields, ImportedPerson, LeakedLine, Repair } from '../result.ts'
import { readBody } from './body.ts'
import { readFields } from './fields.ts'
import { peopleOf } from './people.ts'
import { readSignature } from './signature.ts'

export interface ArticleSettings {
  readonly joinLength: number
  readonly indents: boolean
  readonly markdown: boolean
  /** Whether the text is simplified, so that traditional characters in it are strangers. */
  readonly simplified: boolean
}

export interface ReadArticle {
  readonly article: ImportedArticle
  readonly repairs: readonly Repair[]
  readonly leaked: readonly LeakedLine[]
  /** Raw lines set as verse. */
  readonly verseLines: readonly number[]
}

const untitled = '待填题目'

interface Titles {
  readonly title: string
  readonly subtitle?: string
  readonly section?: string
}

function titlesOf(head: Head | undefined, repairs: Repair[], leaked: LeakedLine[]): Titles {
  if (!head) return { title: untitled }
  const { titles, subtitles, kickers, section } = head
  const title = titles.map((unit) => unit.text).join(' ')
  if (titles.length > 1)
    repairs.push({
      line: titles[0]!.line,
      rule: 'title-lines',
      action: 'confirm',
      before: titles.map((unit) => unit.text).join(' ⏎ '),
      after: title,
      note: '署名之前有几行，按一个标题的几个展示行处理，中间留一个空格；如前一行是栏目名、书眉或页码，请移出。',
    })
  for (const unit of kickers) {
    const gone = moved(unit, 'kicker', '按肩题移出标题；如要印，请并入题目或副题。', 'likely')
    leaked.push(gone.leaked)
    repairs.push(gone.repair)
  }
  const subtitle = subtitles.map((unit) => unit.text.replace(/^[—–-]+\s*/u, '')).join(' ')
  if (subtitles.some((unit) => !/^[—–-]/u.test(unit.text)))
    repairs.push({
      line: subtitles[0]!.line,
      rule: 'subtitle',
      action: 'confirm',
      confidence: 'likely',
      before: subtitle,
      after: '（作副题）',
      note: '依位置按副题处理。',
    })
  if (section)
    repairs.push({
      line: section.unit.line,
      rule: 'section',
      action: 'applied',
      confidence: section.known ? 'likely' : 'doubtful',
      before: section.unit.text,
      after: `issue.yaml 的栏目“${section.name}”`,
      note: '题目之上的一行按栏目处理。',
    })
  return { title, ...(subtitle !== '' && { subtitle }), ...(section && { section: section.name }) }
}

/** SHEN Yanqiu → Shen Yanqiu. */
const pinyinOf = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => (word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : word))
    .join(' ')

function withPinyin(people: readonly ImportedPerson[], english: English | undefined): readonly ImportedPerson[] {
  if (!english) return people
  const fits = english.names.length === people.length
  return people.map((person, at) => ({ ...person, pinyin: fits ? pinyinOf(english.names[at]!) : '待填拼音' }))
}

function englishFields(english: English | undefined): ImportedFields['english'] {
  if (!english) return undefined
  const { title, affiliations, abstract, keywords } = english
  return {
    ...(title !== undefined && { title }),
    ...(affiliations.length > 0 && { affiliation: affiliations }),
    ...(abstract !== undefined && { abstract }),
    ...(keywords.length > 0 && { keywords }),
  }
}

export function readArticle(part: Part, settings: ArticleSettings): ReadArticle {
  const repairs: Repair[] = []
  const leaked: LeakedLine[] = []
  const { head } = part
  const jump = part.jump ? part.body[part.jump.units - 1] : undefined
  const first = part.body[0]
  // Without a head the first short line is the only title there can be.
  const bare = !head && first && isDisplay(first) && !isProse(first) ? first : undefined
  const titles = bare ? { title: bare.text } : titlesOf(head, repairs, leaked)
  if (titles.title === untitled)
    repairs.push({
      line: part.line,
      rule: 'boundary',
      action: 'confirm',
      before: opening(first?.text ?? ''),
      after: untitled,
      note: '没有看到题目，已写作“待填题目”。',
    })
  else if (bare)
    repairs.push({
      line: bare.line,
      rule: 'boundary',
      action: 'confirm',
      before: bare.text,
      after: '（作题目）',
      note: '第一行按题目处理，请核对。',
    })

  const { english, rest: chinese } = readEnglish(bare ? part.body.slice(1) : part.body)
  if (english)
    repairs.push({
      line: english.units[0]!.line,
      rule: 'english',
      action: 'applied',
      confidence: 'likely',
      before: opening(english.units[0]!.text),
      after: '（写入 english）',
      note: `英文题名页共 ${english.units.length} 行，各行以空格相接。`,
    })
  const references = readReferences(chinese)
  if (references.entries.length > 0)
    repairs.push({
      line: references.head!.line,
      rule: 'reference',
      action: 'applied',
      confidence: references.doubtful.length > 0 ? 'doubtful' : 'sure',
      before: opening(references.head!.text),
      after: '（写入 references）',
      note: `共 ${references.entries.length} 条，序号由版式给出。${references.doubtful.length > 0 ? `第 ${references.doubtful.join('、')} 行没有序号，请核对。` : ''}`,
    })
  const labelled = readFields(references.rest)
  repairs.push(...labelled.repairs)
  leaked.push(...labelled.leaked)

  const places: Unit[] = [...(head?.places ?? [])]
  const bios: { unit: Unit; bio: BioLine }[] = []
  const text: Unit[] = []
  for (const unit of labelled.rest) {
    const bio = anchorOf(unit.text) ? undefined : bioLine(unit.text)
    if (bio) {
      bios.push({ unit, bio })
      repairs.push({
        line: unit.line,
        rule: 'bio',
        action: 'applied',
        before: opening(unit.text),
        after: '（写入简介）',
      })
      const inFull = bio.bios.length > 0 && !bio.corresponding
      if (!inFull) leaked.push({ line: unit.line, text: unit.text })
    } else if (anchorOf(unit.text)) places.push(unit)
    else text.push(unit)
  }
  const signed = head && head.names.length > 0 ? { names: head.names, rest: text, repairs: [] } : readSignature(text)
  repairs.push(...signed.repairs)
  const people = peopleOf({ names: signed.names, places, bios })
  repairs.push(...people.repairs)

  const body = readBody(signed.rest, {
    title: titles.title,
    joinLength: settings.joinLength,
    indents: settings.indents,
    markdown: settings.markdown,
    references: references.entries.length,
    jump,
  })
  repairs.push(...body.repairs)
  leaked.push(...body.leaked)
  if (part.jump && !body.jumps)
    repairs.push({
      line: jump?.line ?? part.line,
      rule: 'jump',
      action: 'confirm',
      before: opening(jump?.text ?? ''),
      after: opening(jump?.text ?? ''),
      note: '转接处没有合适的位置放 {下转}，全文连排。',
    })

  const everybody = withPinyin(people.people, english)
  const page = englishFields(english)
  const article: ImportedArticle = {
    ...titles,
    people: everybody,
    affiliations:
      people.shared.length > 0 ? people.shared : [...new Set(everybody.flatMap((one) => one.affiliations ?? []))],
    fields: {
      ...labelled.fields,
      ...(page && { english: page }),
      ...(references.entries.length > 0 && { references: references.entries.map((entry) => entry.text) }),
    },
    verse: body.verse,
    blocks: body.blocks,
    ...(part.jump && body.jumps && { continuedAfter: part.jump.after }),
    line: part.line,
  }
  repairs.push(
    ...findings({
      article,
      units: body.units,
      joinedLines: body.joinedLines,
      textLines: body.textLines,
      simplified: settings.simplified,
    }),
  )
  return { article, repairs, leaked, verseLines: body.verseLines }
}
