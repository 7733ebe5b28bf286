/** In: text as written or as read back. Out: the characters that must be found again, and short samples of them. */

/** White space, U+200B, U+2060, U+00AD, U+FEFF and control characters carry no word; nothing else is forgiven. */
const insignificant = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]+/gu

export const significant = (text: string): string => text.replace(insignificant, '')

/** The first characters of a text, for a message: never half a surrogate pair. */
export function sample(text: string, length = 20): string {
  const characters = [...text]
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : text
}

/** The last characters of a text. */
export const tailOf = (text: string, length = 8): string => [...text].slice(-length).join('')

export const countOf = (text: string): number => [...text].length

/** Every run of `length` UTF-16 units in a text; a shorter text gives itself. */
export function shingles(text: string, length: number): Set<string> {
  const all = new Set<string>()
  for (let i = 0; i + length <= text.length; i++) all.add(text.slice(i, i + length))
  if (text.length > 0 && text.length < length) all.add(text)
  return all
}
