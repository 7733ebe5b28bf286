/** In: finished PDFs. Out: what pdf.js, a search in the bytes, and other programs read in them. */
import { spawnSync } from 'node:child_process'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect } from 'vitest'

export const mm = (length: number): number => (length * 72) / 25.4

export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

export const open = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: bytes.slice(), verbosity: 0 }).promise

export const everyPage = (document: PDFDocumentProxy): Promise<PDFPageProxy[]> =>
  Promise.all(Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1)))

/** The text of each page as it is copied out: white space and characters without form or width left out. */
export async function texts(document: PDFDocumentProxy): Promise<string[]> {
  const contents = (await everyPage(document)).map((page) => page.getTextContent({ disableNormalization: true }))
  return (await Promise.all(contents)).map(({ items }) =>
    items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      .replace(/[\s\p{Cf}]/gu, ''),
  )
}

/** Where the words of a page stand: baseline origin by text. */
export async function origins(page: PDFPageProxy): Promise<Map<string, [number, number]>> {
  const { items } = await page.getTextContent()
  return new Map(items.flatMap((item) => ('str' in item ? [[item.str, [item.transform[4], item.transform[5]]]] : [])))
}

/** The boxes of one kind as they stand in a file without object streams. */
export const boxes = (bytes: Uint8Array, kind: string): number[][] =>
  [...latin1(bytes).matchAll(new RegExp(`/${kind} \\[([^\\]]*)\\]`, 'g'))].map((found) =>
    found[1]!.trim().split(/\s+/).map(Number),
  )

export function expectBox(box: readonly number[], expected: readonly number[]): void {
  expect(box).toHaveLength(expected.length)
  for (const [i, value] of expected.entries()) expect(Math.abs(box[i]! - value)).toBeLessThan(0.01)
}

export function run(folder: string, program: string, ...args: string[]): { status: number | null; stdout: Buffer } {
  return spawnSync(program, args, { cwd: folder, maxBuffer: 1e8 })
}

/** A box as pdfinfo prints it. */
export function pdfinfoBox(folder: string, file: string, kind: string): number[] {
  const { stdout } = run(folder, 'pdfinfo', '-box', file)
  return new RegExp(`${kind}:\\s+([\\d. ]+)`).exec(stdout.toString())![1]!.trim().split(/\s+/).map(Number)
}

/** The rows that pdffonts prints, one per font. */
export const pdffontsRows = (folder: string, file: string): string[] =>
  run(folder, 'pdffonts', file).stdout.toString().trim().split('\n').slice(2)
