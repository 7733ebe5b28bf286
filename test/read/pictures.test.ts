import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { measureRaster } from '../../scripts/read/raster.ts'
import { measureSvg } from '../../scripts/read/svg.ts'

const noise = sharp({
  create: {
    width: 60,
    height: 40,
    channels: 3,
    background: 'white',
    noise: { type: 'gaussian', mean: 128, sigma: 30 },
  },
})

/** A chunk of a PNG; its checksum is left out where readers are not to come as far. */
function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, body, checksum(body)])
}

/** CRC of PNG 1.2, annex D. */
function checksum(bytes: Uint8Array): Buffer {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  const written = Buffer.alloc(4)
  written.writeUInt32BE((crc ^ 0xffffffff) >>> 0)
  return written
}

/** A grey PNG that says to be so large, with these rows. */
function claiming(width: number, height: number, rows: Uint8Array): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

describe.each(['png', 'jpeg'] as const)('%s', (format) => {
  let whole: Buffer
  beforeAll(async () => {
    whole = await noise.clone().toFormat(format).toBuffer()
  })

  test('its size is that of the header', async () => {
    expect(await measureRaster(whole)).toEqual({ kind: 'measured', width: 60, height: 40 })
  })

  test('cut anywhere it is damaged', async () => {
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share))
      expect(await measureRaster(cut), `${share}`).toMatchObject({ kind: 'damaged' })
    }
  })
})

test('a changed byte of a PNG is noticed by its checksum', async () => {
  const changed = await noise.clone().png().toBuffer()
  changed[changed.length >> 1]! ^= 1
  expect(await measureRaster(changed)).toMatchObject({ kind: 'damaged' })
})

test.each([
  ['CMYK', noise.clone().toColourspace('cmyk').jpeg()],
  ['sixteen bits', noise.clone().toColourspace('rgb16').png()],
  ['interlaced rows', noise.clone().png({ progressive: true })],
  ['progressive scans', noise.clone().jpeg({ progressive: true })],
  ['a palette', noise.clone().png({ palette: true })],
])('a picture of %s is measured, and cut it is damaged', async (_, made) => {
  const whole = await made.toBuffer()
  expect(await measureRaster(whole)).toEqual({ kind: 'measured', width: 60, height: 40 })
  expect(await measureRaster(whole.subarray(0, whole.length * 0.7))).toMatchObject({ kind: 'damaged' })
})

test('a picture that Exif lays on its side has its sides exchanged', async () => {
  const turned = await noise.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect(await measureRaster(turned)).toEqual({ kind: 'measured', width: 40, height: 60 })
})

test.each([
  ['a header beyond all sense', claiming(0x7fffffff, 0x7fffffff, new Uint8Array(10)), 'damaged'],
  ['no rows behind the header', claiming(64, 64, new Uint8Array()), 'damaged'],
  ['a few kilobytes that swell to a gigabyte', claiming(16000, 16000, new Uint8Array(16)), 'too-large'],
])('%s is refused', async (_, bytes, why) => {
  expect(await measureRaster(bytes)).toMatchObject({ kind: why })
})

