/** The themes of the repository, for tests that assemble an issue or build one by hand. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { measuresOf } from '../scripts/markup/theme.ts'

const themesFolder = path.resolve(import.meta.dirname, '../templates/themes')
const read = (name: string) => measuresOf(readFileSync(path.join(themesFolder, name, 'values.css'), 'utf8'), name)

export const magazine = read('magazine')
export const academic = read('academic')
export const themes = new Map([
  ['magazine', magazine],
  ['academic', academic],
])
