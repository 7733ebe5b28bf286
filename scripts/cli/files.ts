/** In: folders and byte counts. Out: the newest issue, sizes and times as people read them. */
import { glob, path } from 'zx'

const natural = new Intl.Collator('en', { numeric: true })

/** The last issue folder by name in natural order (2026-2 before 2026-10); null where there is none. */
export async function newestIssue(manuscripts: string): Promise<string | null> {
  const manifests = await glob('*/issue.yaml', { cwd: manuscripts })
  const newest = manifests
    .map((manifest) => path.dirname(manifest))
    .sort(natural.compare)
    .at(-1)
  return newest === undefined ? null : path.join(manuscripts, newest)
}

/** 999 B, 12 kB, 1.2 MB: powers of 1000, as file managers count. */
export function humanSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** 4.2 s below a minute, 1:05 above. */
export function humanTime(seconds: number): string {
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
