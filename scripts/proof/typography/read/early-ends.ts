/** In: a line and the room it leaves at its right. Out: whether what follows in its text had none there. */
import type { TypesetLine } from './typeset-page.ts'

/** Behind these an address or code may break. */
const joint = /^[/.\-?=&_,;:~+@#%|\\]$/
/** Ems that a character of Latin text takes at the least, on the average of a word. */
const narrow = 0.35

/** Characters from the start of Latin text to the first place where it may break. */
function undivided(text: string): number {
  const run = /^[!-~\u00a1-\u024f]+/.exec(text)?.[0] ?? ''
  for (let i = 3; i < run.length; i++) if (joint.test(run[i - 1]!) && !joint.test(run[i]!)) return i
  return run.length
}

/** A line before an address or a long word that would not fit ends where it ends: spread, it would show holes. */
export function endsEarly({ passage, to, closes, size }: TypesetLine, room: number): boolean {
  if (!passage || closes) return false
  const taken = undivided(passage.text.slice(to)) * narrow * size
  return taken > 0 && taken >= room - size / 2
}

/** Latin text that is one address, or as long as one: its marks are part of a name and no stops. */
export function insideAddress({ passage, from }: TypesetLine): boolean {
  if (!passage || from === 0) return false
  const before = /[!-~]*$/.exec(passage.text.slice(0, from))![0]
  const behind = /^[!-~]*/.exec(passage.text.slice(from))![0]
  if (before === '' || behind === '') return false
  return /:\/\/|www\.|@|10\.\d{4,}\/|(?:[^./_-]+[./_=&-]){3,}/.test(before + behind)
}
