/** Rules of print production that show in glyphs: F4, F6 and P11. Boxes, signatures, lines and pictures are preflight's. */
import { diagnostic } from '../../model/diagnostic.ts'
import { each, faultOf, groups, type Rule } from './audited.ts'
import type { Glyph, GlyphPage, Ink } from './read/glyph-page.ts'

const black = ({ space, values }: Ink): boolean =>
  space === 'grey' || (space === 'cmyk' && values.slice(0, 3).every((value) => value === 0))

/**
 * F4. A place is a line of running text: black ink alone, or its edges show the other inks beside it. A label in a face of its
 * own may have an ink of its own.
 */
export const textInk: Rule = (context) =>
  each(
    context.lines.filter(({ line }) => line.kind === 'body'),
    (place) => {
      const { glyphs } = place.line
      const fonts = [...groups(glyphs, ({ font }) => font)].sort((a, b) => b[1].length - a[1].length)
      const coloured = fonts[0]?.[1].find((glyph) => !black(glyph.ink))
      if (!coloured) return null
      const ink = `${coloured.ink.space.toUpperCase()} ${coloured.ink.values.join(' ')}`
      return faultOf(context, 'typography/text-ink', place, { ink })
    },
  )

const onPage = ({ width, height }: GlyphPage, { x, y }: { x: number; y: number }): boolean =>
  x > 0 && y > 0 && x < width && y < height
const inked = (glyph: Glyph): boolean => glyph.text.trim() !== ''

/** Points. Reading type is 六号 (7.875) or more; captions, figures and affiliations of this design go down to 6.5; ruby to 5,
   of which the Western face beside the Chinese one takes 95 %. */
const leastSize = { text: 6.5, raised: 4.75 }

/** P11. A place is a page. */
export const typeSizes: Rule = ({ pages, glyphPages, file }) =>
  each(glyphPages, (page) => {
    const raised = new Set(pages[page.number - 1]!.lines.flatMap((line) => line.attached))
    const small = page.glyphs.filter((glyph) => {
      const least = raised.has(glyph) ? leastSize.raised : leastSize.text
      return inked(glyph) && onPage(page, glyph) && glyph.size < least - 0.01
    })
    const least = small.sort((a, b) => a.size - b.size)[0]
    if (!least) return null
    const facts = {
      page: page.number,
      size: least.size.toFixed(2),
      text: small
        .map(({ text }) => text)
        .join('')
        .slice(0, 12),
    }
    return diagnostic('typography/type-size', { file, page: page.number }, facts)
  })

/** Faces of the press by PostScript name: 宋, 黑, 楷. */
const faces = /^(?:NotoSerif(?:SC)?|NotoSans(?:SC)?|LXGWWenKai)-/

/** F6. A place is a font: one that is neither of the press nor the office's own has come in for a missing glyph. */
export const fontNames: Rule = ({ issue, glyphPages, file }) => {
  const own = new Set(issue.faces.map(({ name }) => name))
  const pages = new Map<string, number>()
  for (const { number, glyphs } of glyphPages)
    for (const { font } of glyphs) if (!pages.has(font)) pages.set(font, number)
  return each([...pages], ([font, page]) =>
    faces.test(font) || own.has(font) ? null : diagnostic('typography/font-unexpected', { file, page }, { font, page }),
  )
}
