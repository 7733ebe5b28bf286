/** In: an issue folder and a number of runs. Out: seconds per stage of a whole build, as minimum and median, on stdout. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Stage } from '../scripts/model/outcome.ts'
import { buildIssue } from '../scripts/pipeline.ts'

const [folder = 'manuscript/2026-01', runs = '3'] = process.argv.slice(2)
const laps = new Map<Stage | 'total', number[]>()
const add = (stage: Stage | 'total', seconds: number) => laps.set(stage, [...(laps.get(stage) ?? []), seconds])

for (let run = 0; run < Number(runs); run++) {
  const out = await mkdtemp(path.join(tmpdir(), 'kanben-bench-'))
  const started = performance.now()
  const spent = new Map<Stage, number>()
  let current: Stage | null = null
  let since = started
  const turn = (next: Stage | null) => {
    const now = performance.now()
    if (current) spent.set(current, (spent.get(current) ?? 0) + (now - since) / 1000)
    current = next
    since = now
  }
  const { diagnostics, delivered } = await buildIssue(folder, {
    editions: ['print', 'screen', 'epub'],
    out,
    draft: false,
    locale: 'en',
    progress: ({ stage }) => stage !== current && turn(stage),
    signal: new AbortController().signal,
  })
  turn(null)
  await rm(out, { recursive: true, force: true })
  if (delivered.length === 0) throw new Error(`nothing was built: ${diagnostics.map((d) => d.code).join(', ')}`)
  for (const [stage, seconds] of spent) add(stage, seconds)
  add('total', (performance.now() - started) / 1000)
}

for (const [stage, list] of laps) {
  const sorted = [...list].sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)]!
  process.stdout.write(`${stage.padEnd(10)} min ${sorted[0]!.toFixed(2)} s   median ${median.toFixed(2)} s\n`)
}
