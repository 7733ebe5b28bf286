/** In: diagnostics, source texts and delivered files. Out: what is written to stderr and stdout, in one of three formats. */
import { chalk } from 'zx'
import type { Severity } from '../model/codes/row.ts'
import type { Copyfit } from '../model/copyfit.ts'
import {
  type Diagnostic,
  describe,
  isToBeLookedAt,
  type Locale,
  type Release,
  severityOf,
} from '../model/diagnostic.ts'
import type { Companion, Delivered } from '../model/outcome.ts'
import { formatPlace, type Place } from '../model/place.ts'
import type { Format } from './arguments.ts'
import { humanSize, humanTime } from './files.ts'
import { fitLines, isFit } from './fit-lines.ts'
import type { Words } from './locale.ts'
import { cells, excerpt, padTo } from './width.ts'

/** One fault in `--format json`; the same fields for every fault, those that do not apply left out. */
export interface FaultRecord {
  readonly code: string
  readonly severity: Severity
  /** True for an error with which the files are delivered: a place to look at before printing. */
  readonly look?: true
  readonly message: string
  readonly hint?: string
  /** `file`, and where known `line` and `column` (from 1, column in UTF-16 units), `page`, `entry`. */
  readonly place?: Place
  readonly related?: readonly Place[]
}

/** What a verb has to tell. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, string>
  readonly delivered: readonly Delivered[]
  readonly release?: Release
  readonly companions?: readonly Companion[]
  /** Printed on stdout as it stands; the field `report` in json. */
  readonly report?: string
  /** How text and pages fit, for an artist. */
  readonly copyfit?: Copyfit
  /** A last sentence for people: what was read, what was not written. */
  readonly remark?: string
}

export interface Printed {
  readonly stdout: string
  readonly stderr: string
}

type Weight = Severity | 'look'

const weightOf = (d: Diagnostic): Weight => (isToBeLookedAt(d) ? 'look' : severityOf(d))

const weightWords: Readonly<Record<Weight, Words>> = {
  error: { zh: '错误', en: 'error' },
  look: { zh: '须看', en: 'look' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '提示', en: 'note' },
}

const paint: Readonly<Record<Weight, (text: string) => string>> = {
  error: (text) => chalk.bold.red(text),
  look: (text) => chalk.bold.magenta(text),
  warning: (text) => chalk.bold.yellow(text),
  note: (text) => chalk.bold.cyan(text),
}

/** Cells of a source line that are shown; a paragraph of a manuscript is one line and may be a thousand characters long. */
const sourceRoom = 72

/** Everything a run prints. Diagnostics go to stderr, what was made to stdout; json puts both on stdout as one object. */
export function render(findings: Findings, format: Format, locale: Locale): Printed {
  const diagnostics = [...findings.diagnostics].sort(byPlace)
  const first = headline(findings, locale)
  const counts = `${summarise(diagnostics, locale)}\n`
  const summary = first + counts
  const report = findings.report ? `${findings.report.trimEnd()}\n` : ''
  if (format === 'json') {
    return { stdout: `${JSON.stringify(toRecord(findings, diagnostics, locale), null, 2)}\n`, stderr: summary }
  }
  const companions = findings.companions ?? []
  if (format === 'line') {
    const rows = [
      ...findings.delivered.map((d) => [d.path, d.pages ?? '', d.bytes, d.seconds.toFixed(1)].join('\t')),
      ...companions.map((c) => [c.path, '', c.bytes, ''].join('\t')),
    ]
    return {
      stdout: report + rows.map((row) => `${row}\n`).join(''),
      stderr: diagnostics.map((d) => `${asLine(d, locale)}\n`).join('') + summary,
    }
  }
  const faults = findings.copyfit ? diagnostics.filter((d) => !isFit(d)) : diagnostics
  const fit = findings.copyfit ? `${fitLines(findings.copyfit, diagnostics, locale).join('\n')}\n` : ''
  const remark = findings.remark === undefined ? '' : `${findings.remark}\n`
  return {
    stdout: report + table(findings.delivered, companions, locale),
    stderr: faults.map((d) => `${asBlock(d, findings.sources, locale)}\n\n`).join('') + first + fit + counts + remark,
  }
}

// Faults in the order one would mend them: file by file, from top to bottom; what belongs to no file comes last.
function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [x, y] = [a.place, b.place]
  if (!x || !y) return Number(!x) - Number(!y)
  if (x.file !== y.file) return x.file < y.file ? -1 : 1
  if (x.entry !== y.entry) return (x.entry ?? '') < (y.entry ?? '') ? -1 : 1
  return (x.page ?? 0) - (y.page ?? 0) || (x.line ?? 0) - (y.line ?? 0) || (x.column ?? 0) - (y.column ?? 0)
}

/** `file:line:col: error manuscript/byline-missing message`, always in one line. */
function asLine(d: Diagnostic, locale: Locale): string {
  const { severity, message } = describe(d, locale)
  const place = d.place ? `${formatPlace(d.place)}: ` : ''
  return `${place}${severity} ${d.code} ${message.replace(/\s+/g, ' ')}`
}

