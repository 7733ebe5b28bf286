/**
 * What stands in for a required fact that reading found wrong and left out. Such a manuscript has errors and is only ever built as
 * a draft; there the gap must show, and a credit must not be missing.
 */
export const missing = '待填'

/** A value or a list of values, as a list. */
export function asList(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
