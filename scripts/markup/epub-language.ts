/** Plain text in; the same as XHTML, with the passages that are surely in another language than Chinese marked as such, out. */
import { escapeHtml } from './escape.ts'

/**
 * A passage of basic Latin letters that holds one of these words is English. No other language that a Chinese journal
 * quotes writes one of them without letters of its own near by; where it does, one is left unmarked rather than marked wrongly.
 */
const englishWords = /\b(?:the|of|and|for|with|from|is|are|to|by|that)\b/
/** Runs of basic Latin with its marks, of kana, of hangul. */
const runs =
  /[A-Za-z][A-Za-z0-9 .,:;!?'’"“”&/()[\]–—-]*[A-Za-z0-9.!?)]|[\p{Script=Hiragana}\p{Script=Katakana}ー]{2,}|\p{Script=Hangul}[\p{Script=Hangul} ]*/gu

/** BCP 47; empty where the language is not sure. */
function languageOf(run: string): string {
  if (/\p{Script=Hangul}/u.test(run)) return 'ko'
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run)) return 'ja'
  return run.includes(' ') && englishWords.test(run) ? 'en' : ''
}

/** Speech output reads a passage in its own language only where it is told so (WCAG 2.2, 3.1.2). */
export function foreignXhtml(text: string): string {
  let xhtml = ''
  let end = 0
  for (const match of text.matchAll(runs)) {
    const language = languageOf(match[0])
    if (language === '') continue
    xhtml += `${escapeHtml(text.slice(end, match.index))}<span lang="${language}" xml:lang="${language}">${escapeHtml(match[0])}</span>`
    end = match.index + match[0].length
  }
  return xhtml + escapeHtml(text.slice(end))
}
