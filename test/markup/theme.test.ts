import { describe, expect, test } from 'vitest'
import { createTemplates } from '../../scripts/markup/templates.ts'
import { measuresOf } from '../../scripts/markup/theme.ts'
import { themes } from '../themes.ts'

const values = (pitch: string): string =>
  ['standard', 'brief', 'editorial']
    .map((name) => `--${name}-columns: 2; --${name}-size: 9pt; --${name}-pitch: ${pitch}; --${name}-gap: 18pt;`)
    .join('\n')

describe('a theme', () => {
  const templates = createTemplates(
    new Map([
      ['page.hbs', '{{> partials/head}}，{{> partials/foot}}'],
      ['partials/head.hbs', '题'],
      ['partials/foot.hbs', '脚{{number}}'],
      ['themes/plain/values.css', values('15pt')],
      ['themes/plain/partials/head.hbs', '素题{{> partials/mark}}'],
      ['themes/plain/partials/mark.hbs', '·'],
      ['themes/other/values.css', values('15pt')],
    ]),
  )

  const render = templates.render as (name: string, view: object, theme?: string) => string

  test('brings partials of its own, which stand for those of the same name where it is rendered and nowhere else', () => {
    expect(render('page.hbs', { number: 1 }, 'plain')).toBe('素题·，脚1')
    expect(render('page.hbs', { number: 2 }, 'other')).toBe('题，脚2')
    expect(render('page.hbs', { number: 3 })).toBe('题，脚3')
  })

  test('that calls for a missing field or template is an error with the name of the template', () => {
    expect(() => render('page.hbs', {}, 'plain')).toThrow(/^templates\/page\.hbs: .*number/)
    expect(() => render('none.hbs', {}, 'plain')).toThrow('templates/none.hbs')
  })

  test('is known by its values', () => {
    expect([...templates.themes.keys()]).toEqual(['plain', 'other'])
    expect(() => measuresOf(values('15'), 'plain')).toThrow('--standard-pitch')
  })

  test('sets plain text as body text is set', () => {
    const set = createTemplates(new Map([['a.hbs', '{{typeset words}}']]))
    expect((set.render as typeof render)('a.hbs', { words: '甲<乙·丙 3 页' })).toBe(
      '甲&lt;<span class="keep">乙<span class="interpunct">·</span></span>丙<span class="keep">3页</span>',
    )
  })
})

describe.each([...themes])('the theme %s', (_name, measures) => {
  test('has pitches that fall on whole pixels, and no line closer than half its size', () => {
    for (const { size, pitch, gap, columns } of Object.values(measures)) {
      expect((pitch * 96) / 72).toBe(Math.round((pitch * 96) / 72))
      expect(pitch / size).toBeGreaterThanOrEqual(1.5)
      expect(pitch / size).toBeLessThanOrEqual(2)
      if (columns > 1) expect(gap).toBeGreaterThanOrEqual(size)
    }
  })
})
