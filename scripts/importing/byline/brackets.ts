/** A line of names in, the same with what stands in brackets held together as one word out, and back. */
/** What stands in brackets is one word, whatever spaces and commas it has. */
const held: Readonly<Record<string, string>> = {
  ' ': '\ue000',
  '、': '\ue001',
  '，': '\ue002',
  ',': '\ue003',
  '；': '\ue004',
  ';': '\ue005',
}
export const holdBrackets = (text: string): string =>
  text
    .replace(/\s+(?=[（(][^（）()]*[）)])/gu, '')
    .replace(/[（(][^（）()]*[）)]/gu, (inside) => inside.replace(/[ 、，,；;]/gu, (c) => held[c]!))
export const releaseBrackets = (text: string): string =>
  text.replace(/[\ue000-\ue005]/gu, (c) => Object.keys(held)[c.codePointAt(0)! - 0xe000]!)
