/** The lines of an article in; the same with • at the start of an item read as the - of Markdown, and where that was, out. */
import type { Place } from '../model/place.ts'

/** Signs that a word processor sets before items; others, such as ●, may be ornaments of a text. */
const bullet = /^(\s*)[•‣▪◦][ \t\u3000]*(?=\S)/u
const code = /^\s*(?:`{3,}|~{3,})/
const container = /^\s*:{3,}/

export function withBullets(lines: readonly string[], file: string): { lines: string[]; bullets: Place[] } {
  const bullets: Place[] = []
  let inside = false
  const listed = lines.map((line, i) => {
    if (code.test(line) || container.test(line)) inside = !inside
    const found = inside ? null : bullet.exec(line)
    if (!found) return line
    bullets.push({ file, line: i + 1, column: found[1]!.length + 1 })
    return `${found[1]}- ${line.slice(found[0].length)}`
  })
  return { lines: listed, bullets }
}
