/** The bytes of a TrueType or OpenType file in; the code points that it has glyphs for out (OpenType 1.9, `cmap`). */

/** Empty for anything that is not such a file, or has no Unicode table. */
export function codePointsOf(data: Uint8Array): ReadonlySet<number> {
  try {
    return read(new DataView(data.buffer, data.byteOffset, data.byteLength))
  } catch (error) {
    if (error instanceof RangeError) return new Set()
    throw error
  }
}

function read(view: DataView): ReadonlySet<number> {
  const all = new Set<number>()
  const cmap = tableAt(view, 0x636d6170)
  if (cmap === null) return all
  const count = view.getUint16(cmap + 2)
  for (let i = 0; i < count; i++) {
    const platform = view.getUint16(cmap + 4 + i * 8)
    if (platform !== 0 && platform !== 3) continue
    const table = cmap + view.getUint32(cmap + 8 + i * 8)
    const format = view.getUint16(table)
    if (format === 12) addGroups(view, table, all)
    else if (format === 4) addSegments(view, table, all)
  }
  return all
}

function tableAt(view: DataView, tag: number): number | null {
  const count = view.getUint16(4)
  for (let i = 0; i < count; i++) {
    const record = 12 + i * 16
    if (view.getUint32(record) === tag) return view.getUint32(record + 8)
  }
  return null
}

/** Format 12: groups of code points with their first glyph. */
function addGroups(view: DataView, table: number, all: Set<number>): void {
  const groups = view.getUint32(table + 12)
  for (let i = 0; i < groups; i++) {
    const group = table + 16 + i * 12
    const first = view.getUint32(group)
    const last = view.getUint32(group + 4)
    const glyph = view.getUint32(group + 8)
    for (let c = first; c <= last; c++) if (glyph + c - first !== 0) all.add(c)
  }
}

/** Format 4: segments of the basic plane, by delta or by an array of glyphs. */
function addSegments(view: DataView, table: number, all: Set<number>): void {
  const segments = view.getUint16(table + 6) / 2
  const ends = table + 14
  const starts = ends + segments * 2 + 2
  const deltas = starts + segments * 2
  const offsets = deltas + segments * 2
  for (let i = 0; i < segments; i++) {
    const start = view.getUint16(starts + i * 2)
    const end = view.getUint16(ends + i * 2)
    const delta = view.getUint16(deltas + i * 2)
    const offset = view.getUint16(offsets + i * 2)
    for (let c = start; c <= end && c < 0xffff; c++) {
      const listed = offset === 0 ? c : view.getUint16(offsets + i * 2 + offset + (c - start) * 2)
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) all.add(c)
    }
  }
}
