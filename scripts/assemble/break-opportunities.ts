/** A title as written in, with `|` where a display line may break; the title to the letter out. */

/** A literal bar is written `\|`. */
export const withoutBreakOpportunities = (written: string): string =>
  written.replace(/\\\||\|/g, (bar) => (bar === '|' ? '' : '|'))