function asBlock(d: Diagnostic, sources: ReadonlyMap<string, string>, locale: Locale): string {
  const { message, hint } = describe(d, locale)
  const weight = weightOf(d)
  const place = d.place ? `${chalk.bold(formatPlace(d.place))}  ` : ''
  const lines = [`${place}${paint[weight](weightWords[weight][locale])}  ${chalk.dim(d.code)}`, `  ${message}`]
  lines.push(...sourceLines(d.place, sources, weight))
  for (const other of d.related ?? []) {
    lines.push(
      `  ${locale === 'zh' ? '另见' : 'see also'} ${formatPlace(other)}`,
      ...sourceLines(other, sources, 'note'),
    )
  }
  if (hint) lines.push(`  ${chalk.cyan(locale === 'zh' ? '建议：' : 'hint: ')}${hint}`)
  return lines.join('\n')
}

function sourceLines(place: Place | undefined, sources: ReadonlyMap<string, string>, weight: Weight): string[] {
  if (place?.line === undefined || place.entry !== undefined) return []
  const line = sources.get(place.file)?.split(/\r\n|\r|\n/)[place.line - 1]
  if (line === undefined || line.trim() === '') return []
  const { text, indent } = excerpt(line, place.column ?? 1, sourceRoom)
  const number = String(place.line)
  const lines = [`  ${chalk.dim(`${number} │`)} ${text}`]
  if (place.column !== undefined) {
    lines.push(`  ${chalk.dim(`${' '.repeat(number.length)} │`)} ${indent}${paint[weight]('^')}`)
  }
  return lines
}

const companionWords: Readonly<Record<Companion['kind'], Words>> = {
  imposition: { zh: '拼大版', en: 'spreads' },
  cover: { zh: '封面展开', en: 'cover' },
  job: { zh: '工单', en: 'job sheet' },
}

function table(delivered: readonly Delivered[], companions: readonly Companion[], locale: Locale): string {
  const rows = [
    ...delivered.map((d) => [
      d.path,
      d.pages === null ? '' : locale === 'zh' ? `${d.pages} 页` : `${d.pages} pages`,
      humanSize(d.bytes),
      humanTime(d.seconds),
    ]),
    ...companions.map((c) => [c.path, companionWords[c.kind][locale], humanSize(c.bytes), '']),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => cells(row[column] ?? ''))))
  const line = (row: readonly string[]) => row.map((cell, i) => padTo(cell, widths[i] ?? 0)).join('  ')
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('')
}

/** What people must know first of files that were delivered with something wrong on their pages. */
function headline({ diagnostics, delivered, release }: Findings, locale: Locale): string {
  if (release !== 'look' || delivered.length === 0) return ''
  const n = diagnostics.filter(isToBeLookedAt).length
  return locale === 'zh'
    ? `已交付，但有 ${n} 处须先看，再付印\n`
    : `delivered, but ${n} ${n === 1 ? 'place' : 'places'} to look at before it goes to press\n`
}

const count = (diagnostics: readonly Diagnostic[], severity: Severity): number =>
  diagnostics.filter((d) => severityOf(d) === severity).length

/** `2 errors, 1 to look at, 1 warning`; places to look at and notes are named only where there are some. */
export function summarise(diagnostics: readonly Diagnostic[], locale: Locale): string {
  const parts = (['error', 'look', 'warning', 'note'] as const).flatMap((weight) => {
    const n = diagnostics.filter((d) => weightOf(d) === weight).length
    if ((weight === 'look' || weight === 'note') && n === 0) return []
    if (weight === 'look') return locale === 'zh' ? `${n} 处须看` : `${n} to look at`
    const word = weightWords[weight][locale]
    return locale === 'zh' ? `${n} 个${word}` : `${n} ${word}${n === 1 ? '' : 's'}`
  })
  return parts.join(locale === 'zh' ? '，' : ', ')
}

function toRecord(findings: Findings, diagnostics: readonly Diagnostic[], locale: Locale) {
  return {
    errors: count(diagnostics, 'error'),
    warnings: count(diagnostics, 'warning'),
    notes: count(diagnostics, 'note'),
    ...(findings.release && {
      verdict: findings.release,
      toLookAt: diagnostics.filter(isToBeLookedAt).length,
    }),
    diagnostics: diagnostics.map((d): FaultRecord => {
      const { severity, message, hint } = describe(d, locale)
      return {
        code: d.code,
        severity,
        ...(isToBeLookedAt(d) && { look: true as const }),
        message,
        ...(hint !== undefined && { hint }),
        ...(d.place && { place: d.place }),
        ...(d.related && { related: d.related }),
      }
    }),
    artifacts: findings.delivered.map(({ edition, path, pages, bytes, seconds }) => ({
      edition,
      path,
      pages,
      bytes,
      seconds,
    })),
    ...(findings.companions && {
      companions: findings.companions.map(({ kind, path, bytes }) => ({ kind, path, bytes })),
    }),
    ...(findings.copyfit && { copyfit: findings.copyfit }),
    ...(findings.report !== undefined && { report: findings.report }),
  }
}
