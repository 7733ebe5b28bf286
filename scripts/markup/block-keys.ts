/** The body of an article in; a key for each of its blocks out, the same in every edition. */
import type { BodyToken } from '../model/body.ts'

export type BlockKeys = ReadonlyMap<BodyToken, number>

const ownText: ReadonlySet<string> = new Set(
  ['heading', 'paragraph', 'list_item', 'dt', 'dd', 'table', 'th', 'td'].map((name) => `${name}_open`),
)
const whole: ReadonlySet<string> = new Set(['figure', 'fence', 'code_block'])

/** Keys by the opening token of what holds text of its own, or is a figure: its index in the body. */
export const blockKeys = (body: readonly BodyToken[]): BlockKeys =>
  new Map(body.flatMap((token, i) => (ownText.has(token.type) || whole.has(token.type) ? [[token, i] as const] : [])))

/** As an attribute of the element that the token opens; empty where it has no key. */
export function keyAttribute(keys: BlockKeys | undefined, token: BodyToken): string {
  const key = keys?.get(token)
  return key === undefined ? '' : ` data-block="${key}"`
}
