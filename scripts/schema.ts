/** Writes docs/schema/ from the schemas in the code: `tsx scripts/schema.ts`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { schemaFiles } from './model/schema/index.ts'

const folder = new URL('../docs/schema/', import.meta.url)
await mkdir(folder, { recursive: true })
for (const [name, text] of schemaFiles()) await writeFile(new URL(name, folder), text)
