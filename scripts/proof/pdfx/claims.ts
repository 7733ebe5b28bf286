/** In: a print file. Out: assertions X1–X12 on what it says of itself: version, identifier, output intent, metadata. */
import { isList, PdfStream, type PdfValue, textOf } from '../pdf/syntax.ts'
import type { Assertion, Fault } from '../verdict/assertion.ts'
import { dataOf, type PrintFile } from './read/file.ts'

type Claim = Assertion<PrintFile>

const isX1a = ({ issue }: PrintFile): boolean => issue.printing.standard === 'x-1a'
const one = (fault: boolean, facts: Fault['facts'] = {}): readonly Fault[] => (fault ? [{ facts }] : [])

/** Dictionaries of output intents that are for PDF/X. */
export function intents({ objects, catalog }: PrintFile) {
  const list = objects.resolve(catalog.get('OutputIntents'))
  const all = isList(list) ? list.map((item) => objects.dict(item)) : []
  return all.filter((intent) => objects.resolve(intent.get('S')) === '/GTS_PDFX')
}

export function embeddedProfile(file: PrintFile): PdfStream | null {
  const profile = file.objects.resolve(intents(file)[0]?.get('DestOutputProfile'))
  return profile instanceof PdfStream ? profile : null
}

const infoText = ({ info, objects }: PrintFile, key: string): string => textOf(objects.resolve(info.get(key)))
/** Trapped is a name. */
const trapped = ({ info, objects }: PrintFile): string => String(objects.resolve(info.get('Trapped')) ?? '').slice(1)

