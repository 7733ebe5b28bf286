/** The entries of `style.faces` in; the bytes of each file, or why it may not be read, out. */
import { stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { FaceFile, Facts, Manifest } from '../model/manuscript.ts'
import { readInside } from './inside.ts'
import { isPlaceholder } from './validate.ts'
import { childPath } from './yaml.ts'

const require = createRequire(import.meta.url)

const refusals = {
  outside: 'manuscript/face-outside',
  name: 'manuscript/file-name',
  missing: 'manuscript/face-missing',
} as const

/** A face of every Han has about 25 MB; what is larger would be read and subset in every build. */
const most = 30e6

/** Where a package is installed beside kanben; what is in it is read as what is in an issue folder is. */
async function folderOf(name: string): Promise<string | null> {
  for (const modules of require.resolve.paths(name) ?? []) {
    const folder = path.join(modules, ...name.split('/'))
    if (await stat(path.join(folder, 'package.json')).catch(() => null)) return folder
  }
  return null
}

/** Faces in the order of their entries, which is the order in which they are asked for a character. */
export async function readFaces(
  folder: string,
  manifest: Facts<Partial<Manifest>>,
): Promise<{ faces: readonly FaceFile[]; diagnostics: readonly Diagnostic[] }> {
  const faces: FaceFile[] = []
  const diagnostics: Diagnostic[] = []
  for (const [i, { file, package: from }] of (manifest.value.style?.faces ?? []).entries()) {
    if (file === undefined || isPlaceholder(file)) continue
    const entry = childPath('style.faces', i)
    const place = manifest.places.get(childPath(entry, 'file')) ?? manifest.places.get(entry)
    const src = from === undefined ? file : `${from}/${file}`
    const base = from === undefined ? folder : await folderOf(from)
    const data = base === null ? 'missing' : await readInside(base, file)
    if (typeof data === 'string') diagnostics.push(diagnostic(refusals[data], place, { src, name: src }))
    else if (data.length > most) {
      const facts = { src, size: Math.ceil(data.length / 1e6), most: most / 1e6 }
      diagnostics.push(diagnostic('manuscript/face-too-large', place, facts))
    } else faces.push({ src, data, ...(place && { place }) })
  }
  return { faces, diagnostics }
}
