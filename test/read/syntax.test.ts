import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { dump } from './dump.ts'

/** Cases of a file: a title, a line with a dot, the input, a dot, the output, a dot. */
function cases(text: string): { title: string; line: number; input: string; output: string }[] {
  const lines = text.split('\n')
  const dots = lines.flatMap((line, i) => (line === '.' ? [i] : []))
  return Array.from({ length: Math.floor(dots.length / 3) }, (_, i) => {
    const [open, middle, close] = dots.slice(3 * i, 3 * i + 3) as [number, number, number]
    return {
      title: lines[open - 1]!,
      line: open,
      input: lines.slice(open + 1, middle).join('\n'),
      output: lines.slice(middle + 1, close).join('\n'),
    }
  })
}

const folder = path.join(import.meta.dirname, 'syntax')
for (const file of readdirSync(folder)) {
  describe(file, () => {
    for (const { title, line, input, output } of cases(readFileSync(path.join(folder, file), 'utf8'))) {
      test(`${title} (line ${line})`, () => expect(dump(input)).toBe(output))
    }
  })
}
