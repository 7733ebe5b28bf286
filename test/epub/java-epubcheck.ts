/** An EPUB in; what EPUBCheck in Java, where it is installed, has against it, out. */
import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { where } from '../support/witness.ts'

/** Debian's name for it; the command of the same name is a bare jar, which a shell cannot start. */
const jar = [process.env.EPUBCHECK_JAR ?? '', '/usr/share/java/epubcheck.jar'].find((file) => existsSync(file))

/** A test that asks EPUBCheck in Java. */
export const itWithEpubcheck = where(
  jar !== undefined && spawnSync('java', ['-version']).status === 0,
  'EPUBCheck in Java (/usr/share/java/epubcheck.jar, or EPUBCHECK_JAR)',
)

export interface Objection {
  readonly id: string
  readonly message: string
}

/** Version 4.2.6 is older than the property that names the source of page numbers (EPUB 3.3, 5.5.3). */
const unknownToIt: readonly Objection[] = [{ id: 'OPF-027', message: 'Undefined property: "pageBreakSource".' }]

/** Errors and warnings, those left out that come of its age alone: an exact id and an exact message. */
export async function objections(bytes: Uint8Array): Promise<Objection[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanben-epub-'))
  try {
    const file = path.join(folder, 'issue.epub')
    const report = path.join(folder, 'report.json')
    await writeFile(file, bytes)
    // It ends with 1 where it objects to something; the report tells to what.
    await promisify(execFile)('java', ['-XX:+UseSerialGC', '-jar', jar!, '--json', report, file]).catch(() => {})
    const { messages } = JSON.parse(await readFile(report, 'utf8')) as {
      messages: { ID: string; severity: string; message: string }[]
    }
    return messages
      .filter(({ severity }) => ['FATAL', 'ERROR', 'WARNING'].includes(severity))
      .map(({ ID, message }) => ({ id: ID, message }))
      .filter(({ id, message }) => !unknownToIt.some((known) => known.id === id && known.message === message))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
