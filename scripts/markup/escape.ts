/** Text in, markup out: the characters that mean something in HTML and XML, written so that they mean themselves. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!)

/** Whether a text is set in Han, and so takes emphasis dots rather than italics. */
export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)
