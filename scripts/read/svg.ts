/** Text of an SVG in; its size in CSS pixels, or why it is damaged or not safe to lay out, out. */

export type MeasuredSvg =
  | { readonly width: number; readonly height: number }
  | { readonly damaged: string }
  | { readonly active: string }

const pxPer: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
}

const forbiddenElements = /^(script|foreignobject|iframe|object|embed|audio|video|animate\w*|set|handler|listener)$/i
/** References may stay inside the file, or carry a bitmap with them. */
const ownReference = /^(#|data:image\/(png|jpeg);base64,)/i

interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(\[[\s\S]*?\])?\s*>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|</g
const attribute = /([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

export function measureSvg(source: string): MeasuredSvg {
  const open: string[] = []
  let root: Tag | null = null
  let closed = false
  let after = 0
  for (const found of source.matchAll(markup)) {
    const [whole, characters, subset, closing, name, rest, empty] = found
    const between = source.slice(after, found.index)
    after = found.index + whole.length
    if (open.length === 0 && between.replace(/^\ufeff/, '').trim() !== '') return { damaged: 'text outside the root' }
    if (whole === '<') return { damaged: `tag at character ${found.index + 1}` }
    const inStyle = open.at(-1) === 'style'
    const style = inStyle && foreignStyle(between + (characters ?? ''))
    if (style) return { active: style }
    if (subset?.includes('ENTITY')) return { active: '<!ENTITY' }
    if (whole.startsWith('<?xml-stylesheet')) return { active: '<?xml-stylesheet' }
    if (name === undefined) continue
    if (closing) {
      if (open.pop() !== name) return { damaged: `</${name}>` }
      closed = open.length === 0
      continue
    }
    if (closed) return { damaged: 'second root' }
    const tag = { name, attributes: readAttributes(rest ?? '') }
    root ??= tag
    const active = activePart(tag)
    if (active) return { active }
    if (!empty) open.push(name)
    else closed = open.length === 0
  }
  if (!root || open.length > 0) return { damaged: open.length > 0 ? `<${open.at(-1)}> not closed` : 'no root' }
  if (source.slice(after).trim() !== '') return { damaged: 'text outside the root' }
  return root.name.replace(/^.*:/, '') === 'svg' ? size(root) : { damaged: `root <${root.name}>` }
}

const readAttributes = (source: string): ReadonlyMap<string, string> =>
  new Map([...source.matchAll(attribute)].map(([, name, double, single]) => [name!, decode(double ?? single ?? '')]))

/** Character references must not hide what an attribute says. */
const decode = (value: string): string =>
  value
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)))
    .replace(/&#(\d+);/g, (_, digits) => String.fromCodePoint(Math.min(Number(digits), 0x10ffff)))
    .replaceAll('&amp;', '&')

function activePart(tag: Tag): string | null {
  const local = tag.name.replace(/^.*:/, '')
  if (forbiddenElements.test(local)) return `<${tag.name}>`
  for (const [name, value] of tag.attributes) {
    if (/^on/i.test(name)) return name
    if (/^((.*:)?href|src)$/i.test(name) && !ownReference.test(value.trim())) return `${name}="${value.slice(0, 40)}"`
    const style = foreignStyle(value)
    if (style && !name.startsWith('xmlns')) return style
  }
  return null
}

function foreignStyle(css: string): string | null {
  if (/@import/i.test(css)) return '@import'
  for (const [, target] of css.matchAll(/url\(\s*['"]?([^'")]*)/gi)) {
    if (!ownReference.test(target!.trim())) return `url(${target!.slice(0, 40)})`
  }
  return null
}

function length(value: string | undefined): number | null {
  const found = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|in|cm|mm)?\s*$/i.exec(value ?? '')
  return found ? Number(found[1]) * pxPer[(found[2] ?? '').toLowerCase()]! : null
}

/** Width and height, or what is missing of them from the viewBox. */
function size(root: Tag): MeasuredSvg {
  const box = root.attributes
    .get('viewBox')
    ?.trim()
    .split(/[\s,]+/)
    .map(Number)
  const valid = box?.length === 4 && box.every(Number.isFinite) && box[2]! > 0 && box[3]! > 0
  const ratio = valid ? box[2]! / box[3]! : null
  const width = length(root.attributes.get('width'))
  const height = length(root.attributes.get('height'))
  const w = width ?? (height !== null && ratio ? height * ratio : valid ? box[2]! : null)
  const h = height ?? (w !== null && ratio ? w / ratio : null)
  return w && h ? { width: w, height: h } : { damaged: 'no width and height' }
}
