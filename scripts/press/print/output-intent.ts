/** In: a printing condition and its ICC profile. Out: the output intent of a document (ISO 32000-1 14.11.5). */
import { type PDFDocument, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import type { OutputCondition } from '../../model/printing.ts'
import { name, textString } from '../pdf/document.ts'

const ascii = /^[ -~]*$/
const spelt = (text: string) => (ascii.test(text) ? PDFString.of(text.replace(/[\\()]/g, '\\$&')) : textString(text))

/** Says that the inks of the document are meant for this condition; the profile is that of a press with four inks. */
export function writeOutputIntent(document: PDFDocument, condition: OutputCondition, profile: Uint8Array): void {
  const { context, catalog } = document
  const stream = PDFRawStream.of(context.obj({ N: 4, Alternate: 'DeviceCMYK', Length: profile.length }), profile)
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: spelt(condition.identifier),
    OutputCondition: spelt(condition.name),
    // A condition of a house's own is in no registry, and is told in words instead (ISO 32000-1 table 365).
    ...(condition.registry && { RegistryName: spelt(condition.registry) }),
    Info: spelt(condition.name || condition.identifier),
    DestOutputProfile: context.register(stream),
  })
  catalog.set(name('OutputIntents'), context.obj([context.register(intent)]))
}
