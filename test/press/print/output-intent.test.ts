import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDict, PDFDocument, type PDFRawStream } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Issue } from '../../../scripts/model/issue.ts'
import { type PrintStandard, shippedConditions } from '../../../scripts/model/printing.ts'
import { arrayAt, dictAt, name, openPdf, streamText, textAt } from '../../../scripts/press/pdf/document.ts'
import { writeMetadata } from '../../../scripts/press/pdf/metadata.ts'
import { finishPrint } from '../../../scripts/press/print/finish-print.ts'
import { writeOutputIntent } from '../../../scripts/press/print/output-intent.ts'
import { dropNeutralBlending, shinesThrough } from '../../../scripts/press/print/paint/transparency.ts'
import { itWith } from '../../support/witness.ts'
import { latin1, open, run } from '../screen/finish-reading.ts'
import { layoutBleed, sampleIssue } from './finish-sample.ts'
import { printBodies } from './press-plates.ts'

const trim = [150, 200] as const

function issueFor(standard: PrintStandard): Issue {
  const issue = sampleIssue(...trim)
  return {
    ...issue,
    journal: { ...issue.journal, issn: '2096-1235' },
    numbering: { ...issue.numbering, volume: 12 },
    printing: { ...issue.printing, standard },
  }
}

const profile = readFileSync(path.join(import.meta.dirname, '../../../scripts/press/profiles/FOGRA39L_open.icc'))

function onlyIntent(document: PDFDocument): PDFDict {
  const intents = arrayAt(document.catalog, 'OutputIntents')!
  expect(intents.size()).toBe(1)
  return intents.lookup(0, PDFDict)
}
const profileOf = (intent: PDFDict) => intent.lookup(name('DestOutputProfile')) as PDFRawStream

let folder: string
const files = {} as Record<PrintStandard | 'shining', Uint8Array>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kanben-intent-'))
  const text = '<div class="in">正文，黑字。<p style="color:#b0202b">红字</p></div>'
  const raw = await printBodies([text, text], trim)
  const shining = await printBodies([text, '<div class="in" style="color:rgba(0,0,0,.5)">半透明</div>'], trim)
  files['x-4'] = (await finishPrint(raw, issueFor('x-4'), { layoutBleed })).bytes
  files['x-1a'] = (await finishPrint(raw, issueFor('x-1a'), { layoutBleed })).bytes
  files.shining = (await finishPrint(shining, issueFor('x-4'), { layoutBleed })).bytes
  for (const [key, bytes] of Object.entries(files)) await writeFile(path.join(folder, `${key}.pdf`), bytes)
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each([
  { standard: 'x-4', header: '%PDF-1.6', version: 'PDF/X-4' },
  { standard: 'x-1a', header: '%PDF-1.4', version: 'PDF/X-1a:2003' },
] as const)('a print edition by $version', ({ standard, header, version }) => {
  it('has one output intent with the profile of its condition', async () => {
    const intent = onlyIntent(await openPdf(files[standard]))
    expect(intent.get(name('S'))).toBe(name('GTS_PDFX'))
    expect(textAt(intent, 'OutputConditionIdentifier')).toBe('FOGRA39')
    expect(textAt(intent, 'RegistryName')).toBe('http://www.color.org')
    expect(textAt(intent, 'OutputCondition')).toBe(shippedConditions.coated.name)
    expect(textAt(intent, 'Info')).toBe(shippedConditions.coated.name)
    const stream = profileOf(intent)
    expect(String(stream.dict.get(name('N')))).toBe('4')
    expect(Buffer.compare(Buffer.from(streamText(stream), 'latin1'), profile)).toBe(0)
  })

  it('says its standard in Info and in XMP, and the same in both', async () => {
    const source = latin1(files[standard])
    expect(source.startsWith(header)).toBe(true)
    const document = await open(files[standard])
    const { info, metadata } = await document.getMetadata()
    expect(info).toMatchObject({ Custom: { GTS_PDFXVersion: version } })
    expect(metadata.get(standard === 'x-4' ? 'pdfxid:gts_pdfxversion' : 'pdfx:gts_pdfxversion')).toBe(version)
    expect(source).toContain(
      standard === 'x-4'
        ? 'xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"'
        : 'xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"',
    )
    expect(source).not.toContain(standard === 'x-4' ? 'xmlns:pdfx=' : 'xmlns:pdfxid=')
    for (const key of ['xmp:createdate', 'xmp:modifydate', 'xmp:metadatadate'])
      expect(metadata.get(key)).toBe('2026-03-15T00:00:00Z')
    expect(metadata.get('xmpmm:documentid')).toMatch(
      /^uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    )
    expect(metadata.get('xmpmm:versionid')).toBe('1')
    expect(metadata.get('xmpmm:renditionclass')).toBe('default')
    expect(metadata.get('prism:issn')).toBe('2096-1235')
    expect(metadata.get('prism:publicationname')).toBe('刊本')
    expect(metadata.get('prism:volume')).toBe('12')
    expect(metadata.get('prism:number')).toBe('1')
    await document.destroy()
  })

  it('has an identifier of two strings, a classic table of objects and nothing that needs a later version', () => {
    const source = latin1(files[standard])
    expect(source).toMatch(/\/ID \[\s*<[\da-f]{32}> <[\da-f]{32}>\s*\]/i)
    expect(source).toMatch(/\nxref\n0 \d+\n/)
    expect(source).not.toMatch(/\/ObjStm|\/XRef|\/Tabs|\/UserUnit|\/Encrypt/)
  })

  itWith('pdfinfo')('is that for pdfinfo', () => {
    expect(run(folder, 'pdfinfo', `${standard}.pdf`).stdout.toString()).toMatch(
      new RegExp(`PDF subtype: +${version}\\n`),
    )
  })

  itWith('qpdf')('has no fault that qpdf finds', () => {
    expect(run(folder, 'qpdf', '--check', `${standard}.pdf`).status).toBe(0)
  })

  it('has no object that nothing leads to', async () => {
    const { context } = await openPdf(files[standard])
    const source = latin1(files[standard])
    for (const [ref] of context.enumerateIndirectObjects()) {
      const uses = source.match(new RegExp(`\\b${ref.objectNumber} ${ref.generationNumber} R\\b`, 'g'))
      expect(uses?.length ?? 0).toBeGreaterThan(0)
    }
  })
})

