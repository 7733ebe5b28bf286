import { describe, expect, it } from 'vitest'
import { jobSheet, jobSheetText } from '../../scripts/markup/job-sheet.ts'
import { paperFormat } from '../../scripts/markup/paper-format.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import type { JobFacts, Plate } from '../../scripts/model/job.ts'
import type { Printing } from '../../scripts/model/printing.ts'
import { sampleIssue } from '../press/print/finish-sample.ts'

const four: readonly Plate[] = ['C', 'M', 'Y', 'K']
const black: readonly Plate[] = ['K']

function factsOf(pages: number, colour: readonly number[], blank: readonly number[] = []): JobFacts {
  const plates = Array.from({ length: pages }, (_, i) =>
    blank.includes(i + 1) ? [] : colour.includes(i + 1) ? four : black,
  )
  const files = [
    { name: '2026-01-print.pdf', sha256: 'a'.repeat(64) },
    { name: '2026-01-imposed.pdf', sha256: 'b'.repeat(64) },
    { name: '2026-01-cover.pdf', sha256: 'c'.repeat(64) },
  ]
  return { pages, plates, files }
}

function answers(printing: Partial<Printing> = {}, more: Partial<Issue> = {}, facts = factsOf(32, [1, 32])) {
  const issue = sampleIssue()
  const rows = jobSheet({ ...issue, printing: { ...issue.printing, ...printing }, ...more }, facts)
  return new Map(rows.map(({ label, value }) => [label, value]))
}

describe('a format', () => {
  it.each([
    [210, 285, '大16开', [889, 1194], 16],
    [210, 297, 'A4，国际16开', [890, 1240], 16],
    [185, 260, '16开', [787, 1092], 16],
    [148, 210, 'A5，国际32开', [890, 1240], 32],
    [140, 203, '大32开', [850, 1168], 32],
    [130, 184, '32开', [787, 1092], 32],
    [285, 210, '大16开', [889, 1194], 16],
  ] as const)('of %d × %d mm is %s', (width, height, name, sheet, cut) => {
    expect(paperFormat({ width, height })).toEqual({ name, sheet, cut })
  })

  it('that no sheet holds has no name', () => {
    expect(paperFormat({ width: 700, height: 1000 })).toBeUndefined()
    expect(answers({}, { page: { ...sampleIssue().page, trim: { width: 700, height: 1000 } } }).get('印张')).toBe(
      '由印刷厂按开料核算',
    )
  })
})

