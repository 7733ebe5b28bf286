/** Text of an SVG in; its size in CSS pixels, or why it is damaged or not safe to lay out, out. */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { foreignStyle, isOwnReference } from './svg-style.ts'

export type MeasuredSvg =
  | { readonly kind: 'measured'; readonly width: number; readonly height: number }
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'active'; readonly what: string }

const svgNamespace = 'http://www.w3.org/2000/svg'
/** Elements of these act in a browser. Those of drawing programs (Inkscape, RDF) are nothing to it. */
const activeNamespaces = new Set(['http://www.w3.org/1999/xhtml', 'http://www.w3.org/1998/Math/MathML', ''])

/** SVG 2 and SVG 1.1, what draws: neither scripts nor animation, no HTML, no media, no faces and cursors of their own. */
const drawing = new Set(
  `svg g defs symbol use title desc metadata style switch a view path rect circle ellipse line polyline polygon text tspan
  textPath tref image marker pattern clipPath mask linearGradient radialGradient meshgradient hatch stop solidcolor filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
  fePointLight feSpecularLighting feSpotLight feTile feTurbulence color-profile`.split(/\s+/),
)

/** Attributes that a browser fetches what they name. */
const fetching = /^(?:href|src|srcset|action|formaction|poster|data|ping|background)$/i

const pxPer: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
}

/** Ends the parsing: the rest of a file that is refused says nothing more. */
class Refused extends Error {
  readonly result: MeasuredSvg

  constructor(result: MeasuredSvg) {
    super()
    this.result = result
  }
}

const refuse = (what: string): never => {
  throw new Refused({ kind: 'active', what: what.slice(0, 60) })
}

export function measureSvg(source: string): MeasuredSvg {
  const parser = new SaxesParser({ xmlns: true })
  let root: SaxesTagNS | null = null
  /** Text of the style sheet that is open; CDATA sections and comments do not divide it. */
  let style: string | null = null
  parser.on('error', (error) => {
    throw new Refused({ kind: 'damaged', reason: error.message.replace(/\.$/, '') })
  })
  parser.on('doctype', (doctype) => {
    // A DTD of the file's own can hide attributes and text. Those that are only named are never read.
    const declaration = /<!(?:ENTITY|ATTLIST|NOTATION)|%/.exec(doctype)
    if (declaration) refuse(declaration[0])
  })
  parser.on('processinginstruction', ({ target }) => {
    if (/^xml-stylesheet$/i.test(target)) refuse(`<?${target}`)
  })
  parser.on('opentag', (tag) => {
    if (!root) {
      root = tag
      if (tag.local !== 'svg') throw new Refused({ kind: 'damaged', reason: `root <${tag.name}>` })
      // Without it a browser takes the file for any XML and draws nothing.
      if (tag.uri !== svgNamespace) throw new Refused({ kind: 'damaged', reason: `no xmlns="${svgNamespace}"` })
    }
    const active = activePart(tag)
    if (active) refuse(active)
    if (tag.local === 'style') style = ''
  })
  const gather = (text: string) => {
    if (style !== null) style += text
  }
  parser.on('text', gather)
  parser.on('cdata', gather)
  parser.on('closetag', ({ local }) => {
    if (local !== 'style' || style === null) return
    const foreign = foreignStyle(style, 'stylesheet')
    if (foreign) refuse(foreign)
    style = null
  })
  try {
    parser.write(source.replace(/^\ufeff/, '')).close()
  } catch (error) {
    if (error instanceof Refused) return error.result
    throw error
  }
  return root ? size(root) : { kind: 'damaged', reason: 'no root' }
}

function activePart({ name, local, uri, attributes }: SaxesTagNS): string | null {
  if (activeNamespaces.has(uri)) return `<${name}>`
  if (uri === svgNamespace && !drawing.has(local)) return `<${name}>`
  for (const { name: key, local: what, uri: namespace, value } of Object.values(attributes)) {
    if (namespace === 'http://www.w3.org/2000/xmlns/') continue
    if (/^on/i.test(what)) return key
    if (fetching.test(what) && !isOwnReference(value)) return `${key}="${value.slice(0, 40)}"`
    const foreign = foreignStyle(value, what === 'style' ? 'declarationList' : 'value')
    if (foreign) return foreign
  }
  return null
}

function length(value: string | undefined): number | null {
  const found = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|in|cm|mm)?\s*$/i.exec(value ?? '')
  return found ? Number(found[1]) * pxPer[(found[2] ?? '').toLowerCase()]! : null
}

/** Width and height, or what is missing of them from the viewBox. */
function size({ attributes }: SaxesTagNS): MeasuredSvg {
  const box = attributes.viewBox?.value
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const valid = box?.length === 4 && box.every(Number.isFinite) && box[2]! > 0 && box[3]! > 0
  const ratio = valid ? box[2]! / box[3]! : null
  const width = length(attributes.width?.value)
  const height = length(attributes.height?.value)
  const w = width ?? (height !== null && ratio ? height * ratio : valid ? box[2]! : null)
  const h = height ?? (w !== null && ratio ? w / ratio : null)
  return w && h ? { kind: 'measured', width: w, height: h } : { kind: 'damaged', reason: 'no width and height' }
}
