/** Both sides of a line's end in, their join out: Western words get back the space that the end of the line swallowed. */

export interface Glue {
  readonly text: string
  /** A hyphen at the line's end was taken for a division of the word, and left out. */
  readonly hyphen: boolean
}

export function glue(before: string, after: string): Glue {
  if (/\p{Script=Latin}{2}[-‐]$/u.test(before) && /^\p{Ll}/u.test(after) && /\p{Script=Latin}/u.test(after.slice(0, 1)))
    return { text: before.slice(0, -1) + after, hyphen: true }
  const space =
    (/[\p{Script=Latin}]$/u.test(before) && /^[\p{Script=Latin}\d(“"‘]/u.test(after)) ||
    (/[,.;:?!)”"’&]$/u.test(before) &&
      /^[\p{Script=Latin}]/u.test(after) &&
      /\p{Script=Latin}[,.;:?!)”"’& ]*$/u.test(before)) ||
    (/(?:\p{Script=Latin} \d+|\p{Script=Latin}, \d+)[,.]?$/u.test(before) && /^\p{Script=Latin}/u.test(after))
  return { text: before + (space ? ' ' : '') + after, hyphen: false }
}
