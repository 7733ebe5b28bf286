/** In: colour spaces of a PDF and components. Out: the four inks that they print with, where that can be told. */
import type { PdfObjects } from './objects.ts'
import { decoded, isList, type PdfDict, PdfStream, type PdfValue } from './syntax.ts'

/** Cyan, magenta, yellow, black: from 0 to 1 each. */
export type Inks = readonly [number, number, number, number]

/** ISO 32000-1 8.6.3; `device` spaces are the press's or the screen's own. */
export type Space =
  | { readonly kind: 'device'; readonly name: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK' }
  | { readonly kind: 'icc'; readonly components: number }
  | { readonly kind: 'cie'; readonly name: string }
  | { readonly kind: 'spot'; readonly names: readonly string[]; readonly alternate: Space; readonly tint: PdfDict }
  | { readonly kind: 'indexed'; readonly base: Space; readonly table: Uint8Array }
  | { readonly kind: 'pattern'; readonly under: Space | null }
  | { readonly kind: 'unknown'; readonly name: string }

export interface Colour {
  readonly space: Space
  readonly values: readonly number[]
  /** Of a pattern: its dictionary or stream. */
  readonly pattern?: PdfValue
}

export const grey: Space = { kind: 'device', name: 'DeviceGray' }
export const rgb: Space = { kind: 'device', name: 'DeviceRGB' }
export const cmyk: Space = { kind: 'device', name: 'DeviceCMYK' }
/** Abbreviations are those of inline images (8.9.7). */
const named: Readonly<Record<string, Space>> = {
  '/DeviceGray': grey,
  '/G': grey,
  '/DeviceRGB': rgb,
  '/RGB': rgb,
  '/DeviceCMYK': cmyk,
  '/CMYK': cmyk,
  '/Pattern': { kind: 'pattern', under: null },
}

/** The space that a name or an array stands for; names of their own are looked up in the resources. */
export function spaceOf(objects: PdfObjects, value: PdfValue | undefined, resources?: PdfDict, depth = 0): Space {
  const { dict, resolve } = objects
  const found = resolve(value)
  if (typeof found === 'string') {
    const own = resources && dict(resources.get('ColorSpace')).get(found.slice(1))
    if (named[found]) return named[found]
    return own !== undefined && depth < 8
      ? spaceOf(objects, own, resources, depth + 1)
      : { kind: 'unknown', name: found.slice(1) }
  }
  if (!isList(found) || depth > 8) return { kind: 'unknown', name: '' }
  const family = resolve(found[0])
  const inner = (item: PdfValue | undefined) => spaceOf(objects, item, resources, depth + 1)
  switch (family) {
    case '/ICCBased':
      return { kind: 'icc', components: Number(resolve(dict(found[1]).get('N'))) }
    case '/CalGray':
    case '/CalRGB':
    case '/Lab':
      return { kind: 'cie', name: family.slice(1) }
    case '/Separation':
    case '/DeviceN': {
      const names = resolve(found[1])
      const list = (isList(names) ? names.map(resolve) : [names]).map((item) => String(item).slice(1))
      return { kind: 'spot', names: list, alternate: inner(found[2]), tint: dict(found[3]) }
    }
    case '/Indexed':
    case '/I': {
      const table = resolve(found[3])
      const bytes = table instanceof PdfStream ? decoded(table, resolve) : table
      return { kind: 'indexed', base: inner(found[1]), table: bytes instanceof Uint8Array ? bytes : new Uint8Array() }
    }
    case '/Pattern':
      return { kind: 'pattern', under: found[1] === undefined ? null : inner(found[1]) }
    default:
      return typeof family === 'string' ? inner(family) : { kind: 'unknown', name: '' }
  }
}

export const componentsOf = (space: Space): number => {
  if (space.kind === 'device') return { DeviceGray: 1, DeviceRGB: 3, DeviceCMYK: 4 }[space.name]
  if (space.kind === 'icc') return space.components
  if (space.kind === 'spot') return space.names.length
  if (space.kind === 'cie') return space.name === 'CalGray' ? 1 : 3
  return 1
}

/** Whether the space paints all plates of the press alike: what marks are drawn in (8.6.6.4). */
export const isRegistration = ({ space }: Colour): boolean => space.kind === 'spot' && space.names[0] === 'All'

const plates: Readonly<Record<string, number>> = { Cyan: 0, Magenta: 1, Yellow: 2, Black: 3 }

/** The inks of a colour; null where a conversion at the press decides, and for patterns. */
export function inksOf({ space, values }: Colour): Inks | null {
  const [a = 0, b = 0, c = 0, d = 0] = values
  if (space.kind === 'device') {
    if (space.name === 'DeviceGray') return [0, 0, 0, 1 - a]
    return space.name === 'DeviceCMYK' ? [a, b, c, d] : null
  }
  if (space.kind === 'indexed') {
    const size = componentsOf(space.base)
    const entry = [...space.table.subarray(a * size, a * size + size)].map((byte) => byte / 255)
    return inksOf({ space: space.base, values: entry })
  }
  if (space.kind !== 'spot') return null
  if (space.names[0] === 'All') return [a, a, a, a]
  if (space.names.every((name) => name in plates || name === 'None')) {
    const inks: [number, number, number, number] = [0, 0, 0, 0]
    for (const [i, name] of space.names.entries()) if (name in plates) inks[plates[name]!] = values[i] ?? 0
    return inks
  }
  const end = space.tint.get('C1')
  // A spot ink by itself: what stands in for it on four plates is a straight ramp in every file that tools of ours write.
  if (space.tint.get('FunctionType') !== 2 || !isList(end)) return null
  return inksOf({ space: space.alternate, values: end.map((full) => Number(full) * a) })
}

export const total = (inks: readonly number[]): number => inks.reduce((sum, ink) => sum + ink, 0)

/** Cyan, magenta and yellow together. */
export const chroma = ([c, m, y]: Inks): number => c + m + y

/**
 * A grey made of cyan, magenta and yellow, with cyan in the lead as the balance of offset inks asks (ISO 12647-2). The bounds
 * are those of neutral RGB values converted through the profiles that come with kanben, with a margin.
 */
export const isProcessGrey = ([c, m, y]: Inks): boolean =>
  Math.min(c, m, y) > 0 && c >= m - 0.02 && c >= y - 0.02 && c - Math.min(m, y) <= 0.18