describe('the job sheet', () => {
  it('has a row for everything that a printing house asks', () => {
    expect([...answers().keys()]).toEqual([
      '刊名',
      '期号',
      '出版日期',
      '成品尺寸',
      '开本',
      '页数',
      '内文页数',
      '印张',
      '书帖',
      '装订',
      '书脊',
      '爬移',
      '内文用纸',
      '封面用纸',
      '封面印色',
      '内文印色',
      '出血',
      '色彩特性',
      '特性文件',
      '墨量上限',
      '图片',
      '文字',
      '文件标准',
      '单页文件',
      '拼版文件',
      '封面文件',
      '印刷单位',
      '印刷日期',
      '印数',
      '联系人',
    ])
  })

  it('counts printed sheets as pages by the cut of the format, cover and text apart', () => {
    expect(answers().get('印张')).toMatch(/^内文 1\.75，封面 0\.25/)
    expect(answers({}, {}, factsOf(36, [])).get('印张')).toMatch(/^内文 2，封面 0\.25/)
  })

  it('of a stitched issue has no spine, one signature, and the creep of its innermost sheet', () => {
    const paper = { text: { name: '80 g/m² 双胶纸', leaf: 0.1 }, cover: { name: '200 g/m² 铜版纸', leaf: 0.18 } }
    const sheet = answers({ paper })
    expect(sheet.get('装订')).toBe('骑马订')
    expect(sheet.get('书脊')).toBe('无（骑马订）')
    expect(sheet.get('书帖')).toBe('套帖，8 张对折纸套成一帖')
    expect(sheet.get('爬移')).toMatch(/^最里一张 0\.78 mm/)
    expect(sheet.get('内文用纸')).toBe('80 g/m² 双胶纸，单张厚 0.1 mm')
    expect(sheet.get('封面用纸')).toBe('200 g/m² 铜版纸，单张厚 0.18 mm')
  })

  it('of a glued issue has its spine with the sum behind it, and the signatures of its text', () => {
    const page = { ...sampleIssue().page, signature: 16 }
    const paper = { text: { name: '', leaf: 0.1 }, cover: { name: '', leaf: 0.25 } }
    const sheet = answers({ binding: 'perfect', paper }, { page }, factsOf(128, []))
    expect(sheet.get('装订')).toBe('无线胶订（胶装）')
    expect(sheet.get('书脊')).toMatch(/^6\.7 mm（内文 62 张 × 0\.1 mm ＋ 封面 2 张 × 0\.25 mm）；请/)
    expect(sheet.get('书帖')).toBe('内文配帖：16 面 × 7 帖，12 面 × 1 帖；封面另印')
    expect(sheet.has('爬移')).toBe(false)
  })

  it('says that a narrow spine is blank', () => {
    expect(answers({ binding: 'perfect' }).get('书脊')).toContain('1.8 mm')
    expect(answers({ binding: 'perfect' }).get('书脊')).toContain('不足 5 mm，书脊不印字')
  })

  it('names the pages of four inks, of black alone, and blank ones', () => {
    const sheet = answers({}, {}, factsOf(16, [1, 5, 6, 7, 9, 16], [14]))
    expect(sheet.get('封面印色')).toBe('四色 2 面：第 1、16 页；单色（黑）2 面：第 2、15 页')
    expect(sheet.get('内文印色')).toBe(
      '四色 4 面：第 5—7、9 页；单色（黑）7 面：第 3—4、8、10—13 页；空白 1 面：第 14 页',
    )
  })

  it('names the printing condition, the limit of ink, the standard and each file with its digest', () => {
    const sheet = answers()
    expect(sheet.get('色彩特性')).toBe('FOGRA39（Offset, ISO 12647-2:2004, paper type 1 or 2 (coated)）')
    expect(sheet.get('墨量上限')).toBe('四色合计 300 %')
    expect(sheet.get('文件标准')).toBe('PDF/X-4（ISO 15930-7）')
    expect(answers({ standard: 'x-1a' }).get('文件标准')).toBe('PDF/X-1a:2003（ISO 15930-4）')
    expect(sheet.get('单页文件')).toBe(`2026-01-print.pdf，SHA-256 ${'a'.repeat(64)}`)
    expect(sheet.get('拼版文件')).toContain('b'.repeat(64))
    expect(sheet.get('封面文件')).toContain('c'.repeat(64))
  })

  it('takes printer, date and run from the version record under the labels of either kind of journal', () => {
    const entries = [
      { label: '出版日期', value: '2026 年 3 月 15 日' },
      { label: '印刷', value: '青石印刷厂' },
      { label: '印刷日期', value: '2026 年 3 月 10 日' },
      { label: '印数', value: '1 000 册' },
    ]
    const periodical = answers({}, { colophon: { entries } })
    expect(['出版日期', '印刷单位', '印刷日期', '印数'].map((label) => periodical.get(label))).toEqual(
      entries.map(({ value }) => value),
    )
    const internal = answers({}, { colophon: { entries: [{ label: '印刷单位', value: '白塔印务' }] } })
    expect(internal.get('印刷单位')).toBe('白塔印务')
  })

  it('says of what nobody gave that it is missing, and invents nothing', () => {
    const sheet = answers({}, { colophon: { entries: [] } })
    for (const label of ['印刷单位', '印刷日期', '印数', '联系人']) expect(sheet.get(label)).toBe('（未填）')
    expect(sheet.get('内文用纸')).toBe('（未填），单张厚未填，按 0.1 mm 计')
    expect(sheet.get('封面用纸')).toBe('与内文同纸')
    expect(answers({ contact: { name: '沈砚秋', email: 'a@example.org' } }).get('联系人')).toBe('沈砚秋，a@example.org')
  })
})

describe('the job sheet as text', () => {
  const text = jobSheetText(jobSheet(sampleIssue(), factsOf(32, [1])))

  it('has all answers in one column, one row per line', () => {
    const [title, blank, ...rows] = text.trimEnd().split('\n')
    expect([title, blank]).toEqual(['印刷工单', ''])
    // Labels are full-width throughout, so that characters count as columns.
    for (const row of rows) expect(row).toMatch(/^[\p{Script=Han}　]{4}　\S/u)
    expect(rows[0]).toBe('刊名　　　刊本')
    expect(text.endsWith('\n')).toBe(true)
    expect(text).not.toMatch(/\r|\t/)
  })

  it('aligns labels of any width', () => {
    const rows = [
      { label: '开本', value: 'a' },
      { label: 'PDF', value: 'b' },
    ]
    expect(jobSheetText(rows)).toBe('印刷工单\n\n开本　a\nPDF　 b\n')
  })
})
