/** The path of a printing house's ICC profile in; its bytes, or why it cannot be the output profile, out. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/place.ts'
import type { PrintStandard } from '../model/printing.ts'
import { readInside } from './inside.ts'
import { isPlaceholder } from './validate.ts'

interface Unfit {
  readonly zh: string
  readonly en: string
}

const refusals = {
  outside: 'manuscript/profile-outside',
  name: 'manuscript/file-name',
  missing: 'manuscript/profile-missing',
} as const

/** @param src `coated` and `uncoated` name profiles that come with kanben: nothing is read for them. */
export async function readProfile(
  folder: string,
  src: string | undefined,
  place: Place | undefined,
  standard: PrintStandard | undefined,
): Promise<{ profile: Uint8Array | null; diagnostics: Diagnostic[] }> {
  if (src === undefined || src === 'coated' || src === 'uncoated' || isPlaceholder(src)) {
    return { profile: null, diagnostics: [] }
  }
  const read = await readInside(folder, src)
  if (typeof read === 'string')
    return { profile: null, diagnostics: [diagnostic(refusals[read], place, { src, name: src })] }
  const unfit = unfitness(read, standard ?? 'x-4')
  if (unfit) return { profile: null, diagnostics: [diagnostic('manuscript/profile-unfit', place, { src, ...unfit })] }
  return { profile: read, diagnostics: [] }
}

/** ICC.1:2010, table 18. */
const classes: Readonly<Record<string, Unfit>> = {
  scnr: { zh: '扫描仪或相机', en: 'a scanner or camera' },
  mntr: { zh: '显示器', en: 'a display' },
  link: { zh: '设备链接', en: 'a device link' },
  spac: { zh: '色彩空间转换', en: 'a colour space conversion' },
  abst: { zh: '抽象', en: 'an abstract profile' },
  nmcl: { zh: '专色', en: 'named colours' },
}

/** PDF 1.4, on which PDF/X-1a:2003 stands, knows ICC version 2 only (ISO 15930-4, PDF Reference 1.4, 4.5.4). */
const newest: Readonly<Record<PrintStandard, number>> = { 'x-4': 4, 'x-1a': 2 }

/** The header (ICC.1:2010, 7.2), and the two tables that every output profile has (8.5.2); null where all is as it must be. */
export function unfitness(bytes: Uint8Array, standard: PrintStandard): Unfit | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signature = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (bytes.length < 132 || signature(36) !== 'acsp') return { zh: '它不是 ICC 文件', en: 'it is no ICC profile' }
  const size = view.getUint32(0)
  if (size !== bytes.length) {
    return {
      zh: `它长 ${bytes.length} 字节，文件头却写着 ${size}，可能没有传完`,
      en: `it has ${bytes.length} bytes, but says ${size}: probably cut short`,
    }
  }
  const kind = signature(12)
  if (kind !== 'prtr') {
    const other = classes[kind] ?? { zh: `“${kind}”`, en: `“${kind}”` }
    return { zh: `它是${other.zh}的特性文件，不是印刷机的`, en: `it is for ${other.en}, not for a press` }
  }
  const space = signature(16).trim()
  if (space !== 'CMYK') return { zh: `它是 ${space} 的，不是 CMYK`, en: `it is for ${space}, not for CMYK` }
  const connection = signature(20).trim()
  if (connection !== 'Lab' && connection !== 'XYZ') {
    return { zh: `它的连接空间是 ${connection}`, en: `its connection space is ${connection}` }
  }
  const version = bytes[8]!
  if (version > newest[standard]) {
    return standard === 'x-1a'
      ? {
          zh: `它是 ICC 第 ${version} 版，PDF/X-1a 只认第 2 版`,
          en: `it is of ICC version ${version}, PDF/X-1a takes 2`,
        }
      : { zh: `它是 ICC 第 ${version} 版`, en: `it is of ICC version ${version}` }
  }
  const absent = ['A2B0', 'B2A0'].find((tag) => !hasTag(view, tag))
  return absent ? { zh: `它缺少 ${absent} 转换表`, en: `its table ${absent} is missing` } : null
}

/** ICC.1:2010, 7.3: a count, then for each tag its signature, offset and size. */
function hasTag(view: DataView, tag: string): boolean {
  const wanted = [...tag].reduce((sum, character) => sum * 256 + character.charCodeAt(0), 0)
  const count = view.getUint32(128)
  for (let i = 0, at = 132; i < count && at + 12 <= view.byteLength; i++, at += 12) {
    if (view.getUint32(at) === wanted) return view.getUint32(at + 4) + view.getUint32(at + 8) <= view.byteLength
  }
  return false
}
