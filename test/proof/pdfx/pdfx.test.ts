/** One print of a real browser, finished and then spoilt in every way that an assertion stands against. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { codes } from '../../../scripts/model/codes/index.ts'
import { severityOf, describe as worded } from '../../../scripts/model/diagnostic.ts'
import type { Issue } from '../../../scripts/model/issue.ts'
import type { Printing, PrintStandard } from '../../../scripts/model/printing.ts'
import { finishPrint } from '../../../scripts/press/print/finish-print.ts'
import { readObjects } from '../../../scripts/proof/pdf/objects.ts'
import { printAssertions } from '../../../scripts/proof/pdfx/assertions.ts'
import { checkPdfX } from '../../../scripts/proof/pdfx/check.ts'
import { verdictOn } from '../../../scripts/proof/verdict/verdict.ts'
import { layoutBleed, pages, printSamples, sampleIssue } from '../../press/print/finish-sample.ts'
import { changed, changeXmp } from '../mutate.ts'
import type { Mutation } from './change.ts'
import { mutations, mutationsX1a } from './mutations.ts'

const file = '2026-01-print.pdf'

const issueWith = (printing: Partial<Printing>): Issue => {
  const issue = sampleIssue()
  return { ...issue, printing: { ...issue.printing, ...printing } }
}

function judged(bytes: Uint8Array, issue: Issue) {
  const verdict = verdictOn('print')
  checkPdfX(verdict, issue, file, readObjects(bytes))
  return verdict
}
const faulty = (bytes: Uint8Array, issue: Issue): string[] =>
  judged(bytes, issue).checks.flatMap(({ rule, causes }) => (causes ? [rule!.id] : []))

const clean = new Map<PrintStandard, Uint8Array>()
let raw: Uint8Array
let uncoated: Uint8Array

beforeAll(async () => {
  ;[raw] = (await printSamples([[210, 285]])) as [Uint8Array]
  for (const standard of ['x-4', 'x-1a'] as const) {
    const { bytes } = await finishPrint(raw, issueWith({ standard }), { layoutBleed, pages })
    clean.set(standard, bytes)
  }
  const profiles = path.resolve(import.meta.dirname, '../../../scripts/press/profiles')
  uncoated = await readFile(path.join(profiles, 'FOGRA29L_open.icc'))
})

describe.each(['x-4', 'x-1a'] as const)('a finished file by %s', (standard) => {
  const issue = issueWith({ standard })

  it('passes every assertion', () => {
    const { checks } = judged(clean.get(standard)!, issue)
    expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
    expect(checks.map(({ rule }) => rule!.id)).toEqual(printAssertions(standard).map(({ id }) => id))
  })

  it('is warned of for the picture of two pixels, and for nothing else', () => {
    const { diagnostics } = judged(clean.get(standard)!, issue)
    expect(diagnostics.map(({ code, facts }) => ({ code, facts }))).toEqual([
      { code: 'printing/picture-coarse', facts: expect.objectContaining({ page: 3, picture: '', ppi: 4 }) },
    ])
  })

  it('passes as well after another program has saved it unchanged', async () => {
    expect(faulty(await changed(clean.get(standard)!, () => {}), issue)).toEqual(['H8'])
  })

  it('does not pass as the other standard', () => {
    const other = standard === 'x-4' ? 'x-1a' : 'x-4'
    expect(faulty(clean.get(standard)!, issueWith({ standard: other }))).toContain('X8')
  })
})

const found = async ({ change, id, also = [] }: Mutation, standard: PrintStandard) => {
  const { checks, diagnostics } = judged(await change(clean.get(standard)!), issueWith({ standard }))
  const ids = checks.flatMap(({ rule, causes }) => (causes ? [rule!.id] : []))
  expect(new Set(ids)).toEqual(new Set([id, 'H8', ...also]))
  for (const cause of diagnostics)
    for (const locale of ['zh', 'en'] as const)
      expect(worded(cause, locale).message).not.toMatch(/\{|第\s+页|page {2}|（）|\(\)|“”/)
}

describe('of PDF/X-4', () => {
  it.each(mutations)('$id finds $what', (mutation) => found(mutation, 'x-4'))
})

describe('of PDF/X-1a', () => {
  it.each(mutationsX1a)('$id finds $what', (mutation) => found(mutation, 'x-1a'))
})

describe('the mutations', () => {
  it('leave no assertion on a file untried', () => {
    const tried = new Set([...mutations, ...mutationsX1a].map(({ id }) => id))
    // These compare the file with the issue, or are broken by the sample itself.
    const otherwise = ['H8', 'H17', 'H18']
    expect(printAssertions('x-1a').filter(({ id }) => !tried.has(id) && !otherwise.includes(id))).toEqual([])
  })
})

describe('what the issue asks for', () => {
  const bytes = () => clean.get('x-4')!
  const ids = (issue: Issue) => faulty(bytes(), issue).filter((id) => id !== 'H8')
  const { condition } = sampleIssue().printing

  it('is the profile of the printing house, byte for byte', async () => {
    expect(ids(issueWith({ condition: { ...condition, profile: uncoated } }))).toEqual(['H17'])
    const own = issueWith({ condition: { ...condition, identifier: 'House 7', profile: uncoated } })
    const { bytes: theirs } = await finishPrint(raw, own, { layoutBleed, pages })
    expect(faulty(theirs, own)).toEqual(['H8'])
    expect(faulty(theirs, sampleIssue())).toEqual(['X5', 'H8'])
  })

  it('is pictures with their profile, which PDF/X-4 takes', async () => {
    const issue = issueWith({ images: 'icc' })
    const { bytes } = await finishPrint(raw, issue, { layoutBleed, pages })
    expect(faulty(bytes, issue)).toEqual(['H8'])
  })

  it('is a limit of ink', () => {
    const { diagnostics } = judged(bytes(), issueWith({ inkLimit: 150 }))
    expect(
      diagnostics.map(
        ({ code, facts }) => `${code} ${facts.page} ${facts.of ?? ''} ${facts.inks ?? ''} ${facts.found ?? ''}`,
      ),
    ).toEqual(
      expect.arrayContaining(['pdfx/ink-limit 1 colour C 20 M 100 Y 85 K 15 220', 'pdfx/ink-limit 3 picture  193']),
    )
  })

  it('is a bleed, and a warning where it is small', () => {
    const issue = sampleIssue()
    const small = { ...issue, page: { ...issue.page, bleed: 2 } }
    expect(ids(small)).toEqual(['H2', 'H18'])
    expect(judged(bytes(), small).checks.find(({ rule }) => rule!.id === 'H18')!.outcome).toBe('passed')
  })

  it('is the size of the trim', () => {
    const issue = sampleIssue(185, 260)
    expect(ids(issue)).toEqual(['H1'])
  })
})

describe('metadata', () => {
  it('are found under any prefix, and as attributes', async () => {
    const renamed = await changed(clean.get('x-4')!, (document) =>
      changeXmp(document, (xmp) =>
        xmp
          .replaceAll('pdfxid', 'q')
          .replace(/<pdf:Trapped>False<\/pdf:Trapped>/, '')
          .replace('rdf:about=""', 'rdf:about="" pdf:Trapped="False"'),
      ),
    )
    expect(faulty(renamed, issueWith({}))).toEqual(['H8'])
  })
})

describe('the words of the assertions', () => {
  it('refuse with an error but for what may be meant, and none is left over', () => {
    const warnings = printAssertions('x-1a').filter(({ code }) => severityOf({ code, facts: {} }) !== 'error')
    expect(warnings.map(({ id }) => id)).toEqual(['H8', 'H18', 'H20', 'H21', 'H22', 'H23'])
    expect(new Set(printAssertions('x-1a').map(({ id }) => id)).size).toBe(printAssertions('x-1a').length)
    const unused = Object.keys(codes).filter((code) => code.startsWith('pdfx/'))
    expect(unused.filter((code) => !printAssertions('x-1a').some((assertion) => assertion.code === code))).toEqual([])
  })
})
