import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { themes } from '../themes.ts'

const folder = path.resolve(import.meta.dirname, '../../templates')
const text = (file: string): string => readFileSync(path.join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
const common = readdirSync(path.join(folder, 'styles')).map((name) => `styles/${name}`)
const defined = (css: string): string[] => [...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name!)
/** The spine is a page of its own size, which its layout says where that is known. */
const measured = /^--(?:spine-(?:width|height)|publisher-length)$/
const used = (css: string): string[] => [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name!)

describe('style sheets', () => {
  test('name no colour but black and white: the others are values of the theme', () => {
    const named = common.flatMap((file) => [...text(file).matchAll(/#[\da-f]{3,8}\b/gi)].map(([it]) => `${file} ${it}`))
    expect(named.filter((it) => !/ #(?:000|fff)$/.test(it))).toEqual([])
  })

  test.each([...themes.keys()])('use no value that the theme %s lacks', (theme) => {
    const own = readdirSync(path.join(folder, 'themes', theme))
      .filter((name) => /\.css(?:\.hbs)?$/.test(name))
      .map((name) => `themes/${theme}/${name}`)
    const sheets = [...common, ...own]
    const known = new Set(sheets.flatMap((file) => defined(text(file))))
    const lacking = sheets.flatMap((file) => used(text(file)).map((name) => ({ file, name })))
    expect(lacking.filter(({ name }) => !known.has(name) && !measured.test(name))).toEqual([])
  })

  test('of the magazine use every value that it gives', () => {
    const given = defined(text('themes/magazine/values.css')).filter(
      (name) => !/^--(?:standard|brief|editorial)-(?:columns|gap)$/.test(name),
    )
    const sheets = [...common, 'themes/magazine/style.css', 'themes/magazine/values.css'].map(text).join('\n')
    const idle = given.filter((name) => !used(sheets).includes(name))
    expect(idle).toEqual([])
  })
})
