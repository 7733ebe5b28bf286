/** In: the finished tree and the text of its content. Out: English passages in the text marked as such. */
import { type Content, type Element, isContent, isElement, type Kid, keyOf } from '../tree/read.ts'
import type { TaggedContent } from '../tree/tagged-content.ts'

/** Words in Latin letters may be a name or a transcription; with one of these among them they are English. */
const english = /\b(?:the|of|and|in|for|to|with|on|by|from|is|are)\b/i
const han = /\p{Script=Han}/u
const invisible = /[\u00ad\u200b]/g

function isEnglish(text: string): boolean {
  const words = text.match(/[A-Za-z]+/g) ?? []
  return words.length >= 3 && english.test(text)
}

/**
 * Chromium cuts a text wherever our lines do: pieces without Han that stand together are one passage. What the layout has
 * marked with a language keeps it.
 */
export function markEnglish(element: Element, content: ReadonlyMap<string, TaggedContent>, inherited: string): void {
  const language = element.language ?? inherited
  for (const kid of element.kids) if (isElement(kid)) markEnglish(kid, content, language)
  if (!language.startsWith('zh') || element.type === 'Figure') return
  const out: Kid[] = []
  let passage: Content[] = []
  const close = (): void => {
    const text = passage.map((kid) => content.get(keyOf(kid))?.text ?? '').join(' ')
    if (isEnglish(text.replace(invisible, '')))
      out.push({ kind: 'element', type: 'Span', language: 'en', kids: passage })
    else out.push(...passage)
    passage = []
  }
  for (const kid of element.kids) {
    if (isContent(kid) && !han.test(content.get(keyOf(kid))?.text ?? '')) passage.push(kid)
    else {
      close()
      out.push(kid)
    }
  }
  close()
  element.kids = out
}
