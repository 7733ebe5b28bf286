/** Out: what can go wrong with the objects, the inks and the content of a print edition, each with the assertions that must find it. */
import { type PDFDocument, type PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { changeContent, found, isType, name, overwritten, streamOf, textOf } from '../mutate.ts'
import {
  addObject,
  addPicture,
  form,
  intentOf,
  jpeg,
  type Mutation,
  mutation,
  node,
  paint,
  picture,
  resources,
  state,
} from './change.ts'

export const objects: readonly Mutation[] = [
  paint('an RGB colour', 'X19', '1 0 0 rg 200 200 10 10 re f'),
  paint('an inline image in RGB', 'X19', '9 0 0 9 200 200 cm BI /W 1 /H 1 /BPC 8 /CS /RGB /I true ID abc EI'),
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
  mutation('type that shines through', 'X22', (d) => state(d, 'KanbenOverprint').set(name('ca'), d.context.obj(0.5)), [
    'H24',
  ]),
  mutation('a blend mode', 'X22', (d) => state(d, 'KanbenOverprint').set(name('BM'), name('Multiply')), ['H24']),
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

/** A string of six points. */
const small = 'BT /Any 6 Tf 1 0 0 1 210 210 Tm <0001> Tj ET'

export const ink: readonly Mutation[] = [
  paint('an area in 350 % of ink', 'H5', '1 1 1 .5 k 200 200 10 10 re f'),
  paint('registration colour in the artwork', 'H5', '/KanbenAll cs 1 scn 200 200 10 10 re f'),
  mutation('a gradient that ends in 380 % of ink', 'H5', (d) => {
    const ramp = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 0.8], N: 1 }
    const shading = { ShadingType: 2, ColorSpace: 'DeviceCMYK', Coords: [0, 0, 9, 0], Function: ramp }
    resources(d, 'Shading', 3).set(name('Added'), d.context.obj(shading))
    changeContent(d, 3, (content) => `q 200 200 10 10 re W n /Added sh Q\n${content}`)
  }),
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
  paint('a line of a fifth of a point', 'H20', '0 0 0 1 K .2 w 200 200 m 300 210 l S'),
  paint('a bar as thin', 'H20', '0 0 0 1 k 200 200 .2 90 re f'),
  paint('a thin line in four inks', 'H21', '.6 .5 .5 1 K .5 w 200 200 m 300 210 l S'),
  paint('small type in the colour of paper on black', 'H22', `0 0 0 1 k 200 200 50 50 re f 0 0 0 0 k ${small}`),
  paint('small type in three inks', 'H23', `.9 .3 .6 0 k ${small}`),
  mutation('a gradient in RGB with its profile', 'H25', (d) => {
    const ramp = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0], C1: [1, 1, 1], N: 1 }
    const space = d.context.obj(['ICCBased', d.context.register(streamOf(d, 'profile', { N: 3 }))])
    const shading = d.context.obj({ ShadingType: 2, Coords: [0, 0, 9, 0], Function: ramp })
    shading.set(name('ColorSpace'), space)
    resources(d, 'Shading', 3).set(name('Added'), shading)
    changeContent(d, 3, (content) => `q 200 200 10 10 re W n /Added sh Q\n${content}`)
  }),
  mutation('a picture in RGB with its profile', 'H25', (d) => {
    const space = d.context.obj(['ICCBased', d.context.register(streamOf(d, 'profile', { N: 3 }))])
    addPicture(d, {}, Uint8Array.of(1, 2, 3)).set(name('ColorSpace'), space)
  }),
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

export const content: readonly Mutation[] = [
  paint('an operator of no standard', 'H15', '1 2 3 foo'),
  paint('an object that the page does not have', 'H15', '/Missing Do'),
  paint('a state that the page does not have', 'H15', '/Missing gs'),
  mutation('a state that is not given back', 'H15', (d) => changeContent(d, 3, (before) => `q ${before}`)),
  mutation('a JPEG in three components said to be in four inks', 'H16', (d) => {
    addPicture(d, { Filter: 'DCTDecode' }, jpeg(3))
  }),
  mutation('a JPEG of another size', 'H16', (d) => {
    addPicture(d, { Filter: 'DCTDecode', Decode: [1, 0, 1, 0, 1, 0, 1, 0] }, jpeg(4, 9))
  }),
  mutation('a JPEG of Adobe’s that would print as a negative', 'H16', (d) => {
    addPicture(d, { Filter: 'DCTDecode' }, jpeg(4))
  }),
]
