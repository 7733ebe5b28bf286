/** Two characters on both sides of a line break in; whether a space stands between them when the lines are joined. */

/** Marks that take a whole em in Chinese and an own width in English: they follow their neighbour. */
const either = /[“”‘’—…·]/u
/** Punctuation that exists only full-width. */
const fullWidth =
  /[\u3001-\u3003\u3008-\u3011\u3014-\u301f\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u
const han = /[\p{Script=Han}\p{Script=Bopomofo}\u3007]/u

/** True where a line break only folds the source: between Han, and beside full-width punctuation, which brings its own space. */
export function joinsWithoutSpace(before: string, after: string): boolean {
  const last = [...before.slice(-2)].at(-1) ?? ''
  const first = String.fromCodePoint(after.codePointAt(0) ?? 0x20)
  if (fullWidth.test(last) || fullWidth.test(first)) return true
  const wide = (c: string): boolean => han.test(c) || either.test(c)
  return wide(last) && wide(first)
}

/** The lines of one paragraph as a single line. */
export function joinLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((text, line) => (text === '' || joinsWithoutSpace(text, line) ? text + line : `${text} ${line}`), '')
}
