/** The values of a theme, as a style sheet of custom properties, in; its measures out. */
import { type Measures, type Setting, type SettingName, settingNames } from '../model/measures.ts'

const comments = /\/\*[\s\S]*?\*\//g

/** @throws Error naming the property that is missing or is not a number of points: a theme at fault is a template at fault. */
export function measuresOf(css: string, theme: string): Measures {
  const values = new Map([...css.replace(comments, '').matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, k, v]) => [k!, v!]))
  const value = (name: string, form: RegExp): number => {
    const found = form.exec(values.get(name) ?? '')
    if (!found) throw new Error(`templates/themes/${theme}/values.css: --${name} is missing or has no fitting value`)
    return Number(found[1])
  }
  const points = (name: string) => value(name, /^(\d+(?:\.\d+)?)pt$/)
  const setting = (name: SettingName): Setting => ({
    columns: value(`${name}-columns`, /^(\d+)$/),
    size: points(`${name}-size`),
    pitch: points(`${name}-pitch`),
    gap: points(`${name}-gap`),
  })
  return Object.fromEntries(settingNames.map((name) => [name, setting(name)])) as Measures
}

/** Every theme among the template files: name → measures. */
export function themesOf(files: ReadonlyMap<string, string>): ReadonlyMap<string, Measures> {
  const themes = new Map<string, Measures>()
  for (const [file, text] of files) {
    const name = /^themes\/([\w-]+)\/values\.css$/.exec(file)?.[1]
    if (name) themes.set(name, measuresOf(text, name))
  }
  return themes
}
