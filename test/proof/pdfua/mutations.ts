/** What can be wrong with a screen PDF outside of its structure, each with the assertion that must find it. */
import { PDFArray, PDFDict, type PDFDocument, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { changeContent, changeXmp, dictOf, found, name, streamOf, textOf } from '../mutate.ts'
import { all, kidsOf, links, one, setKids, setType, treeRoot } from './tree.ts'

export type Mutation = readonly [id: string, what: string, change: (document: PDFDocument) => void]

/** A page of the second article, from 0, with text, a running head and a folio. */
const inside = 4
const firstTag = /\/[A-Z]\w* ?<<[^>]*\/MCID[^>]*>> ?BDC/
const content = (change: (content: string) => string) => (d: PDFDocument) => changeContent(d, inside, change)
const xmp = (from: RegExp | string, to: string) => (d: PDFDocument) =>
  changeXmp(d, (packet) => packet.replace(from, to))
const mark = (key: string, value: boolean) => (d: PDFDocument) =>
  dictOf(d.catalog, 'MarkInfo').set(name(key), d.context.obj(value))
const dropped = (key: string) => (d: PDFDocument) => d.catalog.delete(name(key))

export const saying: readonly Mutation[] = [
  ['5-1', 'claims part 2', xmp(/(pdfuaid:part[^0-9]*)1/, '$12')],
  ['5-1', 'claims nothing', xmp(/pdfuaid:part[^0-9]*1(?:"|<\/pdfuaid:part>)/, '')],
  ['6.2-1', 'is not marked', mark('Marked', false)],
  ['7.1-4', 'doubts its tags', mark('Suspects', true)],
  ['7.1-8', 'has no metadata', dropped('Metadata')],
  ['7.1-9', 'has no title', xmp(/<dc:title>[\s\S]*<\/dc:title>/, '')],
  ['7.1-10', 'shows its name', dropped('ViewerPreferences')],
  ['7.1-11', 'has no tree', dropped('StructTreeRoot')],
  ['7.2-29', 'writes its language with an underscore', (d) => d.catalog.set(name('Lang'), PDFString.of('zh_Hans'))],
  [
    '7.2-34',
    'names no language',
    (d) => {
      d.catalog.delete(name('Lang'))
      for (const { dict } of found(d, (it) => it.has(name('S')) && it.has(name('Lang')))) dict.delete(name('Lang'))
    },
  ],
  [
    '7.16-1',
    'is encrypted',
    (d) => Object.assign(d.context.trailerInfo, { Encrypt: d.context.register(d.context.obj({})) }),
  ],
  ['S1', 'has lost its ISSN', xmp('1234-5679', '1234-567X')],
]

export const showing: readonly Mutation[] = [
  [
    '7.1-1',
    'has an artifact inside a tag',
    content((text) => text.replace(firstTag, (tag) => `${tag} /Artifact BMC EMC`)),
  ],
  ['7.1-2', 'has tags inside an artifact', content((text) => `/Artifact BMC ${text} EMC`)],
  ['7.1-3', 'paints outside of all tags', content((text) => `${text}\n0 0 9 9 re f`)],
  ['7.1-3', 'has words that have lost their tag', content((text) => text.replace(firstTag, '/Span BMC'))],
  ['S2', 'leaves content out of the tree', (d) => setKids(one(d, 'H3').dict, [])],
  [
    'S2',
    'claims content twice',
    (d) => {
      const leaf = all(d, 'P').find(({ dict }) => dict.context.lookup(kidsOf(dict)[0]) instanceof PDFNumber)
      setKids(leaf!.dict, [...kidsOf(leaf!.dict), ...kidsOf(leaf!.dict)])
    },
  ],
  [
    'S3',
    'looks content up at another element',
    (d) => {
      const list = dictOf(treeRoot(d), 'ParentTree')
        .lookup(name('Nums'), PDFArray)
        .lookup(2 * inside + 1, PDFArray)
      const places = list.asArray().flatMap((entry, i) => (entry instanceof PDFRef ? [i] : []))
      const other = places.find((i) => list.get(i) !== list.get(places[0]!))
      list.set(places[0]!, list.get(other!))
    },
  ],
  ['7.8', 'does not say what its running heads are', content((text) => text.replaceAll('/Pagination', '/Layout'))],
]

const remark =
  (subtype: string, bare = false) =>
  (d: PDFDocument) => {
    const { dict } = links(d)[0]!
    dict.set(name('Subtype'), name(subtype))
    if (bare) dict.delete(name('Contents'))
  }

export const linking: readonly Mutation[] = [
  ['7.18.1-1', 'has a remark outside of the tree', remark('Text')],
  ['7.18.1-2', 'has a remark without text', remark('Text', true)],
  ['7.18.2-1', 'has an annotation for trapping', remark('TrapNet')],
  ['7.18.8-1', 'has a printer’s mark in its tree', remark('PrinterMark')],
  [
    '7.18.3-1',
    'has no tab order',
    (d) => {
      for (const { node } of d.getPages()) node.delete(name('Tabs'))
    },
  ],
  ['7.18.5-1', 'has a link that is tagged as text', (d) => setType(one(d, 'Link'), 'Span')],
  [
    '7.18.5-1',
    'has a link outside of the tree',
    (d) => {
      const { dict } = one(d, 'Link')
      setKids(
        dict,
        kidsOf(dict).filter((kid) => {
          const value = d.context.lookup(kid)
          return !(value instanceof PDFDict && value.has(name('Obj')))
        }),
      )
    },
  ],
  ['7.18.5-2', 'has a link without text', (d) => links(d)[0]!.dict.delete(name('Contents'))],
]

const fontWith = (d: PDFDocument, key: string): PDFDict =>
  found(d, (dict) => dict.lookup(name('Type')) === name('Font') && dict.has(name(key)))[0]!.dict

/** Sends every code of the font with most of them to one character. */
const readAs = (hex: string) => (d: PDFDocument) => {
  const [widest] = found(d, (dict) => dict.has(name('ToUnicode')))
    .map(({ dict }) => ({ dict, cmap: textOf(dict.lookup(name('ToUnicode'))) }))
    .sort((a, b) => b.cmap.length - a.cmap.length)
  const cmap = widest!.cmap
    .replaceAll(/(<[\dA-Fa-f]{4}>\s*<[\dA-Fa-f]{4}>\s*)<[\dA-Fa-f]+>/g, `$1<${hex}>`)
    .replaceAll(/^(<[\dA-Fa-f]{4}>\s*)<[\dA-Fa-f]+>$/gm, `$1<${hex}>`)
  if (cmap === widest!.cmap) throw new Error('nothing changed in the ToUnicode')
  widest!.dict.set(name('ToUnicode'), d.context.register(streamOf(d, cmap)))
}

const noGlyph = new Uint8Array(2 * 65536).fill(255)

export const reading: readonly Mutation[] = [
  ['7.21.3.1-1', 'has a foreign encoding', (d) => fontWith(d, 'Encoding').set(name('Encoding'), name('GBK-EUC-H'))],
  ['7.21.3.2-1', 'tells of no glyphs', (d) => fontWith(d, 'CIDToGIDMap').delete(name('CIDToGIDMap'))],
  [
    '7.21.4.1-1',
    'has a font that is not embedded',
    (d) => dictOf(fontWith(d, 'CIDToGIDMap'), 'FontDescriptor').delete(name('FontFile2')),
  ],
  [
    '7.21.4.1-2',
    'shows glyphs that the font has not',
    (d) => fontWith(d, 'CIDToGIDMap').set(name('CIDToGIDMap'), d.context.register(streamOf(d, noGlyph))),
  ],
  ['7.21.7-1', 'shows what reads as nothing', (d) => fontWith(d, 'ToUnicode').delete(name('ToUnicode'))],
  ['7.21.7-2', 'shows what reads as zero', readAs('0000')],
  ['7.21.7-2', 'shows what reads as a byte order mark', readAs('FEFF')],
  ['7.21.8-1', 'shows an empty box', content((text) => text.replace(/<[\dA-Fa-f]+>( ?Tj)/, '<0000>$1'))],
  ['S4', 'has a drawn font', (d) => fontWith(d, 'ToUnicode').set(name('Subtype'), name('Type3'))],
  ['S5', 'reads as a radical', readAs('2F00')],
  ['S5', 'reads as a compatibility character', readAs('F900')],
]

export const leading: readonly Mutation[] = [
  [
    'S13',
    'labels its pages one too high',
    (d) => d.catalog.set(name('PageLabels'), d.context.obj({ Nums: d.context.obj([0, { S: 'D', St: 2 }] as never) })),
  ],
  ['S13', 'labels no page', dropped('PageLabels')],
  ['S14', 'has no outline', dropped('Outlines')],
  [
    'S14',
    'has an outline without headings',
    (d) => {
      const items = found(d, (dict) => dict.has(name('Title')) && dict.has(name('Parent')))
      // What is under a section's name is an article; what is under that goes.
      for (const { dict } of items) {
        const above = dict.lookup(name('Parent'), PDFDict)
        if (above.has(name('Title'))) for (const key of ['First', 'Last', 'Count']) dict.delete(name(key))
      }
    },
  ],
  [
    'S15',
    'has contents that lead to the cover',
    (d) => {
      for (const { dict } of links(d)) {
        dict.delete(name('A'))
        dict.set(name('Dest'), d.context.obj([d.getPage(0).ref, 'Fit']))
      }
    },
  ],
]
