/** CSS of an SVG in; the first part of it that would fetch something, or act, out. */
import { type CssNode, ident, parse, walk } from 'css-tree'

/** References may stay inside the file, or carry a bitmap with them. */
export const isOwnReference = (target: string): boolean =>
  /^(?:#|data:image\/(?:png|jpeg);base64,|$)/i.test(target.trim())

/** Rules that choose between declarations; every other rule at the sign @ brings faces, sheets or movement. */
const harmlessRules = new Set(['media', 'supports', 'layer', 'charset', 'namespace'])
/** Functions that name a picture without `url`. */
const fetchingFunctions = /^(?:-webkit-)?(?:image-set|image|cross-fade|element|src|expression|paint|attr)$/i

/**
 * @param context a whole sheet, the declarations of a `style` attribute, or the value of a presentation attribute.
 * The parser undoes escapes, so that `u\72l(…)` is what it is to a browser.
 */
export function foreignStyle(css: string, context: 'stylesheet' | 'declarationList' | 'value'): string | null {
  // Attributes of paths and points are long and hold no CSS.
  if (context === 'value' && !/[(\\]/.test(css)) return null
  let foreign: string | null = null
  const look = (node: CssNode): void => {
    if (foreign) return
    if (node.type === 'Atrule' && !harmlessRules.has(ident.decode(node.name).toLowerCase())) {
      foreign = `@${ident.decode(node.name)}`
    } else if (node.type === 'Url' && !isOwnReference(node.value)) foreign = `url(${node.value.slice(0, 40)})`
    else if (node.type === 'Function' && fetchingFunctions.test(ident.decode(node.name))) {
      foreign = `${ident.decode(node.name)}()`
    } else if (node.type === 'Raw') foreign = unclear(node.value)
  }
  try {
    walk(parse(css, { context, parseCustomProperty: true, parseAtrulePrelude: false }), look)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return unclear(css)
  }
  return foreign
}

/** What the parser did not understand may stand where nothing in it could fetch. */
const unclear = (css: string): string | null => (/@|url|image|src|\\/i.test(css) ? css.trim().slice(0, 40) : null)
