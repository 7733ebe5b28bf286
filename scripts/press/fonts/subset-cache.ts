/**
 * A face and characters in; the face with only these characters out, made once and kept on this machine.
 *
 * Reading a Chinese face and writing a part of it takes a third of the computing of a small build (measured), and the same
 * part is asked for again by the cover of the EPUB, by each rebuild and by most tests. The kept files are named by the face,
 * the characters and the program that subsets: a face of a package by the package, its version and its size, so that 80 MB
 * need not be read to find out what is there already, any other by its content. The folder may be deleted at any time, and where
 * it cannot be written everything is made anew.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import * as fontverter from 'fontverter'
import subset from 'subset-font'

type Options = NonNullable<Parameters<typeof subset>[2]>

const require = createRequire(import.meta.url)
const packages = path.resolve(path.dirname(require.resolve('subset-font')), '..')
const folder = path.join(packages, '.cache', 'kanben', 'faces')

/** Bytes that the folder may hold; what was used last stays. */
const most = 256e6

let engine: Promise<string> | undefined

/** The program that subsets, by its content: a part of every name. */
const engineName = (): Promise<string> => {
  const file = () => createRequire(require.resolve('subset-font')).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')
  engine ??= readFile(file()).then((bytes) => digest(bytes))
  return engine
}

/** A face, read only where nothing made of it is kept. */
export interface FaceSource {
  /** Two faces with one name are the same. */
  readonly name: string
  readonly read: () => Promise<Buffer>
}

/** A face that is there already, named by its content. */
export const sourceOfBytes = (font: Buffer): FaceSource => ({ name: digest(font), read: async () => font })

/** Keeps what `make` gives under a name; writes it whole or not at all. */
async function kept(name: string, make: () => Promise<Uint8Array>): Promise<Buffer> {
  const file = path.join(folder, name)
  const known = await readFile(file).catch(() => null)
  if (known && known.length > 0) {
    const now = new Date()
    await utimes(file, now, now).catch(() => {})
    return known
  }
  const made = Buffer.from(await make())
  const staging = `${file}.${process.pid}`
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(staging, made)
    await rename(staging, file)
    swept ??= sweep()
    await swept
  } catch {
    // A cache that cannot be written is none: the face itself is there.
    await rm(staging, { force: true }).catch(() => {})
  }
  return made
}

/** Once a run: looking at thousands of files takes longer than making one. */
let swept: Promise<void> | undefined

/** Deletes what was used longest ago until the rest is small enough. */
async function sweep(): Promise<void> {
  const names = await readdir(folder)
  const files = await Promise.all(
    names.map(async (name) => {
      const found = await stat(path.join(folder, name)).catch(() => null)
      return { name, size: found?.size ?? 0, used: found?.mtimeMs ?? 0 }
    }),
  )
  let held = 0
  for (const { name, size } of files.sort((a, b) => b.used - a.used)) {
    held += size
    if (held > most) await rm(path.join(folder, name), { force: true })
  }
}

const digest = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex').slice(0, 40)
}

/** Unpacked once: unpacking a packed face takes longer than all the rest. */
async function unpacked(font: Buffer, of: string): Promise<Buffer> {
  if (fontverter.detectFormat(font) === 'sfnt') return font
  return kept(`${of}.ttf`, () => fontverter.convert(font, 'sfnt'))
}

/** Subsets as `subset-font` does, with the same bytes. */
export async function subsetFont(
  { name, read }: FaceSource,
  characters: string,
  options: Options = {},
): Promise<Buffer> {
  const of = digest(name, await engineName())
  return kept(`${digest(of, characters, JSON.stringify(options))}.part`, async () =>
    subset(await unpacked(await read(), of), characters, options),
  )
}
