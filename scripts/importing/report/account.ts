/** The raw text and the files made of it in, every line out that does not stand in them to the letter: nothing is lost in silence. */

/** White space, and the two ways to write the mark of a note or a citation, make no difference. */
const normal = (text: string): string =>
  text
    .replace(
      /[\s\u3000\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb|]/gu,
      '',
    )
    .replace(/[\u2f00-\u2fd5]/gu, (c) => c.normalize('NFKC'))
    .replace(/[①-⑳]/gu, (c) => `[${c.codePointAt(0)! - 0x245f}]`)
    .replace(
      /[[〔［][@^]?(\d[\d,，、\-–—~～－⁃‐‑−]*)[\]〕］]/gu,
      (_, numbers: string) => `[${numbers.replace(/[–—~～－⁃‐‑−]/gu, '-').replace(/[，、]/gu, ',')}]`,
    )

/** The page after a citation is written as a superscript. */
const fromFile = (text: string): string =>
  normal(text.replace(/(?<=\[@[\d,-]+\])\^([^^\n]{1,16})\^/gu, '$1').replace(/\\([^\n])/gu, '$1'))

export interface Account {
  /** Characters of the raw text without white space. */
  readonly characters: number
  /** Lines of which not everything stands in a file as it was, with what is missing. */
  readonly unplaced: readonly { readonly line: number; readonly text: string }[]
}

function counts(text: string, into = new Map<string, number>(), by = 1): Map<string, number> {
  for (const c of text) into.set(c, (into.get(c) ?? 0) + by)
  return into
}

/** @param files texts of the folder, without the report. */
export function account(raw: string, files: readonly string[]): Account {
  const lines = raw.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/u)
  const all = files.map(fromFile).join('\n')
  const have = counts(all)
  const unplaced = new Map<number, string>()
  const need = new Map<string, number>()
  let characters = 0
  for (const [at, text] of lines.entries()) {
    const plain = normal(text)
    characters += Array.from(plain).length
    if (plain === '') continue
    if (all.includes(plain)) counts(plain, need)
    else unplaced.set(at + 1, text.trim())
  }
  // What stands in a file to the letter may stand there once and in the raw text twice: then the characters do not suffice.
  const short = new Set([...need].filter(([c, count]) => count > (have.get(c) ?? 0)).map(([c]) => c))
  if (short.size > 0)
    for (const [at, text] of lines.entries()) {
      const plain = normal(text)
      const twice =
        all.indexOf(plain) === all.lastIndexOf(plain) &&
        lines.some((other, index) => index !== at && normal(other).includes(plain))
      if (plain !== '' && twice && Array.from(plain).some((c) => short.has(c))) unplaced.set(at + 1, text.trim())
    }
  const still = counts(normal([...unplaced.values()].join('')), new Map([...have]))
  for (const [at, text] of lines.entries())
    if (!unplaced.has(at + 1) && Array.from(normal(text)).some((c) => need.get(c)! > (still.get(c) ?? 0)))
      unplaced.set(at + 1, text.trim())
  return { characters, unplaced: [...unplaced].map(([line, text]) => ({ line, text })).sort((a, b) => a.line - b.line) }
}