describe('SVG', () => {
  const svg = (attributes: string, inside = ''): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`
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
    ['a tag not closed', svg('width="1" height="1"', '<g>')],
    ['no namespace', '<svg width="1" height="1"/>'],
    ['cut in a tag', svg('width="1" height="1"', '<path d="M0').slice(0, -6)],
    ['an attribute without quotes', svg('width=1 height="1"')],
    ['another root', '<html><svg width="1" height="1"/></html>'],
    ['two roots', '<svg width="1" height="1"/><svg width="1" height="1"/>'],
    ['text after the end', `${svg('width="1" height="1"')} more`],
  ])('%s is damage', (_, source) => {
    expect(measureSvg(source)).toMatchObject({ kind: 'damaged' })
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
    '<animate attributeName="x"/>',
    '<base xmlns="http://www.w3.org/1999/xhtml"/>',
    '<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=http://example.org/"/>',
    '<form xmlns="http://www.w3.org/1999/xhtml" action="javascript:x"/>',
    '<h:img xmlns:h="http://www.w3.org/1999/xhtml" srcset="http://example.org/a.png 1x"/>',
    '<style><![CDATA[@imp]]><![CDATA[ort "a.css";]]></style>',
    '<style>@imp<!-- x -->ort "a.css";</style>',
    '<style>@\\69mport "a.css";</style>',
    '<style>rect{fill:u\\72l(http://example.org/b)}</style>',
    '<style>rect{mask-image:image-set("a.png" 1x)}</style>',
    '<style>rect{cursor:image("x")}</style>',
    '<style>@font-face{font-family:x;src:local("x")}</style>',
    '<style>@media print{rect{fill:url(a.svg#b)}}</style>',
    '<style>rect{--a:url(http://example.org/b);fill:var(--a)}</style>',
    '<style>@import</style>',
    '<g style="background:image-set(&quot;a.png&quot; 1x)"/>',
    '<g mask="u\\72l(http://example.org/b)"/>',
    '<feImage href="http://example.org/a.png"/>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg"/>',
    '<SCRIPT>x</SCRIPT>',
    '<g ONLOAD="x"/>',
    '<path d="M0 0" onfocusin="x"/>',
    '<a href="java&#x73;cript:x"/>',
    '<a href=" &#9;java&#10;script:x"/>',
    '<image href="data:text/html,x"/>',
    '<use xmlns:q="http://www.w3.org/1999/xlink" q:href="other.svg#a"/>',
    '<g STYLE="fill:url(http://example.org/b)"/>',
    '<g style="background:URL( &quot;http://example.org/b&quot; )"/>',
    '<?xml-stylesheet href="a.css"?>',
    '<switch><video/></switch>',
  ])('%s is not let in', (inside) => {
    expect(sized(inside)).toMatchObject({ kind: 'active' })
  })

  test.each([
    '<!ENTITY a SYSTEM "/etc/passwd">',
    '<!ATTLIST svg onload CDATA "document.title=1">',
    '<!ATTLIST image href CDATA "http://example.org/z.png">',
  ])('a declaration of its own is not let in: %s', (declaration) => {
    expect(measureSvg(`<!DOCTYPE svg [${declaration}]>${svg('width="1" height="1"')}`)).toMatchObject({
      kind: 'active',
    })
  })

  test('what drawing programs leave of their own does no harm', () => {
    const kept = '<i:namedview xmlns:i="http://www.inkscape.org/namespaces/inkscape" pagecolor="#fff"/>'
    const rights = '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>'
    const doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    expect(measureSvg(`<?xml version="1.0"?>${doctype}${svg('width="10" height="10"', kept + rights)}`)).toEqual({
      kind: 'measured',
      width: 10,
      height: 10,
    })
  })

  test.each([
    '<use href="#a"/>',
    '<image href="data:image/png;base64,AA"/>',
    '<g style="fill:url(#b)"/>',
    '<style>.a{fill:red}</style>',
    '<text>甲 &lt; 乙</text><!-- <script> -->',
    '<style>@media print{.a{fill:rgb(1,2,3);transform:translate(1px)}}</style>',
    '<g transform="matrix(1 0 0 1 2 3)" fill="rgba(0,0,0,.5)" filter="url(#f)"/>',
    '<style>.a{fill:url("#b");clip-path:url(#c)}</style>',
    '<text><![CDATA[<script>url(http://example.org/b)</script>]]></text>',
    '<title>@import, javascript: and url(http://example.org/b)</title>',
    '<use xlink:href=" #a "/>',
    '<image href="DATA:image/jpeg;base64,AA"/>',
    '<style>/*<![CDATA[*/ .a{fill:red} /*]]>*/</style>',
  ])('%s is let in', (inside) => {
    expect(sized(inside)).toEqual({ kind: 'measured', width: 10, height: 10 })
  })
})
