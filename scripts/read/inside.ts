/** A path as the editor wrote it in; the bytes of that file of the issue folder, or why it may not be read, out. */
import { lstat, readFile } from 'node:fs/promises'
import path from 'node:path'

/** `outside`: an address, a parent folder or a symbolic link; `name`: not in ASCII letters, digits, `.`, `_`, `-` and `/`. */
export type Refusal = 'outside' | 'name' | 'missing'

export async function readInside(folder: string, src: string): Promise<Uint8Array | Refusal> {
  const steps = src.split('/')
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]|\\/i.test(src) || steps.some((step) => step === '..')) return 'outside'
  if (!/^[A-Za-z0-9._/-]+$/.test(src) || steps.some((step) => step === '' || step === '.')) return 'name'
  // A link on the way could lead anywhere: every step is looked at, the file itself last.
  for (const [i] of steps.entries()) {
    const stat = await lstat(path.join(folder, ...steps.slice(0, i + 1))).catch(() => null)
    if (stat?.isSymbolicLink()) return 'outside'
    if (!stat || (i === steps.length - 1 && !stat.isFile())) return 'missing'
  }
  return new Uint8Array(await readFile(path.join(folder, ...steps)))
}
