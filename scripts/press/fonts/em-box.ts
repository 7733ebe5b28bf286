/** A TrueType font in; the same with the em box of a Chinese face out: 880 per mille above the baseline, 120 below. */

const emBox = { above: 0.88, below: 0.12 }

const recordsAt = 12
const recordSize = 16

/**
 * Chromium keeps ruby clear of the lines round it by the em boxes of all faces in them (OS/2, sTypoAscender and
 * sTypoDescender): those of a Western face are deeper, and lines beside ruby would grow by a pixel.
 */
export function withChineseEmBox(font: Uint8Array): Uint8Array {
  const bytes = Buffer.from(font)
  const table = (tag: string): number => {
    for (let i = 0; i < bytes.readUInt16BE(4); i++) {
      const at = recordsAt + i * recordSize
      if (bytes.toString('latin1', at, at + 4) === tag) return bytes.readUInt32BE(at + 8)
    }
    throw new Error(`the font has no table ${tag}`)
  }
  const em = bytes.readUInt16BE(table('head') + 18)
  bytes.writeInt16BE(Math.round(emBox.above * em), table('OS/2') + 68)
  bytes.writeInt16BE(Math.round(-emBox.below * em), table('OS/2') + 70)
  return bytes
}
