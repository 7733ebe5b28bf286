/** A printed line of names in, the names with their roles and units out; undefined where the line is no byline. */
import { simplify } from '../characters/script.ts'
import { holdBrackets, releaseBrackets } from './brackets.ts'
import type { BylineDoubt } from './doubts.ts'
import { isOrganisation, isPost, splitPost } from './organisations.ts'
import { doubleRoles, gluedPost, joinedRoles, post, roleOf, roleSign, suffixes } from './roles.ts'
import { type Likeness, nameLikeness, splitGlued } from './surnames.ts'

export interface Named {
  readonly name: string
  /** As front matter writes it. */
  readonly role: string
  readonly affiliation?: readonly string[]
  readonly bio?: string
  /** Superscripts that point to numbered units. */
  readonly marks?: readonly string[]
}

export interface Byline {
  readonly names: readonly Named[]
  /** What an editor should look at. */
  readonly doubts: readonly BylineDoubt[]
  /** The line says by a sign (文/, □, 本刊记者) that it is a byline. */
  readonly marked: boolean
  /** The least likely of its names. */
  readonly likeness: Likeness
}

const bullets = /^[□■○●◎◇◆△▲☆★※▪◦•\s]+/u
const body =
  /^[\p{Script=Han}“”]{2,16}(?:编辑部|编写组|课题组|调研组|评论员|编委会|办公室|写作组|采访组|报道组|联合报道组)$/u
