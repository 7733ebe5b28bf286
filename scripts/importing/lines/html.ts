/** One raw line in, the lines that its HTML meant and what was taken off out. Tags that are no HTML (<附表>) are text. */

const entities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '',
  zwj: '',
  shy: '',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  deg: '°',
  plusmn: '±',
  permil: '‰',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  para: '¶',
  yen: '¥',
  euro: '€',
  larr: '←',
  rarr: '→',
  frac12: '½',
  sup2: '²',
  sup3: '³',
}

const entity = /&(?:#(\d{2,6})|#[xX]([0-9a-fA-F]{2,6})|([a-zA-Z]{2,8}\d{0,2}));/gu
const names =
  'p|br|hr|div|span|font|strong|b|i|em|u|s|a|img|table|thead|tbody|tr|td|th|ul|ol|li|h[1-6]|section|article|header|footer|center|blockquote|sup|sub|small|big|o:p|st1:[a-z]+|html|body|head|title|meta|link|script|style|iframe|figure|figcaption|pre|code|dl|dt|dd|label|input|button|form|nav|main|video|audio|source|wbr'
const tag = new RegExp(`</?(?:${names})(?:\\s[^<>]*)?/?>|<!--.*?-->|<!DOCTYPE[^>]*>`, 'giu')
/** Tags that end a line. */
const breaking = /<(?:br|hr)(?:\s[^<>]*)?\/?>|<\/(?:p|div|h[1-6]|li|tr|section|blockquote)>/giu

export interface HtmlLine {
  readonly lines: readonly string[]
  /** What was decoded or taken off, as it stood. */
  readonly found: readonly string[]
}

export function readHtml(raw: string): HtmlLine {
  const tags = [...raw.matchAll(tag)].map(([text]) => text)
  const marks = [...raw.matchAll(entity)].filter(([, , , name]) => name === undefined || name in entities)
  if (tags.length === 0 && marks.length === 0) return { lines: [raw], found: [] }
  const lines = raw.split(breaking).map((part) =>
    part.replace(tag, '').replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
    }),
  )
  return { lines, found: [...new Set([...tags, ...marks.map(([text]) => text)])] }
}
