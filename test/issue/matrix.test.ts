import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EditionName } from '../../scripts/model/edition.ts'
import type { Issue } from '../../scripts/model/issue.ts'
import type { Proof } from '../../scripts/model/proof.ts'
import { prove } from '../../scripts/proof/prove.ts'
import { importFile } from '../../scripts/scaffold.ts'
import { invented, printedIsThere, spreads } from '../support/spreads.ts'
import { themes } from '../themes.ts'
import { finished, issueOf, laidOut, root } from './produce.ts'

const trims = [
  { width: 210, height: 285 },
  { width: 210, height: 297 },
  { width: 185, height: 260 },
]

const cases = [...themes.keys()].flatMap((theme) =>
  trims.map((trim) => ({ theme, trim, name: `${theme}, ${trim.width}×${trim.height}` })),
)

/** The same issue in another theme and trim; enough fillers for any page count. */
const inForm = (issue: Issue, theme: string, trim: Issue['page']['trim']): Issue => ({
  ...issue,
  page: { ...issue.page, trim, measures: themes.get(theme)!, fillers: ['notes', 'blank', 'notes'] },
  style: { ...issue.style, theme },
})

/** A book knows of no trim: it is made and proved with the first of them. */
async function proved(issue: Issue): Promise<Proof> {
  const editions: EditionName[] = issue.page.trim === trims[0] ? ['print', 'screen', 'epub'] : ['print']
  return prove(issue, await finished(issue, await laidOut(issue), editions), 'test')
}

/** Rules of the line and the column that no page may break, by the name of their check. */
const strict = [
  'line-start',
  'line-end',
  'connector-start',
  'slash-edge',
  'mark-whole',
  'mark-at-end',
  'marks-apart',
  'opening-mark',
  'overhang',
  'lone-character',
  'widow',
  'heading-at-foot',
  'off-grid',
  'measure',
  'pitch',
  'unbalanced',
]

function expectMastersPage(proof: Proof): void {
  expect(proof.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  const audit = new Map(proof.checks.map((check) => [check.name, check]))
  for (const rule of strict) {
    const { faults, because } = audit.get(`typography/${rule}`)!
    expect({ rule, faults, because }).toEqual({ rule, faults: 0, because: undefined })
  }
  for (const rule of ['line-start', 'mark-at-end', 'marks-apart', 'lone-character', 'off-grid', 'unbalanced']) {
    expect(audit.get(`typography/${rule}`)!.places, rule).toBeGreaterThan(0)
  }
  const loose = audit.get('typography/loose-line')!
  expect(loose.faults! / loose.places!).toBeLessThan(0.01)
}

describe('the demonstration issue is set by the rules', () => {
  test.each(cases)('in $name', async ({ theme, trim }) => {
    expectMastersPage(await proved(inForm(await issueOf(path.join(root, 'manuscript/2026-01')), theme, trim)))
  })
})

/** Every text in every form takes minutes: where there is a printed one too, the invented one is set in the smallest trim alone. */
const spreadCases = spreads.flatMap((spread) =>
  cases
    .filter(({ trim }) => spread !== invented || !printedIsThere || trim === trims[2])
    .map((form) => ({ ...form, ...spread, form: form.name })),
)

describe('raw text is set by the rules', () => {
  test.each(spreadCases)('$name in $form', async ({ theme, trim, file }) => {
    const folder = path.join(await mkdtemp(path.join(tmpdir(), 'kanben-matrix-')), '2024-06')
    await importFile(file, folder)
    const manifest = path.join(folder, 'issue.yaml')
    const filled = (await readFile(manifest, 'utf8'))
      .replace('待填出版日期', '2024-06-01')
      .replaceAll(/: 待填(\S+)/g, ': （示例）$1')
    await writeFile(manifest, filled)
    expectMastersPage(await proved(inForm(await issueOf(folder), theme, trim)))
  })
})
