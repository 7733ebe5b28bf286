/** The printing house's own ICC profile: a real one taken as it is, a damaged or foreign one refused with the reason. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assemble } from '../../scripts/assemble/issue.ts'
import { diagnostic, type Facts, type Locale, describe as told } from '../../scripts/model/diagnostic.ts'
import type { Printing } from '../../scripts/model/printing.ts'
import { readFolder } from '../../scripts/read/folder.ts'
import { unfitness } from '../../scripts/read/profile.ts'
import { themes } from '../themes.ts'

const stock = path.join(import.meta.dirname, '../diagnostics/_stock')
const shipped = path.join(import.meta.dirname, '../../scripts/press/profiles/FOGRA39L_open.icc')

const worded = (unfit: Facts, locale: Locale): string =>
  told(diagnostic('manuscript/profile-unfit', undefined, { src: 'house.icc', ...unfit }), locale).message

let folder: string
let profile: Uint8Array

beforeAll(async () => {
  const temporary = await mkdtemp(path.join(tmpdir(), 'kanben-'))
  folder = path.join(temporary, '2026-01')
  await cp(stock, folder, { recursive: true })
  await mkdir(path.join(folder, 'profiles'))
  await cp(shipped, path.join(folder, 'profiles/house.ICC'))
  profile = new Uint8Array(await readFile(shipped))
})
afterAll(() => rm(path.dirname(folder), { recursive: true }))

async function printing(section: string): Promise<{ printing: Printing; codes: string[] }> {
  const manifest = await readFile(path.join(stock, 'issue.yaml'), 'utf8')
  await writeFile(path.join(folder, 'issue.yaml'), `${manifest}print:\n${section}\n`)
  const read = await readFolder(folder)
  const { issue, diagnostics } = assemble(read.manuscript!, themes)
  return { printing: issue!.printing, codes: [...read.diagnostics, ...diagnostics].map(({ code }) => code) }
}

describe('a profile in the issue folder', () => {
  test('comes into the issue with its bytes and its condition', async () => {
    const { printing: asked, codes } = await printing(
      '  profile: profiles/house.ICC\n  condition: { identifier: JC200104, name: Japan Color 2001 胶版纸, registry: "http://www.color.org", paper: uncoated }',
    )
    expect(codes).toEqual([])
    expect(asked.condition).toEqual({
      identifier: 'JC200104',
      name: 'Japan Color 2001 胶版纸',
      registry: 'http://www.color.org',
      paper: 'uncoated',
      profile,
    })
    expect(asked.inkLimit).toBe(260)
  })

  test('of ICC version 2 is right for PDF/X-1a too', async () => {
    const { printing: asked, codes } = await printing(
      '  standard: x-1a\n  profile: profiles/house.ICC\n  condition: { identifier: 本厂 2026 }',
    )
    expect(codes).toEqual([])
    expect(asked).toMatchObject({ standard: 'x-1a', condition: { name: '本厂 2026', registry: '', paper: 'coated' } })
  })

  test('is not looked for where it is still to be filled in', async () => {
    const { codes } = await printing('  profile: 待填印刷厂的文件\n  condition: { identifier: 待填 }')
    expect(new Set(codes)).toEqual(new Set(['manuscript/placeholder']))
  })
})

describe('of the header of ICC.1:2010, 7.2', () => {
  const changed = (at: number, text: string): Uint8Array => {
    const bytes = profile.slice()
    bytes.set(new TextEncoder().encode(text), at)
    return bytes
  }

  test('everything is as it must be in the shipped profile', () => {
    expect(unfitness(profile, 'x-4')).toBeNull()
    expect(unfitness(profile, 'x-1a')).toBeNull()
  })

  test.each([
    ['the size', () => profile.subarray(0, profile.length - 1), 'cut short'],
    ['the signature of the file', () => changed(36, 'acsq'), 'no ICC profile'],
    ['the class', () => changed(12, 'scnr'), 'for a scanner or camera'],
    ['an unknown class', () => changed(12, 'xxxx'), 'for “xxxx”'],
    ['the colour space', () => changed(16, 'RGB '), 'for RGB'],
    ['the connection space', () => changed(20, 'Luv '), 'Luv'],
    ['the version', () => changed(8, '\u0005'), 'version 5'],
    ['the tables', () => changed(Buffer.from(profile).indexOf('B2A0'), 'X'), 'missing'],
    ['the whole', () => profile.subarray(0, 100), 'no ICC profile'],
  ])('%s is looked at', (_, bytes, reason) => {
    expect(worded(unfitness(bytes(), 'x-4')!, 'en')).toContain(reason)
  })

  test('version 4 is too new for PDF/X-1a alone', () => {
    const newer = changed(8, '\u0004')
    expect(unfitness(newer, 'x-4')).toBeNull()
    expect(worded(unfitness(newer, 'x-1a')!, 'zh')).toContain('第 4 版')
  })
})
