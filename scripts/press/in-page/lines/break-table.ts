/**
 * A paragraph's pieces in; after which of them a line may end, and how gladly, out.
 *
 * Chromium's `line-break: strict` lets · ～ — － ／ begin a line, parts numbers from their units and breaks addresses at
 * will, so the table is ours: GB/T 15834 5.1 and the strict rules of CLREQ.
 */
import { isHan, isSpace, type Piece } from './pieces.ts'

/** What ending a line costs, in the unit of `fit.ts`; Infinity where no line may end. */
export type BreakCost = number

export const noBreak: BreakCost = Number.POSITIVE_INFINITY
const inCompound = 0.5
const inAddress = 1
const atConnector = 1
/** 1857—1861: the end of a line is allowed to a connector, but parts the range. */
const inRange = 6
/** A word hyphenated, a number and its letters apart; only asked for where a line would show a hole without. */
const inWord = 20
/** An address or code anywhere, without a hyphen: rather a short line than a name cut in two. */
const inCode = 120
/** What nothing else divides: a word longer than its line, a row of marks. */
const anywhere = 400
/** A. 一年以内: the letter of an option belongs to what it names. */
const afterLabel = 12

/**
 * How far words are opened: not at all, where a hyphen or an address in pieces is bearable, everywhere. Each is asked for only
 * where the one before leaves a hole, or no lines at all.
 */
export type Desperation = 0 | 1 | 2

/** GB/T 15834 5.1.1–5.1.3, 5.1.6, 5.1.7, 5.1.9; —— and …… by CLREQ's strict rules; half-width marks of Latin text. */
const noStart = new Set('，。、；：？！’”）》〉】〕」』｝］〗．·‧・～—－–―…／/々ー％‰℃°,.;:?!)]}%\u2060\u00a0\u202f')
const noEnd = new Set('“‘（《〈【〔「『｛［〖／/￥¥＄$£€＃#([{\u2060\u00a0\u202f')
/** Han that are units or counters after a number (GB/T 15835): 2024年, 16开, 300册. */
const units = new Set(
  '年月日号时分秒点岁元角万亿千百克吨米里升寸尺亩倍次个位名人册卷期页版章节条项行字幅张种件篇部台度级届开磅',
)
const beforeNumbers = new Set('第图表式约')
const latinUnits = /^(?:[kcmµμn]?m|[kmµμ]?g|[kKMGT]?B|pt|px|em|ppi|dpi|s|ms|h|Hz|kHz|MHz|°C|℃|%)$/
/** Tried from each joint, not from each letter: a word may be thousands of letters long. */
const address = /:\/\/|^www\.|^10\.\d{4,}\/|@|[^./_-][./_-][^./_-]+[./_-]/

const isAddress = (word: string): boolean => address.test(word) && /[A-Za-z]/.test(word)
const isDigit = (text: string | undefined): boolean => text !== undefined && /^\p{Nd}/u.test(text)
const isLetter = (text: string | undefined): boolean => text !== undefined && /^\p{L}/u.test(text) && !isHan(text)
/** Parts of one Latin word, number or address; quotes and dashes of Chinese text are no part of them. */
const isWordPart = (text: string): boolean =>
  !isSpace(text) && !isHan(text) && !/^[\u2014\u2026\u3000-\u303f\uff00-\uffef“”‘·]/u.test(text)

interface Word {
  readonly start: number
  /** Exclusive. */
  readonly end: number
  readonly text: string
  readonly address: boolean
  /** The letters of an English word, without the marks behind it; '' where it is none. */
  readonly letters: string
}

function wordsOf(pieces: readonly Piece[]): (Word | undefined)[] {
  const words: (Word | undefined)[] = Array(pieces.length)
  for (let start = 0; start < pieces.length; start++) {
    let end = start
    while (end < pieces.length && isWordPart(pieces[end]!.text) && pieces[end]!.call === pieces[start]!.call) end++
    if (end === start) continue
    const text = pieces
      .slice(start, end)
      .map((piece) => piece.text)
      .join('')
    words.fill({ start, end, text, address: isAddress(text), letters: lettersOf(text) }, start, end)
    start = end - 1
  }
  return words
}

/** Addresses are code: whoever types them off must find no hyphen that is none of theirs. */
export function markAddresses(pieces: readonly Piece[]): Piece[] {
  const words = wordsOf(pieces)
  return pieces.map((piece, i) => {
    const word = words[i]
    return word?.address ? { ...piece, code: true } : piece
  })
}

