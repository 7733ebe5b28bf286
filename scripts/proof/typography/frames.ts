/** In: lines of the audit. Out: the edges that each justified line must keep, where they are known. */
import { type AuditContext, groups, type PlacedLine } from './audited.ts'
import { flushEdges, mark, shared } from './read/columns.ts'
import type { Edges, TypesetLine } from './read/typeset-page.ts'

/** Text that is justified: it has a right edge to keep. */
const justified = new Set<TypesetLine['kind']>(['body', 'note'])
const known = new WeakMap<AuditContext, (place: PlacedLine) => Edges | null>()

/** Where the text of a note begins on its first line. */
function behindLabel({ opens, label, glyphs }: TypesetLine): readonly number[] {
  const first = glyphs[label]
  return opens && label > 0 && first && !mark.test(first.text) ? [first.x] : []
}

/**
 * Body text keeps the edges of its column, a block that is set in from the right its own. Notes may stand in a measure of
 * their own, which their lines show.
 */
export function frameOf(context: AuditContext): (place: PlacedLine) => Edges | null {
  const found = known.get(context)
  if (found) return found
  const frames = new Map<TypesetLine, Edges>()
  for (const { lines, columns } of context.pages) {
    for (const column of columns) {
      const own = groups(
        column.lines.filter(({ kind }) => kind === 'body'),
        ({ passage }) => passage,
      )
      for (const block of own.values()) {
        const right = Math.max(...shared(flushEdges(block).rights))
        // Where the lines of one text agree on an edge well inside the column, that edge is theirs.
        const inset = Number.isFinite(right) && right < column.right - 0.75 * block[0]!.size
        for (const line of block) frames.set(line, { left: column.left, right: inset ? right : column.right })
      }
    }
    const notes = groups(
      lines.filter(({ kind }) => kind === 'note'),
      ({ column }) => column,
    )
    for (const beside of notes.values()) {
      const { lefts, rights } = flushEdges(beside)
      // The label of a note hangs before its lines; a note that stands alone shares that edge with no other.
      const hanging = beside.filter(({ opens }) => opens).map(({ x }) => x)
      const label = Math.min(...shared(lefts), ...hanging)
      const right = Math.max(...shared(rights))
      if (!Number.isFinite(label) || !Number.isFinite(right)) continue
      const text = Math.min(...flushEdges(beside.filter(({ opens }) => !opens)).lefts, ...beside.flatMap(behindLabel))
      for (const line of beside) {
        const left = line.opens || !Number.isFinite(text) ? label : text
        frames.set(line, { left, right })
      }
    }
  }
  const frame = ({ line }: PlacedLine) => (justified.has(line.kind) ? (frames.get(line) ?? null) : null)
  known.set(context, frame)
  return frame
}
