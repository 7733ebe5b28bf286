/** A line about the authors in, what it says of each out. */
import { simplify } from '../characters/script.ts'
import { isOrganisation } from './organisations.ts'
import { nameLikeness } from './surnames.ts'

export interface Bio {
  readonly name: string
  readonly text: string
}

export interface BioLine {
  /** With a name each; empty where the text names nobody. */
  readonly bios: readonly Bio[]
  readonly text: string
  /** 通信作者 and the like, which says who answers letters. */
  readonly corresponding: boolean
}

const label =
  /^[（(［[【〔*＊]?\s*((?:第[一二三四五六]|本文|主要)?作\s*者\s*(?:简\s*介|简\s*历|介\s*绍)|通[讯信]作者(?:简介)?|通联作者|译者简介|[*＊]\s*通[讯信]作者)\s*(?:[］\]】〕)）]\s*[:：]?|[:：])\s*(.+)$/u
/** 闻笛（1990— ），女，… without a label. */
const unlabelled =
  /^(\p{Script=Han}{2,4})\s*[（(]\s*(?:1[89]|20)\d\d\s*(?:年\s*\d*\s*月?)?\s*[—–\-－~～]*\s*[）)]?\s*[,，、]/u

function bioOf(part: string): Bio | undefined {
  const found =
    /^[*＊]?(\p{Script=Han}{2,4}|\p{Script=Han}+(?:·\p{Script=Han}+)+)\s*(?:[,，:：]|(?=[（(]))\s*(.+)$/u.exec(part)
  if (!found || nameLikeness(found[1]!) === 'none' || isOrganisation(found[1]!)) return undefined
  return { name: found[1]!, text: found[2]!.replace(/[；;]$/u, '') }
}

export function bioLine(text: string): BioLine | undefined {
  const plain = simplify(text)
  const found = label.exec(plain)
  if (!found && !unlabelled.test(plain)) return undefined
  let rest = found ? text.slice(text.length - found[2]!.length) : text
  if (
    /^[（(［[【〔]/u.test(text) &&
    /[）)］\]】〕]$/u.test(rest) &&
    found &&
    !/[）)］\]】〕]/u.test(text.slice(0, text.length - rest.length))
  )
    rest = rest.slice(0, -1)
  const corresponding = found !== null && /通[讯信联]作者/u.test(found[1]!)
  const parts = rest.split(/(?<=[；;。])\s*(?=[*＊]?\p{Script=Han}{2,4}(?:\s*[（(]\s*(?:1[89]|20)\d\d|[,，:：]))/u)
  const bios: Bio[] = []
  for (const part of parts) {
    const bio = bioOf(part)
    if (bio) bios.push(bio)
    else if (bios.length > 0) bios.push({ name: bios.at(-1)!.name, text: `${bios.pop()!.text}${part}` })
  }
  if (bios.length === 0 && corresponding && nameLikeness(rest.replace(/[。.*＊]$/u, '')) !== 'none')
    return { bios: [{ name: rest.replace(/[。.*＊]$/u, ''), text: '' }], text: rest, corresponding }
  return { bios, text: rest, corresponding }
}
