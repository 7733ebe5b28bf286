/** HTML tags in; what to write instead of each, out. */
import type { PhraseKey } from '../model/codes/phrases.ts'

/** Tags of HTML as they stand in a text; a lone `<`, as in `x < y` or `<3`, is none. */
export const htmlTag = String.raw`<\/?[A-Za-z][\w:-]{0,40}(?:\s[^<>]{0,1000})?\/?>|<!--[\s\S]{0,500}?-->|<!--`

/** Tags by what they are for. */
const ways: readonly (readonly [names: string, way: PhraseKey<'html'>])[] = [
  ['br', 'break'],
  ['p div span center font section article u o:p', 'block'],
  ['b strong h1 mark', 'strong'],
  ['i em cite', 'emphasis'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['h2 h3 h4 h5 h6', 'heading'],
  ['img figure figcaption', 'picture'],
  ['a', 'link'],
  ['ruby rt rp rb', 'ruby'],
  ['table tr td th thead tbody caption', 'table'],
  ['ul ol li', 'item'],
  ['blockquote', 'quotation'],
  ['hr', 'rule'],
  ['s del strike ins', 'struck'],
  ['!--', 'comment'],
]
const wayOf = new Map(ways.flatMap(([names, way]) => names.split(' ').map((name) => [name, way] as const)))

/** What a message shows of a tag. */
export const shownTag = (tag: string): string => (tag.length <= 40 ? tag : `${tag.slice(0, 40)}…`).replace(/\s+/g, ' ')

/** What to write instead of a tag. */
export const insteadOf = (tag: string): PhraseKey<'html'> =>
  wayOf.get(/^<\/?(!--|[\w:-]+)/.exec(tag)?.[1]?.toLowerCase() ?? '') ?? 'other'
