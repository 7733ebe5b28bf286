/** The digits of a bar code in, its SVG out, drawn as paths with the quiet zones that a scanner needs. */
import { toSVG } from 'bwip-js/node'

export interface Barcode {
  readonly svg: string
  /** Millimetres, quiet zones included. */
  readonly width: number
  readonly height: number
}

/** Width of one module in millimetres: nine tenths of the nominal 0.33, within the 0.264 to 0.33 that covers use. */
const module = 0.297
/** In modules (GS1 General Specifications 5.2.3.4): before the code, between code and add-on as bwip-js draws it, after the add-on. */
const quiet = { before: 11, between: 12, after: 5 }
/** Modules in an EAN-13 and in a two-digit add-on. */
const widths = { ean: 95, addOn: 20 }
/** Height of the bars in modules: somewhat less than the nominal 69, as magazines print it. */
const barHeight = 60
/** bwip-js counts one module as one point at scale 1, and heights in millimetres. */
const millimetresPerModule = 25.4 / 72
/** How far the digits are moved down, in modules: bwip-js lets them reach into the bars. */
const textBelow = 7
/** White above the add-on's digits, and between the digits and the edge. */
const rim = 2

/**
 * EAN-13 with a two-digit add-on (GB/T 16827): 977 + ISSN + variant, and the number of the issue.
 * @param ean 13 digits, the check digit among them.
 * @param addOn 2 digits.
 * @throws Error where the check digit is wrong: digits are checked when the issue is assembled.
 */
export function barcodeSvg(ean: string, addOn: string): Barcode {
  const drawn = toSVG({
    bcid: 'ean13',
    text: `${ean} ${addOn}`,
    scale: 1,
    height: barHeight * millimetresPerModule,
    includetext: true,
    textyoffset: -textBelow,
  })
  const [, height = ''] = /viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(drawn) ?? []
  const modules = {
    width: quiet.before + widths.ean + quiet.between + widths.addOn + quiet.after,
    height: Number(height) + 2 * rim,
  }
  const size = { width: modules.width * module, height: modules.height * module }
  const svg = drawn.replace(
    /^<svg viewBox="[^"]+"/,
    `<svg class="bars" viewBox="0 ${-rim} ${modules.width} ${modules.height}" width="${millimetres(size.width)}" height="${millimetres(size.height)}" role="img" aria-label="${ean} ${addOn}"`,
  )
  return { svg, ...size }
}

const millimetres = (value: number): string => `${Number(value.toFixed(3))}mm`
