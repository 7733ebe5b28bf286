import { expect, test } from 'vitest'
import { columnsOf, displayHtml, verticalHtml } from '../../scripts/markup/display.ts'
import { cssText } from '../../scripts/markup/templates.ts'

test('a bar in a title is a place to break, a bar behind a backslash is printed', () => {
  expect(displayHtml('茶|与水')).toBe('<span class="sense">茶</span><wbr/><span class="sense">与水</span>')
  expect(displayHtml('甲\\|乙')).toBe('甲|乙')
  expect(displayHtml('甲\\|乙|丙')).toBe('<span class="sense">甲|乙</span><wbr/><span class="sense">丙</span>')
  expect(columnsOf('甲\\|乙|丙')).toEqual(['甲|乙', '丙'])
  expect(verticalHtml('R&D\\|乙')).toBe('<span class="sense">R&amp;D|乙</span>')
})

test('what stands in a string of CSS reads as it was written', () => {
  expect(cssText('科技 & 生活')).toBe('科技 & 生活')
  expect(cssText('“甲”"乙"\\丙</style>')).toBe('“甲”\\22 乙\\22 \\5c 丙\\3c /style\\3e ')
})