const bracket = /^(.+?)\s*[（(]([^（）()]+)[）)]([\d,，*＊†¹²³⁴-⁹]*)$/u
const superscript =
  /^(.*?\p{L})\s*([\d¹²³⁴-⁹]{1,2}(?:\s*[,，]\s*[\d¹²³⁴-⁹]{1,2})*(?:\s*[,，]?\s*[*＊†‡#△▲])?|[*＊†‡#△▲]+)$/u
const digits: Readonly<Record<string, string>> = { '¹': '1', '²': '2', '³': '3' }
const plainDigits = (text: string): string =>
  text.replace(/[¹²³⁴-⁹]/gu, (c) => digits[c] ?? String(c.codePointAt(0)! - 0x2070))
const date = /^(\d{4}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?)\s*/u
type Token =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'post' | 'others' }
  | { readonly kind: 'unit'; readonly text: string }
  | ({ readonly kind: 'name' } & Named)

const isRole = (token: Token | undefined): token is Extract<Token, { kind: 'role' }> => token?.kind === 'role'

class Reader {
  readonly doubts = new Set<BylineDoubt>()
  marked = false
  likeness: Likeness = 'good'

  /** One word, as one or more tokens; undefined where it belongs to no byline. */
  token(word: string): Token[] | undefined {
    const plain = simplify(word)
    const role = roleOf(plain)
    if (role) {
      this.marked = true
      if (role === 'illustrator') this.doubts.add('picture')
      if (doubleRoles.has(plain)) this.doubts.add('roles')
      return [{ kind: 'role', role }]
    }
    if (/^[等及]$/u.test(plain)) {
      this.doubts.add('others')
      return [{ kind: 'others' }]
    }
    if (post.test(plain) || /^(?:发自\p{Script=Han}{2,6}|(?:综合|联合|现场)?报道)$/u.test(plain)) {
      this.doubts.add('post')
      this.marked = true
      return [{ kind: 'post' }]
    }
    const glued = gluedPost.exec(plain)
    if (glued) {
      const names = this.names(word.slice(glued[1]!.length))
      if (names) {
        this.doubts.add('post')
        this.marked = true
        return names
      }
    }
    if (isPost(word)) return [{ kind: 'unit', text: word }]
    const suffix = suffixes.find((end) => plain.endsWith(end) && nameLikeness(word.slice(0, -end.length)) === 'good')
    const named = suffix && word.length > 3 ? undefined : this.names(word)
    if (named) return named
    if (suffix) {
      this.marked = true
      return [...this.names(word.slice(0, -suffix.length))!, { kind: 'role', role: roleOf(suffix)! }]
    }
    const placed = splitPost(word)
    if (isOrganisation(word) || (placed && isOrganisation(placed.unit))) return [{ kind: 'unit', text: word }]
    return undefined
  }

  names(word: string): Token[] | undefined {
    const held = bracket.exec(word)
    if (held && nameLikeness(held[1]!) !== 'none') {
      const [name, inside, after] = [held[1]!, held[2]!, held[3]!]
      const plain = simplify(inside)
      // 夜渡（外一首） is a title.
      if (
        /首$|小说|散文|诗歌|组诗|节选|连载|剧本|报告文学|纪实|^(?:外|组诗|节选|选章|[上中下一二三四五六七八九十]篇?$|之[一二三四五]|续|连载)/u.test(
          plain,
        )
      )
        return undefined
      const marks = after === '' ? {} : { marks: plainDigits(after).split(/[,，]/u) }
      if (roleOf(plain)) return [{ kind: 'name', name, role: 'author' }, ...this.token(inside)!]
      if (/^笔名$/u.test(plain)) {
        this.doubts.add('penname')
        return [{ kind: 'name', name, role: 'author' }]
      }
      if (isOrganisation(inside)) {
        this.marked = true
        return [{ kind: 'name', name, role: 'author', affiliation: [inside] }]
      }
      const placed = splitPost(inside)
      if (placed || isPost(inside)) {
        this.marked = true
        this.doubts.add('unit')
        const unit = placed?.unit ? { affiliation: [placed.unit] } : {}
        return [{ kind: 'name', name, role: 'author', bio: inside, ...unit }]
      }
      if (/^(?:女|男|\p{Script=Han}{1,6}族|[\p{Script=Han}、，\d—-]{1,16}|\d[\d—–\s-]*)$/u.test(plain)) {
        this.doubts.add('qualified')
        return [{ kind: 'name', name, role: 'author', bio: inside, ...marks }]
      }
      return undefined
    }
    const marked = superscript.exec(word)
    if (marked && nameLikeness(marked[1]!) !== 'none') {
      this.marked = true
      return [{ kind: 'name', name: marked[1]!, role: 'author', marks: plainDigits(marked[2]!).split(/\s*[,，]\s*/u) }]
    }
    const likeness = nameLikeness(word)
    const parts = splitGlued(word)
    if (parts && !isOrganisation(word) && (likeness === 'none' || Array.from(word).length > 4)) {
      this.doubts.add('glued')
      return parts.map((name) => ({ kind: 'name', name, role: 'author' }))
    }
    if (likeness === 'none') {
      const institution = body.test(simplify(word)) ? { kind: 'name' as const, name: word, role: 'author' } : undefined
      return institution && [institution]
    }
    if (likeness === 'fair') {
      this.likeness = 'fair'
      this.doubts.add('surname')
    }
    return [{ kind: 'name', name: word, role: 'author' }]
  }
}

const one = /^\p{Script=Han}$/u
const noted = /^\p{Script=Han}[\d¹²³*＊,，]*$/u
const mark = /^[\d¹²³⁴-⁹*＊]+(?:[,，][\d¹²³⁴-⁹]+)*$/u

/** Words of one Han each are names set wide: 韩　菲, 顾 北 川; four of them are two names. */
function words(text: string, reader: Reader): string[] {
  const parts = text.split(/[\s、；;]+|[，,](?!\s*[\d*＊])/u).filter((part) => part !== '')
  const all: string[] = []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!
    let to = at
    while (to < parts.length && one.test(parts[to]!) && to - at < 3) to += 1
    if (to - at > 0 && to - at < 3 && parts[to] !== undefined && noted.test(parts[to]!) && !one.test(parts[to]!))
      to += 1
    const run = parts.slice(at, to)
    const roles = run.length === 2 && roleOf(run[0]!) && roleOf(run[1]!)
    if (run.length >= 2 && !roles) {
      // 苏 晚 顾 北: two names, where four stand in a row.
      const next = parts[to]
      const size =
        run.length === 3 && one.test(run[2]!) && next !== undefined && one.test(next) && !one.test(parts[to + 1] ?? '')
          ? 2
          : run.length
      reader.doubts.add('spacing')
      all.push(run.slice(0, size).join(''))
      at += size - 1
    } else if (mark.test(part) && all.length > 0) all.push(all.pop()! + part)
    else all.push(part)
  }
  return all
}

function assemble(tokens: readonly Token[], prefixed: boolean): Named[] {
  const people: Named[] = []
  let role: string | undefined
  let pending: number[] = []
  let unit: string | undefined
  let before: Token | undefined
  const unitsFirst = tokens.find(({ kind }) => kind === 'name' || kind === 'unit')?.kind === 'unit'
  for (const token of tokens) {
    if (token.kind === 'role') {
      // 文/图 of one person: the first role counts.
      if (before?.kind !== 'role') {
        if (prefixed) role = token.role
        else for (const at of pending) people[at] = { ...people[at]!, role: token.role }
        pending = []
      } else if (prefixed && token.role === 'author') role = token.role
      else if (!prefixed && token.role === 'author' && people.length > 0)
        people[people.length - 1] = { ...people.at(-1)!, role: 'author' }
    } else if (token.kind === 'unit') {
      if (unitsFirst) unit = unit !== undefined && before?.kind === 'unit' ? `${unit}、${token.text}` : token.text
      else
        for (const [at, one] of people.entries()) if (!one.affiliation) people[at] = { ...one, ...placeOf(token.text) }
    } else if (token.kind === 'name') {
      const { kind: _, ...named } = token
      pending.push(people.length)
      people.push({
        ...named,
        ...(prefixed && role && { role }),
        ...(unit !== undefined && !named.affiliation && placeOf(unit)),
      })
    }
    before = token
  }
  return people
}

function placeOf(text: string): Pick<Named, 'affiliation' | 'bio'> {
  const placed = splitPost(text)
  if (!placed) return { affiliation: [text] }
  const unit = /[、，]/u.test(placed.post) ? placed.unit.replace(/党(?:支部|总支|委)$/u, '') : placed.unit
  return { bio: text, ...(unit !== '' && { affiliation: [unit] }) }
}

/** Latin names have spaces: WEN Di is one person. */
const latinNames =
  /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)+(?:[,;、] ?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)+)*$/u

