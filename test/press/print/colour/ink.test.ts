import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ink, themeInks } from '../../../../scripts/model/inks.ts'
import { inkLimits } from '../../../../scripts/model/printing.ts'
import { inGreys, inInks } from '../../../../scripts/press/print/colour/colour-operators.ts'
import { inkOf, limitInks, mixer, type Rgb, totalInk, withinLimit } from '../../../../scripts/press/print/colour/ink.ts'

const byteOf = fc.integer({ min: 0, max: 255 })
const share = fc.integer({ min: 0, max: 100 }).map((v) => v / 100)
const anyInk = fc.tuple(share, share, share, share)

describe('inks of a colour', () => {
  it('are those of its row, whatever the browser’s four decimals lose', () => {
    expect(inkOf([0.6902, 0.1255, 0.1686], themeInks)).toEqual([0.2, 1, 0.85, 0.15])
  })

  it('are a tint of black for black, greys and white', () => {
    expect(inkOf([0, 0, 0], themeInks)).toEqual([0, 0, 0, 1])
    expect(inkOf([1, 1, 1], themeInks)).toEqual([0, 0, 0, 0])
    expect(inkOf([0.6, 0.6, 0.6], themeInks)![3]).toBeCloseTo(0.4)
  })

  it('are unknown for any other colour', () => {
    expect(inkOf([0.6902, 0.1255, 0.2], themeInks)).toBeUndefined()
  })

  it('never need more than uncoated paper takes, for the colours of the themes', () => {
    for (const { ink } of themeInks) expect(totalInk(ink)).toBeLessThanOrEqual(inkLimits.uncoated)
  })
})

describe('the limit of ink', () => {
  it('leaves alone what is below it', () => {
    const ink: Ink = [0.5, 0.5, 0.5, 0.5]
    expect(withinLimit(ink, 2)).toBe(ink)
  })

  it('swaps what the colours have in common for black, which is as dark with less', () => {
    const less = withinLimit([0.9, 0.8, 0.8, 0.3], 2.6)
    for (const [i, value] of [0.8, 0.7, 0.7, 0.4].entries()) expect(less[i]).toBeCloseTo(value)
  })

  it('shrinks the colours together where black is full', () => {
    const [c, m, y, k] = withinLimit([1, 0.5, 0.5, 1], 2)
    expect(k).toBe(1)
    expect(c! / m!).toBeCloseTo(2)
    expect(c! + m! + y! + k!).toBeCloseTo(2)
  })

  it('holds for every ink and every limit, and adds nothing but black', () => {
    fc.assert(
      fc.property(anyInk, fc.integer({ min: 100, max: 400 }), (ink, limit) => {
        const less = withinLimit(ink, limit / 100)
        expect(totalInk(less)).toBeLessThanOrEqual(limit + 1e-9)
        for (const [i, value] of less.entries()) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1 + 1e-9)
          if (i < 3) expect(value).toBeLessThanOrEqual(ink[i]! + 1e-9)
        }
      }),
    )
  })

  it('holds for bytes of pixels, and tells how much there was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(byteOf, byteOf, byteOf, byteOf)),
        fc.integer({ min: 200, max: 320 }),
        (inks, limit) => {
          const pixels = Uint8Array.from(inks.flat())
          const fullest = limitInks(pixels, limit / 100)
          const sums = inks.map((ink) => ink.reduce((a, b) => a + b, 0))
          expect(fullest).toBeCloseTo((Math.max(0, ...sums) / 255) * 100)
          for (let i = 0; i < pixels.length; i += 4) {
            const sum = pixels[i]! + pixels[i + 1]! + pixels[i + 2]! + pixels[i + 3]!
            expect(sum).toBeLessThanOrEqual(limit * 2.55 + 1e-6)
            if (sums[i / 4]! <= limit * 2.55 - 1) expect(sum).toBe(sums[i / 4])
          }
        },
      ),
    )
  })
})

describe('mixing', () => {
  const full = () => new Uint8Array([230, 200, 190, 220])

  it('asks the table first, then takes a tint of black, then the engine in whole percents', () => {
    const mix = mixer(themeInks, () => new Uint8Array([100, 50, 25, 13]), 300)
    expect(mix([0.6902, 0.1255, 0.1686])).toEqual({ ink: [0.2, 1, 0.85, 0.15], by: 'table' })
    expect(mix([0.5, 0.5, 0.5])).toEqual({ ink: [0, 0, 0, 0.5], by: 'black' })
    expect(mix([0.1, 0.5, 0.9])).toEqual({ ink: [0.39, 0.2, 0.1, 0.05], by: 'engine' })
  })

  it('keeps what the engine mixes within the limit and tells from where', () => {
    const { ink, reducedFrom } = mixer([], full, 260)([0.1, 0.05, 0])
    expect(totalInk(ink)).toBeLessThanOrEqual(260)
    expect(totalInk(ink)).toBeGreaterThan(255)
    expect(reducedFrom).toBe(329)
    for (const part of ink) expect(part * 100).toBeCloseTo(Math.round(part * 100))
  })

  it('asks the engine once for each colour', () => {
    let asked = 0
    const mix = mixer([], () => new Uint8Array([++asked, 0, 0, 0]), 300)
    expect(mix([0.1, 0.2, 0.3])).toBe(mix([0.1, 0.2, 0.3]))
    expect(asked).toBe(1)
  })
})

describe('colour operators', () => {
  const ink = ([r, g, b]: Rgb): Ink => [1 - r, 1 - g, 1 - b, 0]
  const inks = (content: string) => inInks(content, ink)

  it('become inks for painting and for lines', () => {
    expect(inks('1 0 0 rg 0 0 1 RG')).toBe('0 1 1 0 k 1 1 0 0 K')
  })

  it('in inks, spot colours and patterns stay', () => {
    const content = '/Pattern cs /P1 scn /Spot CS 1 SCN 0 0 0 1 k (1 0 0 rg) Tj'
    expect(inks(content)).toBe(content)
  })

  it('become greys in a soft mask', () => {
    expect(inGreys('1 1 1 rg 1 0 0 RG')).toBe('1 g 0.3 G')
  })
})
