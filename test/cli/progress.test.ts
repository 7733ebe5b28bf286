import { describe, expect, test } from 'vitest'
import { startProgress } from '../../scripts/cli/progress.ts'
import { cells, excerpt, shorten, spaces } from '../../scripts/cli/width.ts'

function terminal(facts: { isTTY: boolean; columns?: number }) {
  const written: string[] = []
  return { ...facts, written, write: (text: string) => void written.push(text) }
}

describe('where nobody watches', () => {
  test('each stage is one line, and layout tells every ten pages', () => {
    const screen = terminal({ isTTY: false })
    const { report, close } = startProgress(screen, 'en')
    report({ stage: 'read' })
    for (let pages = 1; pages <= 25; pages += 1) report({ stage: 'paginate', article: '茶', pages })
    report({ stage: 'print', edition: 'print' })
    report({ stage: 'print', edition: 'screen' })
    close()
    expect(screen.written.join('')).toBe(
      'Reading\nLaying out pages\nLaying out pages: 10 pages\nLaying out pages: 20 pages\nPrinting (print)\nPrinting (screen)\n',
    )
  })

  test('pages that come in leaps are told once per leap', () => {
    const screen = terminal({ isTTY: false })
    const { report } = startProgress(screen, 'zh')
    report({ stage: 'paginate', pages: 37 })
    report({ stage: 'paginate', pages: 41 })
    expect(screen.written).toEqual(['排版分页\n', '排版分页：37 页\n', '排版分页：41 页\n'])
  })
})

describe('on a terminal', () => {
  test('one line says stage, article, pages and time, and is gone at the end', () => {
    const screen = terminal({ isTTY: true, columns: 60 })
    let now = 0
    const { report, close } = startProgress(screen, 'en', () => now)
    report({ stage: 'paginate', article: '春天的茶' })
    now = 2300
    report({ stage: 'paginate', pages: 12 })
    expect(screen.written.at(-1)).toBe('\r\x1b[2KLaying out pages · 春天的茶 · 12 pages · 2.3 s')
    close()
    expect(screen.written.at(-1)).toBe('\r\x1b[2K')
    expect(screen.written.join('')).not.toContain('\n')
  })

  test('the line never wraps', () => {
    const screen = terminal({ isTTY: true, columns: 30 })
    const { report, close } = startProgress(screen, 'zh')
    report({ stage: 'paginate', article: '一个长得无论如何也放不进一行的文章标题', pages: 3 })
    close()
    expect(cells(screen.written[0]?.slice('\r\x1b[2K'.length) ?? '')).toBeLessThan(30)
  })
})

describe('widths', () => {
  test('Han, full-width marks and kana take two cells; Latin, quotation marks and combining signs do not', () => {
    expect(cells('刊本')).toBe(4)
    expect(cells('（，）')).toBe(6)
    expect(cells('かな')).toBe(4)
    expect(cells('kān“”')).toBe(5)
    expect(cells('ka\u0304n')).toBe(3)
    expect(cells('𠮷')).toBe(2)
  })

  test('a text is cut where its cells end', () => {
    expect(shorten('刊本 kanben', 6)).toBe('刊本 …')
    expect(shorten('刊本', 4)).toBe('刊本')
    expect(shorten('刊本', 3)).toBe('刊…')
  })

  test('blanks are as wide as what they stand for', () => {
    expect(spaces('刊a\t，')).toBe('　 \t　')
  })

  test('an excerpt keeps a short line whole and never cuts a surrogate pair', () => {
    expect(excerpt('刊本', 2, 40)).toEqual({ text: '刊本', indent: '　' })
    const { text } = excerpt('𠮷'.repeat(60), 61, 21)
    expect(text).toMatch(/^…(𠮷)+…$/u)
    expect(cells(text)).toBeLessThanOrEqual(21)
  })
})
