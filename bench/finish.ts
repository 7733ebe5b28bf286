/** In: a number of pages. Out: seconds for laying out an issue of at least so many, and for finishing both of its PDFs, on stdout. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { inspect, readTemplates } from '../scripts/inspection.ts'
import { layoutBleed, layoutPaged } from '../scripts/markup/paged.ts'
import { launchBrowser } from '../scripts/press/browser/browser.ts'
import { paginate } from '../scripts/press/browser/paginate.ts'
import { inPageSettings } from '../scripts/press/in-page/settings.ts'
import { finishPrint } from '../scripts/press/print/finish-print.ts'
import { finishScreen } from '../scripts/press/screen/finish-screen.ts'

const pages = Number(process.argv[2] ?? 200)
/** Pages of text in the demonstration issue. */
const each = 28

/** The demonstration issue with its articles several times over, each time as files of their own. */
async function longIssue(folder: string): Promise<void> {
  await cp(path.resolve(import.meta.dirname, '../manuscript/2026-01'), folder, { recursive: true })
  const files = (await readdir(folder)).filter((name) => /^\d\d-.*\.md$/.test(name))
  const manifest = parse(await readFile(path.join(folder, 'issue.yaml'), 'utf8'))
  const copies = Math.ceil(pages / each)
  const named = (name: string, copy: number) => (copy === 0 ? name : name.replace('-', `-copy${copy}-`))
  for (let copy = 1; copy < copies; copy++) {
    for (const name of files) await cp(path.join(folder, name), path.join(folder, named(name, copy)))
  }
  const again = (listed: string | { continue: string }, copy: number) =>
    typeof listed === 'string' ? named(listed, copy) : { continue: named(listed.continue, copy) }
  manifest.sections = Array.from({ length: copies }, (_, copy) =>
    manifest.sections.map((section: { name: string; articles: (string | { continue: string })[] }) => ({
      name: copy === 0 ? section.name : `${section.name}${copy + 1}`,
      articles: section.articles.map((listed) => again(listed, copy)),
    })),
  ).flat()
  manifest.page.fillers = ['notes', 'blank', 'notes']
  await writeFile(path.join(folder, 'issue.yaml'), stringify(manifest))
}

const work = await mkdtemp(path.join(tmpdir(), 'kanben-bench-'))
const browser = await launchBrowser()
try {
  const folder = path.join(work, '2026-01')
  await longIssue(folder)
  const templates = await readTemplates()
  const { issue, found } = await inspect(folder, () => {})
  if (!issue) throw new Error(`the issue cannot be read: ${found.map((d) => d.code).join(', ')}`)
  const started = performance.now()
  let laidOut = started
  const bleed = layoutBleed(issue)
  const { raw, pages: records } = await paginate(browser, layoutPaged(issue, templates, { draft: false }), {
    settings: inPageSettings(issue),
    bleed,
    trim: issue.page.trim,
    onPage: () => {},
    onPrint: () => {
      laidOut = performance.now()
    },
    signal: new AbortController().signal,
  })
  const begun = performance.now()
  const print = await finishPrint(raw, issue, { layoutBleed: bleed, pages: records })
  const between = performance.now()
  const screen = await finishScreen(raw, issue, { layoutBleed: bleed, pages: records })
  const ended = performance.now()
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(2).padStart(7)
  process.stdout.write(
    [
      `pages          ${String(records.length).padStart(7)}`,
      `layout         ${seconds(started, laidOut)} s`,
      `print PDF      ${seconds(begun, between)} s   ${(print.bytes.length / 1e6).toFixed(2)} MB`,
      `screen PDF     ${seconds(between, ended)} s   ${(screen.length / 1e6).toFixed(2)} MB`,
      `finishing / layout ${(((ended - begun) / (laidOut - started)) * 100).toFixed(0)} %`,
      '',
    ].join('\n'),
  )
} finally {
  await browser.close()
  await rm(work, { recursive: true, force: true })
}
