#!/usr/bin/env -S npx tsx
/** In: the name of a folder. Out: an issue in it that can be built, to write over. */
import { run } from './desk/entry.ts'
import { newIssue } from './intake.ts'

await run('new', ({ target }) => newIssue(target))
