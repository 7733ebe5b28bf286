/** A trimmed size in millimetres in; the full sheet (全张纸) that it is cut of, and its Chinese name (开本), out. */

export interface PaperFormat {
  /** 大16开, 16开 …; with the international name where the size has one. */
  readonly name: string
  /** Full sheet in millimetres. */
  readonly sheet: readonly [number, number]
  /** Pages on one side of a full sheet (开数): as many are one printed sheet (印张). */
  readonly cut: number
}

/** Full sheets of GB/T 788 and of trade, with what their formats are called. */
const fullSheets = [
  { size: [787, 1092], prefix: '' },
  { size: [850, 1168], prefix: '大' },
  { size: [889, 1194], prefix: '大' },
  { size: [890, 1240], prefix: '国际' },
] as const

/** Halved again and again, a sheet gives 2, 4, 8 … pages. */
const cuts = [2, 4, 8, 16, 32, 64, 128]

/** Cut off at head, foot and fore-edge, in millimetres. */
const knife = 3

const international = [
  { name: 'A3', size: [297, 420] },
  { name: 'A4', size: [210, 297] },
  { name: 'A5', size: [148, 210] },
  { name: 'A6', size: [105, 148] },
  { name: 'B5', size: [176, 250] },
] as const

function halved([short, long]: readonly [number, number], cut: number): readonly [number, number] {
  let [a, b] = [short, long]
  for (let pages = 1; pages < cut; pages *= 2) [a, b] = a < b ? [a, b / 2] : [a / 2, b]
  return a < b ? [a, b] : [b, a]
}

/**
 * The format that wastes least. Undefined where no halving of a usual sheet holds the page.
 * A page takes its trim and 3 mm at head, foot and fore-edge; in the fold nothing is cut.
 */
export function paperFormat(trim: { readonly width: number; readonly height: number }): PaperFormat | undefined {
  const portrait = trim.width <= trim.height
  const needed = portrait
    ? ([trim.width + knife, trim.height + 2 * knife] as const)
    : ([trim.height + 2 * knife, trim.width + knife] as const)
  const fitting = fullSheets.flatMap(({ size, prefix }) =>
    cuts.flatMap((cut) => {
      const [a, b] = halved(size, cut)
      return needed[0] <= a && needed[1] <= b ? [{ sheet: size, prefix, cut, area: a * b }] : []
    }),
  )
  const best = fitting.toSorted((one, other) => one.area - other.area)[0]
  if (!best) return undefined
  const known = international.find(({ size: [width, height] }) => width === trim.width && height === trim.height)
  const name = `${best.prefix}${best.cut}开`
  return { name: known ? `${known.name}，${name}` : name, sheet: best.sheet, cut: best.cut }
}
