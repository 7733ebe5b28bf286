/**
 * In: what an element of a laid-out page is to the structure of the PDF. Out: a mark that comes through the browser's print.
 *
 * Of what HTML knows, Chromium writes little into the tags: neither classes nor ids nor which two pieces are one paragraph. But
 * it writes the language of an element letter by letter, and BCP 47 has a place for private use: `zh-Hans-x-Note-12`
 * (measured in Chromium 156; spans come through where they have a role).
 */

export interface Mark {
  /** BCP 47, as the document has it. */
  readonly language: string
  /**
   * A structure type, or one of ours: `Call`, `Head` (a row of a table's head; `Head3` where the page shows it three times),
   * `Again` (the same on a further page), `Same` (the type that Chromium gives).
   */
  readonly type: string
  /** What has the same key is the same element, divided between pages; a note has the key of its call. */
  readonly key: number
}

const form = /^(.*)-x-([A-Z][A-Za-z0-9]{0,7})-(\d+)$/

export const writeMark = ({ language, type, key }: Mark): string => `${language}-x-${type}-${key}`

export function readMark(language: string): Mark | undefined {
  const found = form.exec(language)
  return found ? { language: found[1]!, type: found[2]!, key: Number(found[3]) } : undefined
}