export function parseByline(line: string): Byline | undefined {
  const reader = new Reader()
  let text = line.replace(bullets, '').trim()
  const dotted = text !== line.trim()
  const wrapped = /^[（(](.+)[）)]$/u.exec(text)
  if (wrapped && !/[（()）]/u.test(wrapped[1]!)) text = wrapped[1]!.trim()
  const dated = date.exec(text)
  if (dated && dated[0].length < text.length) {
    text = text.slice(dated[0].length)
    // 2026年4月2日于东溪 says where.
    if (/^[于於]|^[写寫][于於]/u.test(text)) return undefined
    reader.doubts.add('date')
  }
  if (text === '' || Array.from(text).length > 80 || /[。！？!?]|[，、；：]$/u.test(text)) return undefined
  const western = text.replace(/(?<=\p{L})\d+(?:,\d+)*[*]?/gu, '')
  if (latinNames.test(western))
    return {
      names: western.split(/[,;、] ?/u).map((name) => ({ name, role: 'author' })),
      doubts: [...reader.doubts],
      marked: reader.marked,
      likeness: 'good',
    }
  const tutor = /\s+(?:指导|指導|辅导|輔導)(?:老师|老師|教师|教師)\s*[:：]?\s*\p{Script=Han}{2,4}$/u.exec(text)
  if (tutor) {
    text = text.slice(0, tutor.index)
    reader.doubts.add('tutor')
  }
  const plain = simplify(text)
  text = [...plain.matchAll(joinedRoles)].reduceRight(
    (all, { 0: run, index }) => all.slice(0, index) + run.replace(/[·•+＋&、]/gu, ' ') + all.slice(index + run.length),
    text,
  )
  const signs = [...plain.matchAll(roleSign)]
  // The sign only parts the role from the names; the words tell the rest.
  let parted = text
  for (const sign of signs.toReversed())
    parted = `${parted.slice(0, sign.index)}${sign[1]!.replace(/\s*[/／、&·•+＋]\s*/gu, ' ')} ${parted.slice(sign.index + sign[0].length)}`
  parted = parted.replace(/[/／|｜丨]/gu, ' ').replace(/[:：]\s*/gu, ' ')
  if (signs.length === 0 && /[:：]/u.test(text)) return undefined
  const all = words(holdBrackets(parted), reader).map(releaseBrackets)
  const tokens: Token[] = []
  for (const word of all) {
    const found = reader.token(word)
    if (!found) return undefined
    tokens.push(...found)
  }
  const names = assemble(tokens, tokens[0]?.kind === 'role')
  if (
    tokens.some(
      (token, at) => isRole(token) && isRole(tokens[at - 1]) && token.role !== (tokens[at - 1] as typeof token).role,
    )
  ) {
    reader.doubts.add('roles')
    if (!names.some(({ role }) => role === 'illustrator')) reader.doubts.delete('picture')
  }
  if (names.length === 0) {
    // 本刊记者 without a name signs for itself.
    if (!/^本[刊报网台][\p{Script=Han}]+$/u.test(text) || tokens.length !== 1) return undefined
    return { names: [{ name: text, role: 'author' }], doubts: [], marked: true, likeness: 'good' }
  }
  if (tokens.some(({ kind }) => kind === 'unit')) {
    // Words that may be names and words that may be units are two guesses too many.
    if (reader.likeness !== 'good' && !reader.marked) return undefined
    reader.doubts.add('unit')
  }
  // □ and ● stand before names, but before items and headings too.
  if (dotted && reader.likeness === 'good' && !reader.doubts.has('glued')) reader.marked = true
  // Names run together show only by a sign that these are names.
  const guessed = reader.doubts.has('glued') && !reader.marked && !reader.doubts.has('date')
  return { names, doubts: [...reader.doubts], marked: reader.marked, likeness: guessed ? 'fair' : reader.likeness }
}
