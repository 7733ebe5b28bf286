/** A title as written in, with `|` where a display line may turn; the title to the letter out. */

/** A literal bar is written `\|`. */
export const withoutTurns = (written: string): string => written.replace(/\\\||\|/g, (bar) => (bar === '|' ? '' : '|'))
