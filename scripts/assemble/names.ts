/** Body tokens with marked names and works in; the same for a house that sets no lines under them out: 《》 and plain text. */
import { type BodyToken, mapInlines } from '../model/body.ts'

const instead: Readonly<Record<string, string>> = { name_open: '', name_close: '', work_open: '《', work_close: '》' }

export function withoutNameMarks(tokens: readonly BodyToken[]): BodyToken[] {
  return tokens.map((token) => mapInlines(token, plainNames))
}

/** Neighbouring texts become one, as they would be without marks. */
function plainNames(children: readonly BodyToken[]): BodyToken[] {
  const out: BodyToken[] = []
  for (const token of children) {
    const mark = instead[token.type]
    const content = mark ?? token.content
    const last = out.at(-1)
    if (mark === undefined && token.type !== 'text') out.push(token)
    else if (last?.type === 'text') out[out.length - 1] = { ...last, content: last.content + content }
    else if (content !== '') out.push({ ...token, type: 'text', tag: '', nesting: 0, content, markup: '', info: '' })
  }
  return out
}
