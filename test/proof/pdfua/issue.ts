/** The stock issue with a list, ruby, more notes and a text of several pages, printed once: what the screen edition is made of. */
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { layoutBleed } from '../../../scripts/markup/paged.ts'
import type { Issue } from '../../../scripts/model/issue.ts'
import { finishScreen } from '../../../scripts/press/screen/finish-screen.ts'
import { readObjects } from '../../../scripts/proof/pdf/objects.ts'
import { uaAssertions } from '../../../scripts/proof/pdfua/check.ts'
import { readUaFile } from '../../../scripts/proof/pdfua/read/file.ts'
import { issueOf, laidOut, stockFolder } from '../../issue/produce.ts'

const materials = ['松枝', '桐油', '牛胶', '冰片', '麝香', '金箔', '石灰', '藤黄', '朱砂', '丁香']
const works = ['拣', '洗', '晒', '蒸', '捣', '和', '揉', '压', '晾', '磨']
const places = ['歙县', '绩溪', '休宁', '婺源', '祁门', '黟县', '屯溪', '旌德', '泾县', '宣城']
const shops = ['老店', '新铺', '作坊', '墨庄', '货栈', '分号', '书肆', '纸行', '笔庄', '砚坊']

/** Sentences of which no two are alike. */
const steps = (count: number): string =>
  Array.from({ length: count }, (_, i) => {
    const [work, next] = [works[Math.floor(i / 10) % 10], works[(i + Math.floor(i / 100) + 3) % 10]]
    return `第${i + 1}道是${work}${materials[i % 10]}，先${work}后${next}，急不得。`
  }).join('')
const orders = (count: number): string =>
  Array.from({ length: count }, (_, i) => {
    return `${places[i % 10]}${shops[Math.floor(i / 10) % 10]}来信订墨${3 * i + 7}锭，限${(i % 9) + 2}月内寄到。`
  }).join('')

const more = `
## 和胶

- 一斤烟，四两胶
- 胶要隔夜的，水要隔年的[^2]

{墨|mò}分五色。${steps(160)}

${orders(90)}

[^2]: 隔年的雨水，旧称“无根水”。
`

export async function screenIssue(): Promise<{ issue: Issue; bytes: Uint8Array }> {
  const folder = await stockFolder()
  await appendFile(path.join(folder, '02-ink.md'), more)
  const manifest = path.join(folder, 'issue.yaml')
  const text = await readFile(manifest, 'utf8')
  await writeFile(manifest, text.replace(/page:\n.*\n/, 'page:\n  fillers: [notes, blank, blank, blank, blank]\n'))
  const read = await issueOf(folder)
  const printed = await laidOut(read)
  // An internal serial has no ISSN; the file must carry it where there is one.
  const issue = { ...read, journal: { ...read.journal, issn: '1234-5679' } }
  return {
    issue,
    bytes: await finishScreen(printed.raw, issue, { layoutBleed: layoutBleed(issue), pages: printed.pages }),
  }
}

/** Ids of the assertions that do not hold. */
export function failing(issue: Issue, bytes: Uint8Array): string[] {
  const file = readUaFile(issue, 's.pdf', readObjects(bytes))
  return uaAssertions.filter(({ faults }) => faults(file).length > 0).map(({ id }) => id)
}
