#!/usr/bin/env -S npx tsx
/** In: a raw text. Out: manuscripts in an issue folder, and a report of every repair. */
import { run } from './desk/entry.ts'
import { importFile } from './intake.ts'

await run('import', ({ request, target }) => importFile(target, request.into ?? ''))
