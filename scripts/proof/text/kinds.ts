/** Classes of characters that rules of the line name (GB/T 15834-2011, clause 5; CLREQ). */

export const isHan = (text: string): boolean => /^[\p{Script=Han}〇]/u.test(text)
/** Letters and figures that a gap parts from Han. */
export const isLatin = (text: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9]/u.test(text)
/** As wide as it is high: Han, the marks of Chinese text, full-width letters and figures. */
export const isFullWidth = (text: string): boolean => isHan(text) || /^[\u3001-\u301f\uff01-\uff60“”‘’]/u.test(text)
export const isSpace = (text: string): boolean => /^[\s\u00a0\u202f\u3000]*$/u.test(text)

export const opening = new Set([...'“‘（《〈【〖〔「『［｛'])
export const closing = new Set([...'”’）》〉】〗〕」』］｝'])
/** Stops whose ink stands in the left half of their place. */
export const stops = new Set([...'。，、；：．'])
/** Stops that fill more of it; a house may keep them full. */
export const loudStops = new Set([...'？！'])
/** May not begin a line: GB/T 15834 5.1.1–5.1.3, and what stands behind a figure (％ ℃ ‰). */
export const neverFirst = new Set([...stops, ...loudStops, ...closing, ...')]},;:!?%％℃‰°'])
/** May not end a line: 5.1.3. */
export const neverLast = new Set([...opening, ...'([{'])
/** 间隔号 and 连接号: 5.1.6, 5.1.7. */
export const connectors = new Set([...'·・•‧～〜－–'])
/** 分隔号: 5.1.9. */
export const slashes = new Set(['/', '／'])
/** Marks of two ems, written as two characters: 5.1.4, 5.1.5. */
export const doubled = new Set(['—', '…'])
