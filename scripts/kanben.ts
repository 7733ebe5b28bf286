#!/usr/bin/env -S npx tsx
/** In: a command line. Out: the entry point of its verb runs with the words that are left; help and version are answered here. */
import { findVerb, localeOf, unknownVerb, verbNamed } from './cli/arguments.ts'
import { exitCodes, explain, leave, version, wrongUsage } from './cli/entry.ts'
import { usage } from './cli/help.ts'

const args = process.argv.slice(2)
const locale = localeOf(args, process.env)
const found = findVerb(args)
const verb = found && verbNamed(found.name)

if (found && verb) {
  process.argv.splice(2 + found.index, 1)
  try {
    await import(`./${verb}.ts`)
  } catch (error) {
    await leave(explain(error, locale))
  }
} else if (found) {
  await wrongUsage([unknownVerb(found.name, locale)], null, locale)
} else if (args.includes('--version')) {
  process.stdout.write(`${await version()}\n`)
  await leave(exitCodes.good)
} else if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(usage(null, locale))
  await leave(exitCodes.good)
} else {
  await wrongUsage([], null, locale)
}
