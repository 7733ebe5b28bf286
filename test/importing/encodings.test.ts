import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { decode, importText } from '../../scripts/importing/import.ts'
import { importFile } from '../../scripts/scaffold.ts'
import { authorsOf } from './corpus.ts'

const simple = '桥头有一盏灯，是二十年前修桥的人留下来的，每到傍晚就亮，过路的人都说它比钟还准。\n管灯的是一位老人。\n'
const traditional =
  '橋頭有一盞燈，是二十年前修橋的人留下來的，每到傍晚就亮，過路的人都說它比鐘還準。\n管燈的是一位老人。\n'

/** The bytes of a text in an encoding that only a decoder is at hand for: every pair of bytes is asked what it means. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const known = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (Array.from(character).length === 1 && character !== '\ufffd' && !known.has(character))
        known.set(character, [lead, trail])
    }
  return Uint8Array.from(Array.from(text).flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : known.get(c)!)))
}

const swapped = (bytes: Uint8Array): Uint8Array => bytes.map((_, at) => bytes[at ^ 1]!)
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))

describe('encodings are told by what they say', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(simple), 'utf-8', simple],
    ['UTF-16, little end first, without a mark', utf16(simple), 'utf-16le', simple],
    ['UTF-16, big end first, without a mark', swapped(utf16(simple)), 'utf-16be', simple],
    ['UTF-16, big end first, with a mark', swapped(utf16(`\ufeff${simple}`)), 'utf-16be', simple],
    ['GB18030', encode(simple, 'gb18030'), 'gb18030', simple],
    ['GB18030 with traditional text', encode(traditional, 'gb18030'), 'gb18030', traditional],
    ['Big5', encode(traditional, 'big5'), 'big5', traditional],
  ])('%s', (_, bytes, encoding, text) => {
    expect(decode(bytes)).toMatchObject({ encoding, text })
  })
})

describe('what no editor could use is refused, with what was seen', () => {
  const codes = (text: string) =>
    importText(text, { file: 'raw.txt', id: '2026-01' }).diagnostics.map(({ code }) => code)

  test('UTF-8 read as GBK, UTF-8 read as Latin-1, lost characters', () => {
    const bytes = new TextEncoder().encode(simple.repeat(3))
    expect(codes(new TextDecoder('gb18030').decode(bytes))).toEqual(['import/encoding'])
    expect(codes(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))).toEqual(['import/encoding'])
    expect(codes(simple.replace(/\p{Script=Han}/gu, '锟斤拷'))).toEqual(['import/encoding'])
  })

  test.each([
    ['%PDF-1.7\n', 'PDF'],
    ['PK\u0003\u0004\u0014', 'DOCX'],
    ['{\\rtf1\\ansi', 'RTF'],
  ])('a file that begins %j', async (head, kind) => {
    const root = await mkdtemp(path.join(tmpdir(), 'kanben-'))
    const file = path.join(root, 'raw.txt')
    await writeFile(file, head)
    const { diagnostics, delivered } = await importFile(file, path.join(root, '2026-01'))
    await rm(root, { recursive: true })
    expect(diagnostics.map(({ code }) => code)).toEqual(['import/binary'])
    expect(String(diagnostics[0]!.facts.kind)).toContain(kind)
    expect(delivered).toEqual([])
  })
})

test('a traditional text says so in the manifest, and keeps its characters and marks', () => {
  const raw = `燈塔的鑰匙\n\n顧北川\n\n${traditional.repeat(2).replaceAll('\n', '')}老人說：「燈亮著，人就在。」\n\n（作者單位：東嶼航標站）\n`
  const { files, articles } = importText(raw, { file: 'raw.txt', id: '2026-01' })
  expect(files[0]!.text).toContain('\nlanguage: zh-Hant\njournal:')
  expect(articles[0]).toMatchObject({ title: '燈塔的鑰匙', affiliations: ['東嶼航標站'] })
  expect(authorsOf(articles[0]!)).toEqual(['顧北川'])
  expect(files[1]!.text).toContain('老人說：「燈亮著，人就在。」')
})