describe('transparency', () => {
  it('gives the page that has it a group in inks, and no other page one', async () => {
    const groups = (await openPdf(files.shining)).getPages().map((page) => dictAt(page.node, 'Group'))
    expect(groups[0]).toBeUndefined()
    expect(groups[1]!.get(name('CS'))).toBe(name('DeviceCMYK'))
    expect(latin1(files['x-4'])).not.toContain('/Transparency')
  })

  it('leaves no key that PDF/X-1a does not know', () => {
    expect(latin1(files['x-4'])).toMatch(/\/BM \/Normal/)
    expect(latin1(files['x-1a'])).not.toMatch(/\/(?:ca|CA|BM|SMask|AIS|TK|Group|ICCBased)\b/)
    expect(latin1(files['x-1a'])).toMatch(/\/OPM 1/)
  })

  it('is found in states, pictures, groups and whatever they stand in, and neutral states are not it', async () => {
    const { context } = await PDFDocument.create()
    const state = (entries: Record<string, unknown>) => context.obj({ ExtGState: { G: entries } } as never) as never
    expect(shinesThrough(state({ ca: 1, CA: 1, BM: 'Normal', SMask: 'None' }))).toBe(false)
    for (const entries of [
      { ca: 0.99 },
      { CA: 0.5 },
      { BM: 'Multiply' },
      { BM: ['Darken', 'Normal'] },
      { SMask: { S: 'Alpha' } },
    ])
      expect(shinesThrough(state(entries))).toBe(true)
    const inner = context.obj({ Subtype: 'Form', Resources: { ExtGState: { G: { ca: 0.5 } } } })
    const outer = context.obj({ Subtype: 'Form', Resources: { XObject: { F: inner } } })
    expect(shinesThrough(context.obj({ XObject: { F: outer } }) as never)).toBe(true)
    expect(shinesThrough(context.obj({ XObject: { I: { Subtype: 'Image', SMask: {} } } }) as never)).toBe(true)
    expect(shinesThrough(context.obj({ XObject: { F: { Subtype: 'Form', Group: {} } } }) as never)).toBe(true)
    expect(shinesThrough(context.obj({ Pattern: { P: { ExtGState: { ca: 0.5 } } } }) as never)).toBe(true)
    expect(shinesThrough(context.obj({ XObject: { I: { Subtype: 'Image' } } }) as never)).toBe(false)
  })

  it('is not dropped where it is one', async () => {
    const document = await openPdf(files.shining)
    dropNeutralBlending(document)
    expect(shinesThrough(document.getPages()[1]!.node.Resources()!)).toBe(true)
  })
})

describe("a printing house's own condition", () => {
  it('is told in words, with its own profile', async () => {
    const own = new Uint8Array(profile)
    own[100] = 1
    const document = await PDFDocument.create()
    writeOutputIntent(
      document,
      { identifier: '江右厂 (双胶)', name: '对开四色 双胶纸', registry: '', paper: 'uncoated', profile: own },
      own,
    )
    const intent = onlyIntent(document)
    expect(textAt(intent, 'OutputConditionIdentifier')).toBe('江右厂 (双胶)')
    expect(textAt(intent, 'Info')).toBe('对开四色 双胶纸')
    expect(intent.has(name('RegistryName'))).toBe(false)
    const written = profileOf(intent).contents
    expect(createHash('sha256').update(written).digest('hex')).toBe(createHash('sha256').update(own).digest('hex'))
  })

  it('may have brackets in its name', async () => {
    const document = await PDFDocument.create()
    const condition = { ...shippedConditions.coated, identifier: 'A (b\\c)' }
    writeOutputIntent(document, condition, new Uint8Array(profile))
    const intent = onlyIntent(await openPdf(await document.save()))
    expect(textAt(intent, 'OutputConditionIdentifier')).toBe('A (b\\c)')
  })
})

describe('the claims of the screen edition', () => {
  it('are made only on request', async () => {
    const packet = async (claims?: { pdfua: boolean }) => {
      const document = await PDFDocument.create()
      writeMetadata(document, issueFor('x-4'), 'screen', claims)
      return latin1(await document.save({ useObjectStreams: false }))
    }
    expect(await packet()).not.toMatch(/pdfuaid|GTS_PDFX/)
    const claimed = await packet({ pdfua: true })
    expect(claimed).toContain('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"')
    expect(claimed).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })
})
