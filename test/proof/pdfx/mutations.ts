/** In: a clean print edition of four pages. Out: everything that can go wrong with it, by either standard. */
import { PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib'
import { changed, changeXmp, name, streamOf } from '../mutate.ts'
import {
  addPicture,
  inBytes,
  infoOf,
  type Mutation,
  mutation,
  node,
  picture,
  poke,
  resources,
  state,
} from './change.ts'

import { boxes, claims } from './claims.ts'
import { content, ink, objects } from './objects.ts'

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
