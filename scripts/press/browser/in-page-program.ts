/** The modules of in-page/ in; one script for the browser out. */
import path from 'node:path'
import { build } from 'esbuild'

let program: Promise<string> | undefined

/** The browser takes no TypeScript and no modules from our folders, so they are bundled, once per run (20 ms). */
export function inPageProgram(): Promise<string> {
  program ??= build({
    entryPoints: [path.join(import.meta.dirname, '../in-page/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome140',
    logLevel: 'silent',
  }).then((result) => result.outputFiles[0]!.text)
  return program
}
