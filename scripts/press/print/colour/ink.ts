/**
 * In: RGB colours of the browser, what the theme prints them with, and a colour engine. Out: printing inks, never more of
 * them than the paper takes.
 */

import type { Ink, InkRow } from '../../../model/inks.ts'

/** Red, green, blue: from 0 to 1. */
export type Rgb = readonly [number, number, number]

// Chromium writes a channel with four decimals; half a step of 8 bits is 0.002.
const tolerance = 0.0019

const channels = (rgb: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16) / 255) as unknown as Rgb

/** 0 to 255 of a share. */
export const byte = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 255)

/** `#rrggbb`. */
export const css = (rgb: Rgb): string => `#${rgb.map((v) => byte(v).toString(16).padStart(2, '0')).join('')}`

/** Percent of all four inks together. */
export const totalInk = (ink: Ink): number => (ink[0] + ink[1] + ink[2] + ink[3]) * 100

/** Whether nothing but a tint of black prints a colour. */
export const neutral = (rgb: Rgb): boolean => Math.max(...rgb) - Math.min(...rgb) <= tolerance

/** The inks of a colour: its row, black alone for a neutral colour, undefined for any other. */
export function inkOf(rgb: Rgb, table: readonly InkRow[]): Ink | undefined {
  const row = table.find((r) => channels(r.rgb).every((v, i) => Math.abs(v - rgb[i]!) < tolerance))
  if (row) return row.ink
  return neutral(rgb) ? [0, 0, 0, 1 - (rgb[0] + rgb[1] + rgb[2]) / 3] : undefined
}

/**
 * Less ink that looks much the same (grey component replacement): what cyan, magenta and yellow have in common is printed
 * by black instead, which saves two parts of three; where black is full or nothing in common is left, all three shrink
 * in proportion.
 * @param limit shares of all inks together; 1 or more.
 */
export function withinLimit(ink: Ink, limit: number): Ink {
  const excess = ink[0] + ink[1] + ink[2] + ink[3] - limit
  if (excess <= 0) return ink
  const swapped = Math.max(0, Math.min(excess / 2, ink[0], ink[1], ink[2], 1 - ink[3]))
  const black = ink[3] + swapped
  const colours = [ink[0] - swapped, ink[1] - swapped, ink[2] - swapped] as const
  const sum = colours[0] + colours[1] + colours[2]
  const scale = sum > limit - black ? (limit - black) / sum : 1
  return [colours[0] * scale, colours[1] * scale, colours[2] * scale, black]
}

/** `withinLimit` for bytes of C, M, Y, K, in place. Returns the percent of ink of the fullest pixel before. */
export function limitInks(pixels: Uint8Array, limit: number): number {
  const most = Math.floor(limit * 255 + 1e-6)
  let fullest = 0
  for (let i = 0; i < pixels.length; i += 4) {
    const sum = pixels[i]! + pixels[i + 1]! + pixels[i + 2]! + pixels[i + 3]!
    if (sum > fullest) fullest = sum
    if (sum <= most) continue
    const less = withinLimit(
      [pixels[i]! / 255, pixels[i + 1]! / 255, pixels[i + 2]! / 255, pixels[i + 3]! / 255],
      most / 255,
    )
    // Rounded down, so that four roundings do not pass the limit again.
    for (let c = 0; c < 4; c++) pixels[i + c] = Math.floor(less[c]! * 255 + 1e-6)
  }
  return (fullest / 255) * 100
}

export interface MixedInk {
  readonly ink: Ink
  /** By a row of the table, as a tint of black, or by the colour engine. */
  readonly by: 'table' | 'black' | 'engine'
  /** Percent of all inks before the limit; undefined where it was not reached. */
  readonly reducedFrom?: number
}

export type Mix = (rgb: Rgb) => MixedInk

const wholePercents = (ink: Ink, round: (value: number) => number): Ink =>
  ink.map((share) => round(share * 100 + 1e-6) / 100) as unknown as Ink

/**
 * What mixes inks: the table first, neutral colours as tints of black, all others by the engine in whole percents, as a
 * printing house writes them.
 * @param convert bytes of R, G, B to bytes of C, M, Y, K.
 * @param inkLimit percent of all inks together.
 */
export function mixer(table: readonly InkRow[], convert: (rgb: Uint8Array) => Uint8Array, inkLimit: number): Mix {
  const known = new Map<string, MixedInk>()
  const mix = (rgb: Rgb): MixedInk => {
    const exact = inkOf(rgb, table)
    if (exact) return { ink: exact, by: neutral(rgb) ? 'black' : 'table' }
    const [c, m, y, k] = convert(Uint8Array.from(rgb, byte))
    const full = wholePercents([c! / 255, m! / 255, y! / 255, k! / 255], Math.round)
    if (totalInk(full) <= inkLimit + 1e-6) return { ink: full, by: 'engine' }
    const ink = wholePercents(withinLimit(full, inkLimit / 100), Math.floor)
    return { ink, by: 'engine', reducedFrom: Math.round(totalInk(full)) }
  }
  return (rgb) => {
    const key = rgb.join(' ')
    const mixed = known.get(key) ?? mix(rgb)
    known.set(key, mixed)
    return mixed
  }
}
