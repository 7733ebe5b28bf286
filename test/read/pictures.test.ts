import { describe, expect, test } from 'vitest'
import { measureJpeg, measurePng } from '../../scripts/read/raster.ts'
import { measureSvg } from '../../scripts/read/svg.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'))

/** A grey PNG of 2 × 1 pixels, its checksums still to be written. */
const png = bytes(`89504e470d0a1a0a 0000000d49484452 00000002000000010800000000 00000000
  0000000b49444154 789c636868000001830101 00000000 0000000049454e44 00000000`)

/** SOI, Exif with orientation 6 where asked for, a frame of 1 × 2, a scan, EOI. */
const jpeg = (turned: boolean): Uint8Array =>
  bytes(`ffd8 ${turned ? 'ffe10022 457869660000 4d4d002a00000008 0001 0112000300000001 00060000 00000000' : ''}
    ffc0000b 08 0002 0001 01 011100 ffda0008 010100003f00 d2ff00cf ffd9`)

describe('PNG', () => {
  test('its size is that of the header', () => {
    const repaired = withChecksums(png)
    expect(measurePng(repaired)).toEqual({ width: 2, height: 1 })
  })

  test('cut anywhere it is damaged', () => {
    const whole = withChecksums(png)
    for (let end = 8; end < whole.length; end++) expect(measurePng(whole.subarray(0, end))).toHaveProperty('damaged')
  })

  test('a changed byte is noticed by its checksum', () => {
    const changed = withChecksums(png)
    changed[45] = changed[45]! ^ 1
    expect(measurePng(changed)).toEqual({ damaged: 'IDAT: CRC' })
  })
})

describe('JPEG', () => {
  test('its size is that of the frame', () => {
    expect(measureJpeg(jpeg(false))).toEqual({ width: 1, height: 2 })
  })

  test('a picture that Exif lays on its side has its sides exchanged', () => {
    expect(measureJpeg(jpeg(true))).toEqual({ width: 2, height: 1 })
  })

  test('cut anywhere it is damaged', () => {
    for (let end = 3; end < jpeg(true).length; end++) {
      expect(measureJpeg(jpeg(true).subarray(0, end))).toHaveProperty('damaged')
    }
  })
})

describe('SVG', () => {
  const svg = (attributes: string, inside = ''): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`
  const sized = (inside: string) => measureSvg(svg('width="10" height="10"', inside))

  test.each([
    ['width="120" height="90"', 120, 90],
    ['width="25.4mm" height="1in"', 96, 96],
    ['viewBox="0 0 40 30"', 40, 30],
    ['width="80" viewBox="0 0 40 30"', 80, 60],
    ['width="100%" height="100%" viewBox="0,0,40,30"', 40, 30],
  ])('%s is %d by %d', (attributes, width, height) => {
    const measured = measureSvg(svg(attributes)) as { width: number; height: number }
    expect(measured.width).toBeCloseTo(width)
    expect(measured.height).toBeCloseTo(height)
  })

  test.each([
    ['no size', svg('')],
    ['a tag not closed', '<svg width="1" height="1"><g></svg>'],
    ['cut in a tag', '<svg width="1" height="1"><path d="M0'],
    ['an attribute without quotes', '<svg width=1 height="1"/>'],
    ['another root', '<html><svg width="1" height="1"/></html>'],
    ['two roots', '<svg width="1" height="1"/><svg width="1" height="1"/>'],
    ['text after the end', `${svg('width="1" height="1"')} more`],
  ])('%s is damage', (_, source) => {
    expect(measureSvg(source)).toHaveProperty('damaged')
  })

  test.each([
    '<script>x</script>',
    '<g onload="x"/>',
    '<foreignObject/>',
    '<a href="https://example.org"/>',
    '<use xlink:href="other.svg#a"/>',
    '<image href="data:image/svg+xml;base64,AA"/>',
    '<image href="&#104;ttps://example.org/a.png"/>',
    '<g style="fill:url(https://example.org/a.svg#b)"/>',
    '<g fill="url(other.svg#b)"/>',
    '<style>@import "a.css";</style>',
    '<style><![CDATA[@font-face{src:url(a.woff)}]]></style>',
    '<set attributeName="href" to="javascript:x"/>',
  ])('%s is not let in', (inside) => {
    expect(sized(inside)).toHaveProperty('active')
  })

  test('an entity of its own is not let in', () => {
    expect(
      measureSvg(`<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/passwd">]>${svg('width="1" height="1"')}`),
    ).toHaveProperty('active')
  })

  test.each([
    '<use href="#a"/>',
    '<image href="data:image/png;base64,AA"/>',
    '<g style="fill:url(#b)"/>',
    '<style>.a{fill:red}</style>',
    '<text>甲 &lt; 乙</text><!-- <script> -->',
  ])('%s is let in', (inside) => {
    expect(sized(inside)).toEqual({ width: 10, height: 10 })
  })
})

/** Writes the checksum of every chunk anew, with an implementation of its own (PNG 1.2, annex D). */
function withChecksums(source: Uint8Array): Uint8Array {
  const copy = source.slice()
  const view = new DataView(copy.buffer)
  for (let at = 8; at < copy.length; ) {
    const end = at + 12 + view.getUint32(at)
    let crc = 0xffffffff
    for (const byte of copy.subarray(at + 4, end - 4)) {
      crc ^= byte
      for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    }
    view.setUint32(end - 4, ~crc >>> 0)
    at = end
  }
  return copy
}
