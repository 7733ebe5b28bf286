/** In: a clean print edition of four pages. Out: what can go wrong with it, each with the assertions that must find it. */
import {
  type PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import {
  changeContent,
  changed,
  changeXmp,
  dictOf,
  found,
  isType,
  name,
  overwritten,
  streamOf,
  textOf,
} from './mutate.ts'

export interface Mutation {
  readonly what: string
  /** The assertion it was made for. */
  readonly id: string
  /** Others that it breaks, since they ask for the same thing in another place. */
  readonly also?: readonly string[]
  readonly change: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>
}

const mutation = (
  what: string,
  id: string,
  change: (document: PDFDocument) => void,
  also: string[] = [],
): Mutation => ({
  what,
  id,
  also,
  change: (bytes) => changed(bytes, change),
})
const inBytes = (what: string, id: string, from: string, to: string, also: string[] = []): Mutation => ({
  what,
  id,
  also,
  change: (bytes) => overwritten(bytes, from, to),
})
/** Content put before all other of a page, unclipped, on the sheet itself. */
const paint = (what: string, id: string, content: string, also: string[] = [], page = 0): Mutation =>
  mutation(what, id, (document) => changeContent(document, page, (before) => `q ${content} Q\n${before}`), also)

const infoOf = (document: PDFDocument): PDFDict => document.context.lookup(document.context.trailerInfo.Info) as PDFDict
const node = (document: PDFDocument, page = 0): PDFDict => document.getPage(page).node
const resources = (document: PDFDocument, kind: string, page = 0): PDFDict =>
  dictOf(node(document, page), 'Resources', kind)
const state = (document: PDFDocument, which: string): PDFDict => dictOf(resources(document, 'ExtGState'), which)

/** A stream among the XObjects of the first page; painted by no content. */
function addObject(document: PDFDocument, dict: Record<string, string | number | number[]>, data = ''): PDFDict {
  const stream = streamOf(document, data, dict)
  resources(document, 'XObject').set(name('Added'), document.context.register(stream))
  return stream.dict
}
const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10] }
const picture = {
  Type: 'XObject',
  Subtype: 'Image',
  Width: 1,
  Height: 1,
  BitsPerComponent: 8,
  ColorSpace: 'DeviceCMYK',
}

/** Paints an image of its own on the first page, at 600 ppi; its bytes are what the file stores. */
function addPicture(
  document: PDFDocument,
  dict: Record<string, string | number | number[]>,
  data: Uint8Array,
): PDFDict {
  const stream = streamOf(document, data, { ...picture, ...dict }, dict.Filter !== undefined)
  resources(document, 'XObject').set(name('Added'), document.context.register(stream))
  changeContent(document, 0, (content) => `q .12 0 0 .12 200 200 cm /Added Do Q\n${content}`)
  return stream.dict
}

/** Beginning of a JPEG: markers of Adobe and of a frame, and no more. */
const jpeg = (components: number, width = 1): Uint8Array =>
  Uint8Array.of(
    ...[0xff, 0xd8, 0xff, 0xee, 0, 14, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 2],
    ...[0xff, 0xc0, 0, 8 + 3 * components, 8, 0, 1, 0, width, components, ...Array(3 * components).fill(1)],
    ...[0xff, 0xd9],
  )

function intentOf(document: PDFDocument): PDFDict {
  const [intent] = found(document, isType('OutputIntent'))
  return intent!.dict
}
/** Changes bytes of the embedded profile. */
const profile = (change: (data: Buffer) => Buffer) => (document: PDFDocument) => {
  const ref = intentOf(document).get(name('DestOutputProfile'))
  const data = Buffer.from(textOf(document.context.lookup(ref)), 'latin1')
  document.context.assign(ref as PDFRef, streamOf(document, new Uint8Array(change(data)), { N: 4 }))
}
const poke = (at: number, text: string) =>
  profile((data) => {
    data.write(text, at, 'latin1')
    return data
  })

/** Moves one of the boxes of the first page. */
const box = (kind: string, move: (box: number[]) => number[]) => (document: PDFDocument) => {
  const { x, y, width, height } = document.getPage(0)[`get${kind as 'TrimBox'}`]()
  node(document).set(name(kind), document.context.obj(move([x, y, x + width, y + height])))
}

