/** Out: what can go wrong with the claims and the pages of a print edition, each with the assertions that must find it. */
import { type PDFRef, PDFString } from '@cantoo/pdf-lib'
import { changeXmp, dictOf, found, isType, name, streamOf, textOf } from '../mutate.ts'
import { box, inBytes, infoOf, intentOf, type Mutation, mutation, node, poke, profile } from './change.ts'

export const claims: readonly Mutation[] = [
  inBytes('a later version in the header', 'X1', '%PDF-1.6', '%PDF-1.7'),
  mutation('a later version in the catalog', 'X1', ({ catalog }) => catalog.set(name('Version'), name('1.7'))),
  inBytes('no file identifier', 'X2', '/ID [', '/Ix ['),
  mutation('encryption', 'X3', ({ context }) => {
    context.trailerInfo.Encrypt = context.obj({ Filter: 'Standard', V: 1 })
  }),
  mutation('a second output intent', 'X4', (d) => {
    const [first] = found(d, isType('OutputIntent'))
    const second = d.context.obj({ S: 'GTS_PDFX', OutputConditionIdentifier: PDFString.of('FOGRA39') })
    d.catalog.set(name('OutputIntents'), d.context.obj([first!.ref, second]))
  }),
  mutation('an output intent for archives', 'X4', (d) => intentOf(d).set(name('S'), name('GTS_PDFA1')), ['X6']),
  mutation('another output condition', 'X5', (d) => {
    intentOf(d).set(name('OutputConditionIdentifier'), PDFString.of('FOGRA29'))
  }),
  mutation('no output condition', 'X5', (d) => intentOf(d).delete(name('OutputConditionIdentifier'))),
  mutation('no embedded profile', 'X6', (d) => intentOf(d).delete(name('DestOutputProfile')), ['H9']),
  mutation('the profile of a screen', 'X6', poke(12, 'mntr')),
  mutation('a profile of RGB', 'X6', poke(16, 'RGB ')),
  mutation('no profile but other data', 'X6', poke(36, 'none')),
  mutation(
    'a profile cut off',
    'X6',
    profile((data) => data.subarray(0, data.length - 100)),
  ),
  mutation('a profile of a later version than readers know', 'X6', poke(8, '\x05')),
  mutation('a profile for three inks', 'X6', (d) => {
    dictOf(intentOf(d), 'DestOutputProfile').set(name('N'), d.context.obj(3))
  }),
  mutation('compressed metadata', 'X7', (d) => {
    const ref = d.catalog.get(name('Metadata')) as PDFRef
    d.context.assign(ref, streamOf(d, textOf(d.context.lookup(ref)), { Type: 'Metadata', Subtype: 'XML' }))
  }),
  mutation('metadata that are no XML', 'X7', (d) => changeXmp(d, (xmp) => xmp.replace('</rdf:RDF>', '')), [
    'X8',
    'X9',
    'X10',
  ]),
  mutation('the claim of another standard', 'X8', (d) => changeXmp(d, (xmp) => xmp.replace('>PDF/X-4<', '>PDF/X-3<'))),
  mutation('the claim in another namespace', 'X8', (d) =>
    changeXmp(d, (xmp) => xmp.replace('http://www.npes.org/pdfx/ns/id/', 'http://ns.adobe.com/pdfx/1.3/')),
  ),
  mutation('no version of the document', 'X9', (d) =>
    changeXmp(d, (xmp) => xmp.replace(/<xmpMM:VersionID>.*<\/xmpMM:VersionID>/, '')),
  ),
  mutation('an empty date of the metadata', 'X9', (d) =>
    changeXmp(d, (xmp) => xmp.replace(/(<xmp:MetadataDate>)[^<]*/, '$1')),
  ),
  mutation('a trapping state that is unknown', 'X10', (d) => infoOf(d).set(name('Trapped'), name('Unknown'))),
  mutation('a trapping state that is a string', 'X10', (d) => infoOf(d).set(name('Trapped'), PDFString.of('False'))),
  mutation('a trapping state of its own in the metadata', 'X10', (d) =>
    changeXmp(d, (xmp) => xmp.replace('>False<', '>True<')),
  ),
  mutation('no title', 'X11', (d) => infoOf(d).delete(name('Title'))),
  mutation('a date that is none', 'X11', (d) => infoOf(d).set(name('ModDate'), PDFString.of('15 March 2026')), ['X12']),
  mutation('another date in the metadata', 'X12', (d) =>
    changeXmp(d, (xmp) => xmp.replace(/(<xmp:CreateDate>)[^<]*/, '$12026-03-15T00:00:00+08:00')),
  ),
  mutation('another title in the metadata', 'X12', (d) =>
    changeXmp(d, (xmp) => xmp.replace('>刊本 2026', '>刊木 2026')),
  ),
]

