import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EpubCheck } from '@likecoin/epubcheck-ts'
import { beforeAll, describe, expect, test } from 'vitest'
import type { EpubDocument } from '../../scripts/model/edition.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import { writeEpub } from '../../scripts/press/epub/pack.ts'
import { entriesOf, textOf } from './archive.ts'
import { epubDocument, issueFolder, readIssue } from './issue.ts'

let issue: Issue
let document: EpubDocument
let bytes: Uint8Array

beforeAll(async () => {
  issue = (await readIssue(issueFolder)).issue
  document = await epubDocument(issue)
  bytes = await writeEpub(document)
})

const rewritten = (edit: (xhtml: string) => string): EpubDocument => {
  const chapters = document.chapters.map((one) => (one.id === 'a03' ? { ...one, xhtml: edit(one.xhtml) } : one))
  return { ...document, chapters }
}

describe('a packed EPUB', () => {
  test('has no error and no warning for EPUBCheck', async () => {
    const { messages } = await EpubCheck.validate(bytes)
    expect(messages.filter(({ severity }) => severity !== 'usage' && severity !== 'info')).toEqual([])
  })

  test('is the same to the byte in another time zone', async () => {
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    try {
      const elsewhere = await writeEpub(document)
      expect(Buffer.from(elsewhere).equals(Buffer.from(bytes))).toBe(true)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  test('begins with the mimetype, stored and without extra field', () => {
    const head = Buffer.from(bytes.subarray(0, 58))
    expect(head.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip')
    expect([head.readUInt16LE(6), head.readUInt16LE(8), head.readUInt16LE(28)]).toEqual([0, 0, 0])
  })

  test('holds the files of the document and the container, and no folder', () => {
    const names = ['mimetype', 'META-INF/container.xml']
    names.push(...['content.opf', 'toc.xhtml', 'toc.ncx', 'style.css'].map((name) => `OEBPS/${name}`))
    names.push(...[...document.chapters, ...document.resources].map(({ href }) => `OEBPS/${href}`))
    expect(Object.keys(entriesOf(bytes)).sort()).toEqual(names.sort())
  })

  test('carries pictures and text as they were laid out', () => {
    for (const { href, data } of document.resources) {
      expect(Buffer.from(entriesOf(bytes)[`OEBPS/${href}`]!).equals(Buffer.from(data))).toBe(true)
    }
    for (const { href, xhtml } of document.chapters) expect(textOf(bytes, `OEBPS/${href}`)).toBe(xhtml)
    expect(textOf(bytes, 'OEBPS/content.opf')).toBe(document.package)
  })

  test('never evaluates a template that stands in the text', async () => {
    const code = '<%= 6 * 7 %> <%- delimiter %> {{title}} {{{body}}}'
    const [, , last] = issue.articles
    const article = { ...last!, title: code, titleWithBreaks: code }
    const packed = await writeEpub(
      await epubDocument({ ...issue, articles: [article], sections: [{ ...issue.sections[1]!, articles: [article] }] }),
    )
    expect(textOf(packed, 'OEBPS/a03.xhtml')).toContain(
      '&lt;%= 6 * 7 %&gt; &lt;%- delimiter %&gt; {{title}} {{{body}}}',
    )
  })

  test('asks for nothing over the network and from the disk, even where a picture is named', async () => {
    let asked = 0
    const server = createServer((_, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const { port } = server.address() as AddressInfo
      const pictures = `<img src="http://127.0.0.1:${port}/a.png" alt=""/><img src="file:///etc/hostname" alt=""/>`
      const packed = await writeEpub(rewritten((xhtml) => xhtml.replace('</header>', `</header>${pictures}`)))
      expect(asked).toBe(0)
      expect(Object.keys(entriesOf(packed))).toHaveLength(Object.keys(entriesOf(bytes)).length)
    } finally {
      server.close()
    }
  })
})

describe('a document at fault', () => {
  test('is refused, by file and line, where it is not well-formed', async () => {
    await expect(writeEpub(rewritten((xhtml) => xhtml.replace('</h1>', '')))).rejects.toThrow(/a03\.xhtml:\d+/)
    await expect(writeEpub({ ...document, package: document.package.replace('</spine>', '') })).rejects.toThrow(
      /content\.opf/,
    )
    await expect(writeEpub(rewritten((xhtml) => xhtml.replace('<h1', '<epub2:h1')))).rejects.toThrow(/a03\.xhtml/)
  })

  test('is refused where two of its files have one name', async () => {
    const [first] = document.chapters
    const twice = { ...document, chapters: [...document.chapters, { ...first!, id: 'again' }] }
    await expect(writeEpub(twice)).rejects.toThrow('cover.xhtml')
  })
})