/** Behind these an address or a piece of code may turn. */
const joint = /^[/.\-?=&_,;:~+@#%|\\]$/
/** Code shorter than this stays on its line. Characters. */
const shortCode = 9

/** Between two parts of one word: `a` ends the line, `b` would begin the next. */
function insideWord(pieces: readonly Piece[], word: Word, i: number, desperation: Desperation): BreakCost {
  const a = pieces[i]!.text
  const b = pieces[i + 1]!.text
  const before = i + 1 - word.start
  const after = word.end - i - 1
  const apart = before >= 2 && after >= 2
  const long = word.address || (pieces[i]!.code && after + before >= shortCode)
  if (long) {
    if (before > 2 && after > 2 && joint.test(a) && !noStart.has(b) && !joint.test(b)) return inAddress
  } else if (apart && /^[-–]$/.test(a) && isLetter(pieces[i - 1]?.text) && isLetter(b)) return inCompound
  if (desperation === 0) return noBreak
  const open = !noStart.has(b) && !noEnd.has(a)
  if (pieces[i]!.code && before > 2 && after > 2 && open && !joint.test(b)) return inCode
  if (!pieces[i]!.code) {
    if ((isDigit(a) ? isLetter(b) : isLetter(a) && isDigit(b)) && apart) return inWord
    if (hyphenable(word.letters, before)) return inWord
  }
  if (desperation === 1) return noBreak
  return open ? anywhere : 2 * anywhere
}

/** Two consonants that are one sound, or begin a syllable together. */
const inseparable = /^(?:[bcdfgkpt]r|[bcfgkp]l|[cgpst]h|[rw]h|ck|ng|qu|sc|tw|wr|kn)$/

const lettersOf = (word: string): string => /^([A-Za-z][a-z]{5,})[,.;:!?)\]]*$/.exec(word)?.[1]?.toLowerCase() ?? ''

/**
 * Whether an English word may be hyphenated before its letter `at`: vowel-consonant | consonant-vowel, vowel |
 * consonant-vowel, or before a last -ble; three letters on each side at the least. Dictionaries know more places; these are rarely wrong.
 */
function hyphenable(letters: string, at: number): boolean {
  if (at < 3 || letters.length - at < 3) return false
  const vowel = (index: number) => /[aeiouy]/.test(letters[index] ?? '')
  if (letters.length - at === 3 && /^[bcdfgkpstz]le$/.test(letters.slice(at))) return true
  if (vowel(at) || !vowel(at + 1)) return false
  return vowel(at - 1) ? letters[at] !== 'x' : vowel(at - 2) && !inseparable.test(letters.slice(at - 1, at + 1))
}

function acrossSpace(
  pieces: readonly Piece[],
  words: readonly (Word | undefined)[],
  last: number,
  next: number,
): BreakCost {
  const a = pieces[last]!.text
  const b = pieces[next]!.text
  if (noStart.has(b) || noEnd.has(a)) return noBreak
  const unit = words[next]
  if (isDigit(a) && (units.has(b) || isDigit(b) || (unit !== undefined && latinUnits.test(unit.text)))) return noBreak
  if (beforeNumbers.has(a) && isDigit(b)) return noBreak
  if (/^(?:[A-Za-z]|\d{1,2})[.)]$/.test(words[last]?.text ?? '')) return afterLabel
  return 0
}

/**
 * Costs of ending a line after each piece; spaces belong to the line that they end.
 * A piece before a run of spaces is no break, the last space of the run is.
 */
export function breakCosts(pieces: readonly Piece[], desperation: Desperation = 0): BreakCost[] {
  const words = wordsOf(pieces)
  return pieces.map((piece, i) => {
    const next = pieces[i + 1]
    if (!next || piece.bound || next.call || isSpace(next.text)) return noBreak
    const a = piece.text
    const b = next.text
    if (isSpace(a)) {
      let last = i
      while (last >= 0 && isSpace(pieces[last]!.text)) last--
      return last < 0 ? noBreak : acrossSpace(pieces, words, last, i + 1)
    }
    const word = words[i]
    if (word && word === words[i + 1]) return insideWord(pieces, word, i, desperation)
    // A row of marks as long as a line has no place to turn.
    if (noStart.has(b) || (noEnd.has(a) && !piece.call)) return desperation === 2 ? 2 * anywhere : noBreak
    if (piece.call) return 0
    // A sign before its number, a hyphen between two scripts.
    if (isHan(a) && /^[-–−+±]$/.test(b)) return noBreak
    if (isDigit(a) && units.has(b)) return noBreak
    if (beforeNumbers.has(a) && isDigit(b)) return noBreak
    // kW·h, 25·4: one quantity.
    if (a === '·' && isWordPart(b) && word === undefined && isWordPart(pieces[i - 1]?.text ?? ' ')) return noBreak
    if (/^[·～—－–]$/.test(a) && !/^[—]$/.test(pieces[i - 1]?.text ?? '')) return isDigit(b) ? inRange : atConnector
    return 0
  })
}