/** Milliseconds of a date of PDF (7.9.4); NaN where it is none. */
function pdfDate(text: string): number {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?$/.exec(text)
  if (!parts) return Number.NaN
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, zone = '00', rest = '00'] =
    parts
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign ? `${sign}${zone}:${rest}` : 'Z'}`)
}

/** Milliseconds of a date of XMP, which is one of ISO 8601; NaN where it is none. */
const xmpDate = (text: string | undefined): number =>
  text && /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN

const plain = (text: string): string => text.replace(/[\s、，；,;]/g, '')

const same = (info: string, [xmp]: readonly string[]): boolean => info === xmp
const sameList = (info: string, xmp: readonly string[]): boolean => plain(info) === plain(xmp.join(''))
const sameDate = (info: string, [xmp]: readonly string[]): boolean => pdfDate(info) === xmpDate(xmp)

/** Keys of Info that XMP has too (ISO 16684-1, ISO 32000-1 14.3.3), and how both are compared. */
const twins = [
  ['Title', 'dc:title', same],
  ['Author', 'dc:creator', sameList],
  ['Keywords', 'pdf:Keywords', sameList],
  ['Creator', 'xmp:CreatorTool', same],
  ['Producer', 'pdf:Producer', same],
  ['CreationDate', 'xmp:CreateDate', sameDate],
  ['ModDate', 'xmp:ModifyDate', sameDate],
] as const

const required = [
  'dc:title',
  'xmp:CreateDate',
  'xmp:ModifyDate',
  'xmp:MetadataDate',
  'xmpMM:DocumentID',
  'xmpMM:VersionID',
  'xmpMM:RenditionClass',
] as const

/** What is wrong with an output profile (ICC.1 7.2): its size, signature, class, space, components or version; empty where none. */
function profileFault(data: Uint8Array, components: PdfValue, newest: number): string {
  if (data.length < 132) return 'size'
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const tag = (at: number) => String.fromCharCode(...data.subarray(at, at + 4))
  if (view.getUint32(0) !== data.length) return `size ${view.getUint32(0)} ≠ ${data.length}`
  if (tag(36) !== 'acsp') return 'acsp'
  if (tag(12) !== 'prtr') return `class ${tag(12)}`
  if (tag(16) !== 'CMYK') return `space ${tag(16).trim()}`
  if (components !== 4) return `N ${String(components)}`
  if (data[8]! > newest) return `version ${data[8]}`
  const tags = Array.from({ length: Math.min(view.getUint32(128), 100) }, (_, i) => 132 + 12 * i)
  const cut = tags.some((at) => at + 12 > data.length || view.getUint32(at + 4) + view.getUint32(at + 8) > data.length)
  return cut ? 'tag table' : ''
}

const claimed = { 'x-4': 'PDF/X-4', 'x-1a': 'PDF/X-1a:2003' } as const

export const claims: readonly Claim[] = [
  {
    id: 'X1',
    clause: 'ISO 15930-7 6.1; ISO 32000-1 7.5.2',
    code: 'pdfx/version',
    faults(file) {
      const most = isX1a(file) ? '1.4' : '1.6'
      const own = String(file.objects.resolve(file.catalog.get('Version')) ?? '').slice(1)
      const found = own > file.objects.version ? own : file.objects.version
      return one(found > most, { found, most })
    },
  },
  {
    id: 'X2',
    clause: 'ISO 15930-7 6.1; ISO 32000-1 14.4',
    code: 'pdfx/identifier',
    faults({ objects }) {
      const id = objects.resolve(objects.trailer.get('ID'))
      const strings = isList(id) ? id.map(objects.resolve) : []
      return one(!(strings.length === 2 && strings.every((s) => s instanceof Uint8Array && s.length > 0)))
    },
  },
  {
    id: 'X3',
    clause: 'ISO 15930-7 6.25; ISO 32000-1 7.6',
    code: 'pdfx/encrypted',
    faults: ({ objects }) => one(objects.trailer.has('Encrypt')),
  },
  {
    id: 'X4',
    clause: 'ISO 15930-7 6.4; ISO 32000-1 14.11.5',
    code: 'pdfx/output-intent',
    faults(file) {
      const count = intents(file).length
      return one(count !== 1, { count })
    },
  },
  {
    id: 'X5',
    clause: 'ISO 15930-7 6.4; ISO 32000-1 14.11.5',
    code: 'pdfx/condition',
    faults(file) {
      const expected = file.issue.printing.condition.identifier
      return intents(file).flatMap((intent) => {
        const found = textOf(file.objects.resolve(intent.get('OutputConditionIdentifier')))
        return one(found === '' || found !== expected, { found: found || '–', expected })
      })
    },
  },
  {
    id: 'X6',
    clause: 'ISO 15930-7 6.4; ICC.1 7.2',
    code: 'pdfx/profile',
    faults(file) {
      const profile = embeddedProfile(file)
      const bytes = profile && dataOf(file.objects, profile)
      if (!profile || !bytes) return one(true, { reason: '–' })
      // ICC versions as the versions of PDF take them (ISO 32000-1 table 67).
      const reason = profileFault(bytes, file.objects.resolve(profile.dict.get('N')), isX1a(file) ? 2 : 4)
      return one(reason !== '', { reason })
    },
  },
  {
    id: 'X7',
    clause: 'ISO 15930-7 6.10; ISO 32000-1 14.3.2',
    code: 'pdfx/xmp',
    faults({ metadata, xmp }) {
      const reason = !metadata ? '–' : metadata.dict.has('Filter') ? 'Filter' : xmp.reason
      return one(reason !== '', { reason })
    },
  },
  {
    id: 'X8',
    clause: 'ISO 15930-7 6.10; ISO 15930-4',
    code: 'pdfx/claim',
    faults(file) {
      const { xmp, issue } = file
      const expected = claimed[issue.printing.standard]
      const own = infoText(file, 'GTS_PDFXVersion')
      const conformance = infoText(file, 'GTS_PDFXConformance')
      const found = isX1a(file) ? xmp.values('pdfx:GTS_PDFXVersion') : xmp.values('pdfxid:GTS_PDFXVersion')
      // In PDF/X-4 the claim stands in XMP, in PDF/X-1a in Info.
      const wrong = isX1a(file)
        ? own !== expected || (conformance !== '' && conformance !== expected)
        : own !== '' && own !== expected
      return one(wrong || found.length !== 1 || found[0] !== expected, { found: found[0] ?? (own || '–'), expected })
    },
  },
  {
    id: 'X9',
    clause: 'ISO 15930-7 6.10',
    code: 'pdfx/xmp-property',
    faults: ({ xmp }) =>
      required
        .filter((property) => !xmp.values(property).some((value) => value !== ''))
        .map((property) => ({ facts: { property } })),
  },
  {
    id: 'X10',
    clause: 'ISO 15930-7 6.10; ISO 32000-1 14.11.6',
    code: 'pdfx/trapped',
    faults(file) {
      const [info, xmp] = [trapped(file), file.xmp.values('pdf:Trapped')[0] ?? '']
      return one(!/^(?:True|False)$/.test(info) || info !== xmp, { info: info || '–', xmp: xmp || '–' })
    },
  },
  {
    id: 'X11',
    clause: 'ISO 15930-7 6.10; ISO 32000-1 14.3.3',
    code: 'pdfx/info',
    faults: (file) =>
      ['Title', 'CreationDate', 'ModDate', ...(isX1a(file) ? ['Creator', 'Producer'] : [])].flatMap((key) => {
        const value = infoText(file, key)
        return one(value === '' || (key.endsWith('Date') && Number.isNaN(pdfDate(value))), { key })
      }),
  },
  {
    id: 'X12',
    clause: 'ISO 15930-7 6.10; ISO 32000-1 14.3.3',
    code: 'pdfx/info-differs',
    faults: (file) =>
      twins.flatMap(([key, property, agree]) => {
        const info = infoText(file, key)
        const xmp = file.xmp.values(property)
        return one(info !== '' && xmp.length > 0 && !agree(info, xmp), { key, info, xmp: xmp.join('、') })
      }),
  },
]
