import { beforeAll, describe, expect, test } from 'vitest'
import { article, count, type Laid, lay, paragraph } from '../in-page/laid-pages.ts'

const heading = '<h3 style="display:block;break-after:avoid">题题题</h3>'
const figure = (caption: string) =>
  `<figure role="group" class="column"><img src="figures/press.svg" alt=""><figcaption>${caption}</figcaption></figure>`
const rows = '<tr><td>格</td><td>栏</td></tr>'.repeat(180)

const cases: Record<string, string> = {
  'a picture whose caption is higher than a column': `${paragraph('前', 9)}${figure('注'.repeat(2500))}${paragraph('后', 9)}`,
  'a table longer than a page': `${paragraph('前', 9)}<table><thead><tr><th>头</th><th>头</th></tr></thead><tbody>${rows}</tbody></table>${paragraph('后', 9)}`,
  'a heading that nothing but the closing line follows': `${paragraph('前', 67)}${heading}<p class="closing">（后）</p>`,
  'a heading at the very end': `${paragraph('前', 68)}${heading}`,
  'an article that is one picture': figure('注注注'),
  'a list longer than a page': `${paragraph('前', 5)}<ul>${`<li>${'列'.repeat(50)}</li>`.repeat(60)}</ul>${paragraph('后', 3)}`,
  'code longer than a page': `${paragraph('前', 5)}<pre><code>${'码码码\n'.repeat(150)}</code></pre>${paragraph('后', 3)}`,
}

let laid: Laid
const names = Object.keys(cases)

beforeAll(async () => {
  laid = await lay(names.map((name, i) => article(`case${i}`, 'opens', cases[name]!)).join(''))
}, 240_000)

describe('pagination of what fits nowhere', () => {
  test.each(names)('%s keeps every character', (name) => {
    const id = `case${names.indexOf(name)}`
    const pages = laid.pages.filter((_, i) => laid.records[i]!.article === id)
    const text = cases[name]!.replace(/<thead>.*<\/thead>/, '')
    for (const character of '前注格栏题后列码') {
      expect(count(pages, character), character).toBe(text.split(character).length - 1)
    }
    expect(pages.length).toBeLessThan(8)
  })
})
