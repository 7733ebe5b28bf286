/** In: the content of one page and its resources. Out: its glyphs in points on the trimmed page. */

import { eachOperator, type Operand } from '../../pdf/content.ts'
import type { Font } from '../../pdf/fonts.ts'
import { at, type Matrix, times, unit } from '../../pdf/matrix.ts'
import type { PdfObjects } from '../../pdf/objects.ts'
import { byteText, decoded, isList, type PdfDict, PdfStream, type PdfValue } from '../../pdf/syntax.ts'
import type { Glyph, Ink } from './glyph-page.ts'

/** The part of the graphics state (8.4.1) that shows in what is read here. */
interface State {
  ctm: Matrix
  fill: Ink
  font: Font | null
  size: number
  spacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  mode: number
}

const black: Ink = { space: 'grey', values: [0] }
const spaces: Readonly<Record<string, Ink['space']>> = {
  '/DeviceGray': 'grey',
  '/DeviceRGB': 'rgb',
  '/DeviceCMYK': 'cmyk',
}

/** The state at the beginning of a page (8.4.1). */
export const initial: State = {
  ctm: unit,
  fill: black,
  font: null,
  size: 0,
  spacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
}

export class PageReader {
  readonly glyphs: Glyph[] = []
  private readonly objects: PdfObjects
  private readonly fontOf: (dict: PdfDict) => Font
  private readonly origin: readonly [number, number]

  constructor(objects: PdfObjects, fontOf: (dict: PdfDict) => Font, origin: readonly [number, number]) {
    this.objects = objects
    this.fontOf = fontOf
    this.origin = origin
  }

  read(content: string, resources: PdfDict, from: State, depth = 0): void {
    const { dict, resolve } = this.objects
    const fonts = dict(resources.get('Font'))
    const forms = dict(resources.get('XObject'))
    let state = { ...from }
    const stack: State[] = []
    let text: Matrix = unit
    let line: Matrix = unit
    let space: Ink['space'] = 'grey'
    const numbers = (operands: readonly Operand[]) => operands.filter((o): o is number => typeof o === 'number')
    const move = (x: number, y: number) => {
      line = times([1, 0, 0, 1, x, y], line)
      text = line
    }
    const show = (operand: Operand | undefined) => {
      if (typeof operand === 'number') text = times([1, 0, 0, 1, (-operand / 1000) * state.size * state.scale, 0], text)
      else if (typeof operand === 'string' && state.font) text = this.show(operand.slice(1), state, text)
    }
    eachOperator(content, (operator, operands) => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers(operands)
      switch (operator) {
        case 'q':
          stack.push({ ...state })
          break
        case 'Q':
          state = stack.pop() ?? state
          break
        case 'cm':
          state.ctm = times([a, b, c, d, e, f], state.ctm)
          break
        case 'g':
          state.fill = { space: 'grey', values: [a] }
          break
        case 'rg':
          state.fill = { space: 'rgb', values: [a, b, c] }
          break
        case 'k':
          state.fill = { space: 'cmyk', values: [a, b, c, d] }
          break
        case 'cs':
          space = spaces[String(operands[0])] ?? 'other'
          break
        case 'sc':
        case 'scn':
          state.fill = { space, values: numbers(operands) }
          break
        case 'BT':
          text = line = unit
          break
        case 'Tf':
          state.font = this.fontOf(dict(fonts.get(String(operands[0]).slice(1))))
          state.size = a
          break
        case 'Tm':
          text = line = [a, b, c, d, e, f]
          break
        case 'TL':
          state.leading = a
          break
        case 'TD':
          state.leading = -b
          move(a, b)
          break
        case 'Td':
          move(a, b)
          break
        case 'T*':
          move(0, -state.leading)
          break
        case 'Tc':
          state.spacing = a
          break
        case 'Tw':
          state.wordSpacing = a
          break
        case 'Tz':
          state.scale = a / 100
          break
        case 'Ts':
          state.rise = a
          break
        case 'Tr':
          state.mode = a
          break
        case 'Tj':
          show(operands[0])
          break
        case 'TJ':
          for (const part of (operands[0] as readonly Operand[] | undefined) ?? []) show(part)
          break
        case "'":
        case '"':
          move(0, -state.leading)
          show(operands.at(-1))
          break
        case 'Do':
          this.object(resolve(forms.get(String(operands[0]).slice(1))), state, depth)
          break
      }
    })
  }

  private object(object: PdfValue, state: State, depth: number): void {
    const { dict, resolve } = this.objects
    if (!(object instanceof PdfStream) || resolve(object.dict.get('Subtype')) !== '/Form' || depth > 8) return
    const matrix = resolve(object.dict.get('Matrix'))
    const own = isList(matrix) ? (matrix.map((v) => Number(resolve(v))) as unknown as Matrix) : unit
    this.read(
      byteText(decoded(object, resolve)),
      dict(object.dict.get('Resources')),
      { ...state, ctm: times(own, state.ctm) },
      depth + 1,
    )
  }

  private place(m: Matrix, x: number, y: number): readonly [number, number] {
    const [px, py] = at(m, x, y)
    return [px - this.origin[0], py - this.origin[1]]
  }

  /** Shows the bytes of a string and gives the text matrix behind it (9.4.4). */
  private show(bytes: string, state: State, from: Matrix): Matrix {
    const { font, size, spacing, wordSpacing, scale, rise, mode, fill } = state
    let text = from
    for (const glyph of font!.glyphs(bytes)) {
      const m = times(text, state.ctm)
      const [x, y] = this.place(m, 0, rise)
      const advance = (glyph.width / 1000) * size
      const rotated = Math.abs(m[1]) > Math.abs(m[0])
      // Invisible text (mode 3) is no print.
      if (mode !== 3)
        this.glyphs.push({
          text: glyph.text,
          x,
          y,
          advance: advance * scale * Math.hypot(m[0], m[1]),
          size: size * Math.hypot(m[2], m[3]),
          font: font!.name,
          ink: fill,
          rotated,
        })
      text = times([1, 0, 0, 1, (advance + spacing + (glyph.wordSpace ? wordSpacing : 0)) * scale, 0], text)
    }
    return text
  }
}
