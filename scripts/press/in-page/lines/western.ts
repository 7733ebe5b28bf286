/**
 * The text of a document in; the marks that its Western passages share with Chinese, and its Western emphasis, in the face
 * of such passages, out. Runs before anything is measured.
 *
 * “ ” ‘ ’ — … · are one code for two marks: an em wide and in the middle of a Han in Chinese, narrow beside Latin letters.
 * Which of them is meant only what stands round it can tell.
 */
import { by, classes } from '../../../model/markup.ts'

const sharedMarks = /[\u00b7\u2014-\u2016\u2018-\u201f\u2022\u2025-\u2027]/u
const east =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u
/** Numerals say nothing: they are the same in both. */
const west = /\p{L}/u

type Side = 'east' | 'west' | null

const sideOf = (character: string): Side => (east.test(character) ? 'east' : west.test(character) ? 'west' : null)

/** What the nearest character that tells something says, in one direction. */
function side(characters: readonly string[], from: number, step: 1 | -1): Side {
  for (let i = from + step; i >= 0 && i < characters.length; i += step) {
    const found = sideOf(characters[i]!)
    if (found) return found
  }
  return null
}

/** Pairs of quotation marks by the index of either. */
function pairsOf(characters: readonly string[]): Map<number, readonly [open: number, close: number]> {
  const pairs = new Map<number, readonly [number, number]>()
  for (const [opening, closing] of ['“”', '‘’']) {
    const open: number[] = []
    characters.forEach((character, i) => {
      if (character === opening) open.push(i)
      else if (character === closing && !isApostrophe(characters, i)) {
        const start = open.pop()
        if (start === undefined) return
        pairs.set(start, [start, i]).set(i, [start, i])
      }
    })
  }
  return pairs
}

const isWest = (character: string | undefined): boolean => character !== undefined && sideOf(character) === 'west'

/** reader’s, Society’s: the letters on both sides belong to one word. */
const isApostrophe = (characters: readonly string[], i: number): boolean =>
  characters[i] === '’' && isWest(characters[i - 1]) && isWest(characters[i + 1])

/** Universität “Zürich”: quotation marks inside of a Western name, which a space parts from them. */
function isQuotedName(characters: readonly string[], open: number, close: number): boolean {
  const follows = characters[open - 1] === ' ' && isWest(characters[open - 2])
  const goesOn = characters[close + 1] === ' ' && isWest(characters[close + 2])
  return (follows || goesOn) && !characters.slice(open, close).some((it) => sideOf(it) === 'east')
}

/** A Han says about as much as so many letters. */
const lettersOfHan = 3

/** Whether each character is a shared mark that a Western passage sets. */
export function westernMarks(characters: readonly string[]): boolean[] {
  const pairs = pairsOf(characters)
  const count = { east: 0, west: 0 }
  for (const character of characters) {
    const found = sideOf(character)
    if (found) count[found]++
  }
  /** Without a word on one side the text as a whole decides; a Chinese sentence may well begin or end with a name. */
  const whole: Side = count.west > count.east * lettersOfHan ? 'west' : 'east'
  return characters.map((character, i) => {
    if (!sharedMarks.test(character)) return false
    if (count.west > 0 && (count.east === 0 || isApostrophe(characters, i))) return true
    const next = characters[i + 1]
    // —— and …… are Chinese, whatever stands beside them.
    const twice = /[—…]/.test(character) && (next === character || characters[i - 1] === character)
    if (twice || count.west === 0) return false
    const [open, close] = pairs.get(i) ?? [i, i]
    if (open < close && isQuotedName(characters, open, close)) return true
    const before = side(characters, open, -1) ?? whole
    const after = side(characters, close, 1) ?? whole
    return before === 'west' && after === 'west'
  })
}

/** What is no part of the sentence that it stands in. */
const apart = `rt, rp, ${by.note}, ${by.call}, ${by.citation}, svg, style, script, code, pre`

function textsOf(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT
    return (node as Element).matches(apart) || !isInline(node as Element)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_SKIP
  })
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  return texts
}

const isInline = (element: Element): boolean => /^(?:inline|contents|ruby)/.test(getComputedStyle(element).display)

function blockOf(text: Text): Element {
  let block = text.parentElement!
  while (isInline(block) && !block.matches(apart) && block.parentElement) block = block.parentElement
  return block
}

/** The family of a face, and before it the one of its Western passages. */
function westernFamily(element: Element): string {
  const families = getComputedStyle(element).fontFamily
  const first = families.split(',').find((family) => /^\s*"?(?:Song|Hei)"?\s*$/.test(family))
  return first ? `"${first.replaceAll('"', '').trim()} Western", ${families}` : families
}

function wrap(text: Text, marks: readonly boolean[]): void {
  const fragment = document.createDocumentFragment()
  const family = westernFamily(text.parentElement!)
  const characters = [...text.data]
  let plain = ''
  characters.forEach((character, i) => {
    if (!marks[i]) {
      plain += character
      return
    }
    if (plain) fragment.append(plain)
    plain = ''
    const span = document.createElement('span')
    span.className = classes.western
    span.style.fontFamily = family
    span.append(character)
    fragment.append(span)
  })
  if (plain) fragment.append(plain)
  text.replaceWith(fragment)
}

/** Letters lean for emphasis; Han have their dots. */
function slantEmphasis(): void {
  for (const emphasis of document.querySelectorAll<HTMLElement>('em')) {
    const text = emphasis.textContent
    if (east.test(text) || !west.test(text)) continue
    emphasis.style.fontFamily = westernFamily(emphasis)
    emphasis.style.fontStyle = 'italic'
  }
}

/** Running heads have no text of their own, but what is generated: one face for all of it. To be asked of finished pages. */
export function setWesternHeads(): void {
  for (const head of document.querySelectorAll<HTMLElement>(by['pagedjs_margin-content'])) {
    const text = ['::before', '::after'].map((part) => getComputedStyle(head, part).content).join('')
    if (west.test(text) && sharedMarks.test(text) && !east.test(text)) head.style.fontFamily = westernFamily(head)
  }
}

export function setWestern(): void {
  slantEmphasis()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const blocks = new Set<Element>()
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    if (sharedMarks.test(text.data) && text.parentElement?.closest('style, script, svg') === null) {
      blocks.add(blockOf(text))
    }
  }
  for (const block of blocks) {
    const texts = textsOf(block)
    const characters = texts.map((text) => [...text.data])
    const marks = westernMarks(characters.flat())
    let from = 0
    texts.forEach((text, i) => {
      const to = from + characters[i]!.length
      const own = marks.slice(from, to)
      from = to
      if (own.includes(true)) wrap(text, own)
    })
  }
}
