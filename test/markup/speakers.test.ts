import { describe, expect, test } from 'vitest'
import { bodyHtml } from '../../scripts/markup/body.ts'
import { speechesOf } from '../../scripts/markup/speakers.ts'
import type { Credit } from '../../scripts/model/issue.ts'
import { readMarkdown } from '../../scripts/read/markdown.ts'

const credit = (name: string, role: Credit['role'] = 'aut'): Credit => ({
  name,
  role,
  roleLabel: '',
  affiliations: [0],
})

/** The paragraphs of an interview as their classes and labels. */
function spoken(text: string, byline: readonly Credit[] = [credit('边留白')]): string[] {
  const { body } = readMarkdown({ file: 'x.md', text, skip: 0, article: 'a01', articles: new Map() })
  const html = bodyHtml(body, { notes: [], notesAt: 'foot', speeches: speechesOf(body, byline) })
  return [...html.matchAll(/<p(?: class="([^"]*)")?>(?:<span class="speaker">([^<]*)<\/span>)?/g)].map(
    ([, kind = '', label = '']) => [kind, label].filter(Boolean).join(' '),
  )
}

describe('an interview', () => {
  test('tells questions from answers by their labels, of which those of one character hang', () => {
    expect(spoken('问：为什么？\n\n答：因为。\n\n还有一层。')).toEqual([
      'question hangs 问：',
      'answer hangs 答：',
      'answer hangs on',
    ])
  })

  test('knows the interviewer of its byline, and takes everybody else for one who answers', () => {
    const byline = [credit('边留白'), credit('陆知微', 'ivr')]
    expect(spoken('边留白：我先说。\n\n陆知微：请。\n\n众人：好。', byline)).toEqual([
      'answer 边留白：',
      'question 陆知微：',
      'answer 众人：',
    ])
  })

  test('takes the first speaker for the one who asks where nothing says who does', () => {
    expect(spoken('甲：在吗？\n\n乙：在。')).toEqual(['question hangs 甲：', 'answer hangs 乙：'])
  })

  test('takes a long name of the byline for a label, and six Han at most without one', () => {
    const text = '艾琳·马洛·格林菲尔德：是。\n\n这一句话里只是有：冒号。'
    expect(spoken(text, [credit('艾琳·马洛·格林菲尔德')])).toEqual(['question 艾琳·马洛·格林菲尔德：', 'question on'])
  })

  test('leaves alone what stands before the first label, after a heading, or inside a quotation', () => {
    expect(spoken('楔子。\n\n问：一？\n\n## 二\n\n过渡。\n\n> 答：旧话。')).toEqual(['', 'question hangs 问：', '', ''])
  })

  test('keeps every character of a paragraph that it takes the label from', () => {
    const { body } = readMarkdown({
      file: 'x.md',
      text: '问：这是*什么*？',
      skip: 0,
      article: 'a01',
      articles: new Map(),
    })
    const html = bodyHtml(body, { notes: [], notesAt: 'foot', speeches: speechesOf(body, []) })
    expect(html.replace(/<[^>]*>/g, '')).toBe('问：这是什么？')
  })
})
