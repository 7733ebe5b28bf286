import { beforeAll, describe, expect, it } from 'vitest'
import type { Issue } from '../../../scripts/model/issue.ts'
import { launchBrowser } from '../../../scripts/press/browser/browser.ts'
import { openPdf, pageContent, serialize, setPageContent } from '../../../scripts/press/pdf/document.ts'
import { readObjects } from '../../../scripts/proof/pdf/objects.ts'
import { platesOf } from '../../../scripts/proof/pdfx/plates.ts'
import { readPrintFile } from '../../../scripts/proof/pdfx/read/file.ts'
import { latin1 } from '../../press/screen/finish-reading.ts'
import { boundIssue, finishedPrint, numberedRaw } from '../../press/sheets/sheet-sample.ts'

let print: Uint8Array
let issue: Issue

beforeAll(async () => {
  const browser = await launchBrowser()
  issue = boundIssue({})
  try {
    print = await finishedPrint(await numberedRaw(browser, issue, 8), issue)
  } finally {
    await browser.close()
  }
})

/** The print edition with something drawn on its second page, over all else. */
async function drawn(operators: string): Promise<Uint8Array> {
  const document = await openPdf(print)
  const page = document.getPages()[1]!
  setPageContent(page, `${pageContent(page)}\nq ${operators} Q\n`)
  return serialize(document, { minor: 6, objectStreams: false })
}

const plates = (bytes: Uint8Array) => platesOf(readPrintFile(readObjects(bytes), issue))

describe('the plates of a page', () => {
  it('are those of its artwork: four for the house red, black alone for text and greys, none for a blank page', async () => {
    const four = ['C', 'M', 'Y', 'K']
    expect(plates(print)).toEqual([['K'], ['K'], four, ['K'], ['K'], four, [], ['K']])
  })

  it('are not those of the colour bar beside it', async () => {
    // Cyan of the colour bar is in the file, and on every page.
    expect(latin1(print)).toContain('KanbenMarks')
    expect(plates(await drawn('1 0 0 0 k 100 2 20 20 re f'))[1]).toEqual(['K'])
  })

  it('are named for any ink inside of the bleed, and not for white', async () => {
    expect(plates(await drawn('0 0 1 0 k 100 100 20 20 re f'))[1]).toEqual(['Y', 'K'])
    expect(plates(await drawn('0 0.5 0 0 K 100 100 m 200 200 l S'))[1]).toEqual(['M', 'K'])
    expect(plates(await drawn('0 0 0 0 k 100 100 20 20 re f'))[1]).toEqual(['K'])
  })

  it('may be all four for a colour that is no ink', async () => {
    expect(plates(await drawn('1 0 0 rg 100 100 20 20 re f'))[1]).toEqual(['C', 'M', 'Y', 'K'])
  })
})
