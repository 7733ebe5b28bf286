/** In: the words typed after `kanben`. Out: a request, a wish for help, or every fault of usage with the nearest known name. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Locale } from '../model/diagnostic.ts'
import { type EditionName, editionNames } from '../model/edition.ts'
import { nearby } from '../model/nearest.ts'
import type { Binding } from '../model/printing.ts'
import { chooseLocale } from './locale.ts'
import { type OptionName, options, type VerbName, verbNames, verbs } from './verbs.ts'

export type Format = 'human' | 'line' | 'json'

export interface Request {
  readonly verb: VerbName
  /** The folder or file as typed; undefined only where the verb has a default. */
  readonly operand: string | undefined
  /** In the order of the edition table, each once. */
  readonly editions: readonly EditionName[]
  /** Printer's spreads besides the pages of the print edition. */
  readonly imposition: Binding | undefined
  /** Whether the EPUB's pictures are made smaller. */
  readonly images: 'small' | 'original'
  readonly out: string
  readonly draft: boolean
  /** Set for `import` only. */
  readonly into: string | undefined
  readonly format: Format
  readonly locale: Locale
}

export type Parsed =
  | { readonly kind: 'request'; readonly request: Request }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly faults: readonly string[] }

type Token =
  | { kind: 'option'; name: string; rawName: string; value: string | undefined; inlineValue: boolean | undefined }
  | { kind: 'positional'; index: number; value: string }
  | { kind: 'option-terminator' }

const grammar: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
  Object.entries(options).map(([name, row]) => [
    name,
    { type: row.value ? ('string' as const) : ('boolean' as const), ...(row.short && { short: row.short }) },
  ]),
)

// Not strict: node's own check stops at the first fault, and knows no nearest name.
const tokensOf = (args: readonly string[]): Token[] =>
  parseArgs({ args: [...args], options: grammar, strict: false, allowPositionals: true, tokens: true })
    .tokens as Token[]

/** Where the verb stands among the words typed: the first that is no option; null where there is none. */
export function findVerb(args: readonly string[]): { index: number; name: string } | null {
  const token = tokensOf(args).find((t) => t.kind === 'positional')
  return token ? { index: token.index, name: token.value } : null
}

const isVerb = (name: string): name is VerbName => verbNames.includes(name as VerbName)

/** The verb of that name; null for a name that is none. */
export const verbNamed = (name: string): VerbName | null => (isVerb(name) ? name : null)

/** Language asked for by --lang, else by the environment; holds even where the rest of the line is wrong. */
export function localeOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const asked = tokensOf(args).findLast((t) => t.kind === 'option' && t.name === 'lang')
  return chooseLocale(asked?.kind === 'option' ? asked.value : undefined, env)
}

/** What is wrong with a verb that does not exist. */
export function unknownVerb(name: string, locale: Locale): string {
  const near = nearby(name, verbNames)
  if (locale === 'zh') return `没有“${name}”这个命令${near ? `，是不是想用 ${near}？` : '。'}`
  return `there is no command “${name}”${near ? `; did you mean ${near}?` : '.'}`
}

/** Reads the words after the verb. */
export function parseArguments(
  verb: VerbName,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Parsed {
  const locale = localeOf(args, env)
  const tokens = tokensOf(args)
  const allowed = verbs[verb].options
  const faults: string[] = []
  const say = (zh: string, en: string) => void faults.push(locale === 'zh' ? zh : en)
  const given = new Map<OptionName, string>()

  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const name = allowed.find((known) => known === token.name)
    if (!name) {
      const near = nearby(token.name, allowed)
      say(
        `${verb} 没有 ${token.rawName} 这个选项${near ? `，是不是想用 --${near}？` : '。'}`,
        `${verb} has no option ${token.rawName}${near ? `; did you mean --${near}?` : '.'}`,
      )
      continue
    }
    const row = options[name]
    if (!row.value) {
      if (token.inlineValue) say(`${token.rawName} 后面不带值。`, `${token.rawName} takes no value.`)
      given.set(name, '')
      continue
    }
    // node takes `--out --draft` for a folder called --draft; only --out=--draft can mean that.
    if (!token.value || (token.value.startsWith('-') && !token.inlineValue)) {
      say(`${token.rawName} 后面要写：${row.value}`, `${token.rawName} needs a value: ${row.value}`)
      continue
    }
    for (const part of row.list ? token.value.split(',') : [token.value]) {
      if (!row.choices || row.choices.includes(part)) continue
      const near = nearby(part, row.choices)
      say(
        `${token.rawName} 不能是“${part}”${near ? `，是不是 ${near}？` : '，'}可用：${row.choices.join('、')}`,
        `${token.rawName} cannot be “${part}”${near ? `; did you mean ${near}?` : '.'} It takes ${row.choices.join(', ')}.`,
      )
    }
    given.set(name, token.value)
  }

  if (given.has('help')) return { kind: 'help' }
  if (given.has('version')) return { kind: 'version' }

  const operands = tokens.flatMap((t) => (t.kind === 'positional' ? [t.value] : []))
  const { operand, required = [] } = verbs[verb]
  if (operand.startsWith('<') && operands.length === 0)
    say(`${verb} 后面要写 ${operand}。`, `${verb} needs ${operand}.`)
  for (const surplus of operands.slice(1)) {
    say(`多了“${surplus}”：${verb} 一次只处理一个。`, `“${surplus}” is too much: ${verb} takes one at a time.`)
  }
  for (const name of required) {
    if (given.has(name) || tokens.some((t) => t.kind === 'option' && t.name === name)) continue
    say(`${verb} 需要 --${name} <${options[name].value}>。`, `${verb} needs --${name} <${options[name].value}>.`)
  }
  const wanted = given.get('edition')?.split(',')
  for (const name of given.keys()) {
    const { of } = options[name]
    if (!of || !wanted || wanted.includes(of)) continue
    say(`--${name} 说的是 ${of}，--edition 里却没有它。`, `--${name} is about ${of}, which --edition leaves out.`)
  }
  if (faults.length > 0) return { kind: 'wrong', faults }

  return {
    kind: 'request',
    request: {
      verb,
      operand: operands[0],
      editions: wanted ? editionNames.filter((name) => wanted.includes(name)) : editionNames,
      imposition: given.get('imposition') as Request['imposition'],
      images: (given.get('images') ?? 'original') as Request['images'],
      out: given.get('out') ?? 'dist',
      draft: given.has('draft'),
      into: given.get('into'),
      format: (given.get('format') ?? 'human') as Format,
      locale,
    },
  }
}
