/** In: an issue folder. Out: docs/comparison.md, what the audit finds on its pages by kanben, stock pagedjs-cli and plain Chromium. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Printer from 'pagedjs-cli'
import { inspect } from '../scripts/inspection.ts'
import { layoutBleed, layoutPaged } from '../scripts/markup/paged.ts'
import type { Issue } from '../scripts/model/issue.ts'
import { browserVersion, launchBrowser } from '../scripts/press/browser/browser.ts'
import { paginate } from '../scripts/press/browser/paginate.ts'
import { fontFaceCss, subsetFaces } from '../scripts/press/fonts/subset.ts'
import { inPageSettings } from '../scripts/press/in-page/settings.ts'
import { finishPrint } from '../scripts/press/print/finish-print.ts'
import { readObjects } from '../scripts/proof/pdf/objects.ts'
import { auditTypography } from '../scripts/proof/typography/audit.ts'
import { readGlyphs } from '../scripts/proof/typography/read/glyphs.ts'
import { readLines } from '../scripts/proof/typography/read/lines.ts'
import { rules } from '../scripts/proof/typography/rules.ts'
import { type Verdict, verdictOn } from '../scripts/proof/verdict/verdict.ts'
import { plainCss, plainHtml } from './plain-html.ts'

const [folder = 'manuscript/2026-01'] = process.argv.slice(2)
const root = path.resolve(import.meta.dirname, '..')

const { issue: inspected, templates } = await inspect(folder, () => {})
if (!inspected) throw new Error(`${folder} has errors: run kanben check`)
const issue: Issue = inspected

async function byKanben(): Promise<Uint8Array> {
  const bleed = layoutBleed(issue)
  const browser = await launchBrowser()
  try {
    const { raw } = await paginate(browser, layoutPaged(issue, templates, { draft: false }), {
      settings: inPageSettings(issue),
      bleed,
      trim: issue.page.trim,
      onPage: () => {},
      onPrint: () => {},
      signal: new AbortController().signal,
    })
    return (await finishPrint(raw, issue, { layoutBleed: bleed })).bytes
  } finally {
    await browser.close()
  }
}

const content = plainHtml(issue)
const faces = fontFaceCss(
  await subsetFaces(content.replace(/<[^>]*>/g, '') + issue.journal.name + issue.numbering.label),
)
const html = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>${issue.journal.name}</title><style>${plainCss(issue, faces)}</style></head><body>${content}</body></html>`

/** As the command line of pagedjs-cli does it; only the browser is the one that kanben starts, so that all three share it. */
async function byPagedjs(file: string): Promise<Uint8Array> {
  const printer = new Printer({ allowLocal: true, timeout: 0 }) as Printer & {
    pdf(input: string, options: { outlineTags: readonly string[] }): Promise<Uint8Array>
  }
  printer.browser = await launchBrowser()
  try {
    return await printer.pdf(file, { outlineTags: ['h2'] })
  } finally {
    await printer.browser.close()
  }
}

async function byChromium(file: string): Promise<Uint8Array> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`file://${file}`)
    await page.evaluate(() => document.fonts.ready.then(() => 0))
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, timeout: 0 })
  } finally {
    await browser.close()
  }
}

/** As the other two set it: all notes stand behind their article. */
const withEndNotes: Issue = { ...issue, articles: issue.articles.map((article) => ({ ...article, notesAt: 'end' })) }

function audited(issue: Issue, bytes: Uint8Array): { verdict: Verdict; pages: number } {
  const verdict = verdictOn('print')
  const glyphPages = readGlyphs(readObjects(bytes))
  auditTypography(verdict, issue, { edition: 'print', file: 'print.pdf' }, glyphPages, readLines(issue, glyphPages))
  return { verdict, pages: glyphPages.length }
}

const work = await mkdtemp(path.join(tmpdir(), 'kanben-compare-'))
const file = path.join(work, 'issue.html')
await writeFile(file, html)
const columns: { name: string; verdict: Verdict; pages: number }[] = []
try {
  // One after the other: each has the machine for itself.
  for (const [name, read, print] of [
    ['kanben', issue, byKanben],
    ['pagedjs-cli', withEndNotes, () => byPagedjs(file)],
    ['Chromium', withEndNotes, () => byChromium(file)],
  ] as const) {
    const bytes = await print()
    columns.push({ name, ...audited(read, bytes) })
  }
} finally {
  await rm(work, { recursive: true, force: true })
}

const rows = rules.flatMap(({ id, en, check }) => {
  if (!check) return []
  const cells = columns.flatMap(({ verdict }) => {
    const made = verdict.checks.find(({ name }) => name === check)
    return made?.outcome === 'skipped' || !made ? ['–', '–'] : [String(made.places), String(made.faults)]
  })
  return [`| ${id} | ${en} | ${cells.join(' | ')} |`]
})

const head = columns.map(({ name }) => `${name}: places | faults`).join(' | ')
const ruler = columns.map(() => '--: | --:').join(' | ')
const pages = columns.map(({ name, pages }) => `${name} ${pages}`).join(', ')
const text = `# The same issue set three ways

The articles of \`${folder}\` printed by kanben, by stock pagedjs-cli 0.4.3 and by the print style sheets of plain Chromium, and
judged by the same audit (\`scripts/proof/typography\`), which reads the places of the glyphs from the finished PDF. All three use
the same browser (${await browserVersion()}), the same faces, trimmed size, type area, type size and line pitch. The
HTML and the style sheet of the second and the third are what somebody would write who knows CSS well: two justified columns,
indents of 2 em, orphans and widows of 2, headings that avoid a break behind them, and all that Chromium offers for Chinese
(\`text-autospace\`, \`text-spacing-trim: trim-start\`, \`line-break: strict\`, \`text-wrap: pretty\`; \`bench/plain-html.ts\`). Articles that kanben sets in one or three columns stand in two there, notes stand behind
their article. A place is whatever a rule looks at: a line, a mark, a paragraph, a column, a page, a font. Pages: ${pages}.

Made by \`npm run bench:compare\`.

| | Rule | ${head} |
| :-- | :-- | ${ruler} |
${rows.join('\n')}

Chromium writes every colour as RGB, so that no line of the other two is black ink alone (F4), and prints no running title
(I8): these are limits of the tools and no faults of setting. Rules of boxes, bleed, signature, lines and
pictures are checked elsewhere in the proof and are not compared.
`
await writeFile(path.join(root, 'docs/comparison.md'), text)
process.stdout.write(text)