const claims: readonly Mutation[] = [
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

const boxes: readonly Mutation[] = [
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

const objects: readonly Mutation[] = [
  paint('an RGB colour', 'X19', '1 0 0 rg 200 200 10 10 re f'),
  paint('an RGB pen', 'X19', '0 0 1 RG 200 200 m 300 200 l S'),
  mutation('an image in RGB', 'X19', (d) => {
    addPicture(d, { ColorSpace: 'DeviceRGB' }, Uint8Array.of(1, 2, 3))
  }),
  mutation('a calibrated RGB space that nothing uses', 'X19', (d) =>
    resources(d, 'ColorSpace').set(name('Added'), d.context.obj(['CalRGB', { WhitePoint: [0.95, 1, 1.09] }])),
  ),
  mutation('inks with a profile of their own', 'X20', (d) => {
    const icc = intentOf(d).get(name('DestOutputProfile'))!
    resources(d, 'ColorSpace').set(name('Added'), d.context.obj(['ICCBased', icc]))
  }),
  mutation('a transfer function', 'X21', (d) => state(d, 'Added').set(name('TR'), name('Identity'))),
  mutation('type that shines through', 'X22', (d) => state(d, 'KanbenOverprint').set(name('ca'), d.context.obj(0.5))),
  mutation('a blend mode', 'X22', (d) => state(d, 'KanbenOverprint').set(name('BM'), name('Multiply'))),
  mutation(
    'a font without its program',
    'X23',
    (d) => found(d, isType('FontDescriptor'))[0]!.dict.delete(name('FontFile2')),
    ['H9'],
  ),
  mutation('data in another file', 'X24', (d) => addObject(d, form).set(name('F'), PDFString.of('elsewhere.bin'))),
  mutation('LZW', 'X25', (d) => addObject(d, form).set(name('Filter'), name('LZWDecode'))),
  mutation('an OPI proxy', 'X26', (d) => addObject(d, form).set(name('OPI'), d.context.obj({ '2.0': {} }))),
  mutation('an alternate image', 'X27', (d) =>
    addObject(d, picture, '\0\0\0\0').set(name('Alternates'), d.context.obj([])),
  ),
  mutation('a page of another file', 'X28', (d) =>
    addObject(d, form).set(name('Ref'), d.context.obj({ F: PDFString.of('other.pdf'), Page: 0 })),
  ),
  mutation('PostScript', 'X29', (d) => addObject(d, { Type: 'XObject', Subtype: 'PS' }, 'showpage')),
  mutation('a Type 3 font', 'H4', (d) => {
    const drawn = { Type: 'Font', Subtype: 'Type3', FontBBox: [0, 0, 1, 1], FontMatrix: [1, 0, 0, 1, 0, 0] }
    resources(d, 'Font').set(name('Added'), d.context.obj(drawn))
  }),
  mutation('an object that nothing leads to', 'H9', ({ context }) => {
    context.register(context.obj({ Lost: true }))
  }),
  mutation('a reference to no object', 'H14', (d) => {
    node(d).set(name('PieceInfo'), PDFRef.of(99999))
  }),
  {
    what: 'a cross-reference that points beside an object',
    id: 'H14',
    change: (bytes) => {
      const text = Buffer.from(bytes).toString('latin1')
      // The last objects are streams that are only read when their page is: the file can still be opened.
      const entry = [...text.slice(text.lastIndexOf('\nxref')).matchAll(/\d{10} 00000 n/g)].at(-1)![0]
      const off = String(Number(entry.slice(0, 10)) + 1).padStart(10, '0')
      return overwritten(bytes, entry, `${off}${entry.slice(10)}`)
    },
  },
]

const ink: readonly Mutation[] = [
  paint('an area in 350 % of ink', 'H5', '1 1 1 .5 k 200 200 10 10 re f'),
  paint('registration colour in the artwork', 'H5', '/KanbenAll cs 1 scn 200 200 10 10 re f'),
  mutation('an image in 400 % of ink', 'H5', (d) => {
    addPicture(d, {}, Uint8Array.of(255, 255, 255, 255))
  }),
  mutation('an image whose darkest pixel is inverted white', 'H5', (d) => {
    addPicture(d, { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }, Uint8Array.of(0, 0, 0, 0))
  }),
  mutation(
    'black type in four inks',
    'H6',
    (d) => changeContent(d, 0, (content) => content.replace('0 0 0 1 k', '.6 .5 .5 1 k')),
    ['H19'],
  ),
  paint('a grey of three inks on a page without colour', 'H7', '.3 .24 .24 .1 k 200 200 10 10 re f', [], 3),
  paint('a mark in the colours of a picture across the bleed', 'H11', '0 1 0 0 k 20 200 20 10 re f'),
  mutation('a picture outside of the bleed', 'H11', (d) => {
    addPicture(d, {}, Uint8Array.of(0, 0, 0, 9))
    changeContent(d, 0, (content) => content.replace('200 200 cm /Added', '5 200 cm /Added'))
  }),
  mutation('artwork that is not clipped', 'H11', (d) =>
    changeContent(d, 0, (content) => content.replace(/re W n 1/, 're n 1')),
  ),
  mutation('black type that knocks out', 'H12', (d) =>
    state(d, 'KanbenOverprint').set(name('op'), d.context.obj(false)),
  ),
  mutation('black type that overprints in the other mode', 'H12', (d) =>
    state(d, 'KanbenOverprint').set(name('OPM'), d.context.obj(0)),
  ),
  mutation('black type of DeviceGray', 'H12', (d) =>
    changeContent(d, 1, (content) => content.replaceAll('0 0 0 1 k', '0 g')),
  ),
  mutation('white type that overprints', 'H19', (d) =>
    changeContent(d, 1, (content) => content.replaceAll('0 0 0 1 k', '0 0 0 0 k')),
  ),
  mutation('a crop mark beside the trim', 'H13', (d) => moveMark(d, 0.5)),
  mutation('no marks', 'H13', (d) => changeContent(d, 2, (content) => content.replace('/KanbenMarks Do', ''))),
]

/** Moves the first line of the marks, which all pages share. */
function moveMark(document: PDFDocument, by: number): void {
  const ref = resources(document, 'XObject').get(name('KanbenMarks')) as PDFRef
  const stream = document.context.lookup(ref) as PDFRawStream
  const content = textOf(stream).replace(/([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l/, (_, a, b, c, d) => {
    return `${Number(a) + by} ${Number(b) + by} m ${Number(c) + by} ${Number(d) + by} l`
  })
  const moved = streamOf(document, content)
  for (const [key, value] of stream.dict.entries())
    if (!['/Length', '/Filter'].includes(String(key))) moved.dict.set(key, value)
  document.context.assign(ref, moved)
}

const content: readonly Mutation[] = [
  paint('an operator of no standard', 'H15', '1 2 3 foo'),
  paint('an object that the page does not have', 'H15', '/Missing Do'),
  paint('a state that the page does not have', 'H15', '/Missing gs'),
  mutation('a state that is not given back', 'H15', (d) => changeContent(d, 3, (before) => `q ${before}`)),
  mutation('a JPEG in three lights said to be in four inks', 'H16', (d) => {
    addPicture(d, { Filter: 'DCTDecode' }, jpeg(3))
  }),
  mutation('a JPEG of another size', 'H16', (d) => {
    addPicture(d, { Filter: 'DCTDecode', Decode: [1, 0, 1, 0, 1, 0, 1, 0] }, jpeg(4, 9))
  }),
  mutation('a JPEG of Adobe’s that would print as a negative', 'H16', (d) => {
    addPicture(d, { Filter: 'DCTDecode' }, jpeg(4))
  }),
]

export const mutations: readonly Mutation[] = [...claims, ...boxes, ...objects, ...ink, ...content]

/** Of a file that is to be PDF/X-1a:2003. */
export const mutationsX1a: readonly Mutation[] = [
  inBytes('a later version in the header', 'X1', '%PDF-1.4', '%PDF-1.5'),
  mutation('no claim in Info', 'X8', (d) => infoOf(d).delete(name('GTS_PDFXVersion'))),
  mutation('a claim of the edition of 2001', 'X8', (d) => {
    infoOf(d).set(name('GTS_PDFXConformance'), PDFString.of('PDF/X-1a:2001'))
  }),
  mutation('the claim of PDF/X-4', 'X8', (d) =>
    changeXmp(d, (xmp) => xmp.replaceAll('pdfx:GTS_PDFXVersion', 'pdf:GTS_PDFXVersion')),
  ),
  mutation('a profile of ICC version 4', 'X6', poke(8, '\x04')),
  mutation('type that shines through', 'X30', (d) => state(d, 'KanbenOverprint').set(name('ca'), d.context.obj(0.5)), [
    'X22',
  ]),
  mutation('a group for transparency', 'X30', (d) =>
    node(d).set(name('Group'), d.context.obj({ S: 'Transparency', CS: 'DeviceCMYK' })),
  ),
  mutation(
    'an image with a soft mask',
    'X30',
    (d) => {
      const mask = streamOf(d, '\xff', { ...picture, ColorSpace: 'DeviceGray' })
      addPicture(d, {}, Uint8Array.of(0, 0, 0, 9)).set(name('SMask'), d.context.register(mask))
    },
    ['X22'],
  ),
  mutation('a picture with a profile', 'X31', (d) => {
    const icc = d.context.register(streamOf(d, 'profile', { N: 3 }))
    const space: PDFObject = d.context.obj(['ICCBased', icc])
    addPicture(d, {}, Uint8Array.of(1, 2, 3)).set(name('ColorSpace'), space)
  }),
  mutation('a Lab colour', 'X31', (d) =>
    resources(d, 'ColorSpace').set(name('Added'), d.context.obj([PDFName.of('Lab'), { WhitePoint: [0.96, 1, 0.82] }])),
  ),
  { what: 'object streams', id: 'X32', also: ['X1'], change: (bytes) => changed(bytes, () => {}, true) },
  mutation('layers', 'X32', ({ catalog, context }) => {
    catalog.set(name('OCProperties'), context.obj({ OCGs: [], D: {} }))
  }),
]