export const boxes: readonly Mutation[] = [
  mutation('no TrimBox', 'X13', (d) => node(d).delete(name('TrimBox')), ['H1', 'H2']),
  mutation('an ArtBox', 'X13', (d) => node(d, 2).set(name('ArtBox'), node(d, 2).get(name('TrimBox'))!)),
  mutation('no BleedBox', 'X14', (d) => node(d, 1).delete(name('BleedBox')), ['H2']),
  mutation(
    'a BleedBox beyond the sheet',
    'X15',
    box('BleedBox', ([a, b, , d]) => [a!, b!, 2000, d!]),
    ['H2', 'H5', 'H13'],
  ),
  mutation('a CropBox within the bleed', 'X15', (d) => node(d).set(name('CropBox'), d.context.obj([40, 40, 600, 800]))),
  mutation('a link on the page', 'X16', (d) => {
    const link = d.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [100, 100, 200, 120], Border: [0, 0, 0] })
    node(d, 3).set(name('Annots'), d.context.obj([link]))
  }),
  mutation('an action on opening', 'X17', ({ catalog, context }) => {
    catalog.set(name('OpenAction'), context.obj({ S: 'Named', N: 'LastPage' }))
  }),
  mutation('an action of a page', 'X17', (d) =>
    node(d, 1).set(name('AA'), d.context.obj({ O: { S: 'Named', N: 'Print' } })),
  ),
  mutation('a script', 'X18', ({ catalog, context }) => {
    const script = { S: 'JavaScript', JS: PDFString.of('app.alert(1)') }
    catalog.set(name('Names'), context.obj({ JavaScript: { Names: [PDFString.of('a'), script] } }))
  }),
  mutation('an attachment', 'X18', ({ catalog, context }) => {
    catalog.set(name('Names'), context.obj({ EmbeddedFiles: { Names: [] } }))
  }),
  mutation(
    'a trim two points wider',
    'H1',
    box('TrimBox', ([a, b, c, d]) => [a!, b!, c! + 2, d!]),
    ['H2', 'H13'],
  ),
  mutation(
    'a trim 0.02 pt off',
    'H1',
    box('TrimBox', ([a, b, c, d]) => [a!, b!, c!, d! + 0.02]),
    ['H2', 'H13'],
  ),
  mutation(
    'a bleed of 2 mm on one side',
    'H2',
    box('BleedBox', ([a, b, c, d]) => [a! + 2.83, b!, c!, d!]),
    ['H11'],
  ),
  mutation(
    'a sheet that does not begin at 0,0',
    'H3',
    box('MediaBox', ([, , c, d]) => [-5, -5, c!, d!]),
  ),
  mutation('marks of a structure tree', 'H10', ({ catalog, context }) => {
    catalog.set(name('MarkInfo'), context.obj({ Marked: true }))
  }),
  mutation('a number in a structure tree', 'H10', (d) => node(d).set(name('StructParents'), d.context.obj(0))),
]
