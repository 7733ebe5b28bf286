/** In: lines of the audit. Out: the edges that each justified line must keep, where they are known. */
import type { AuditContext, PlacedLine } from './audited.ts'
import { flushEdges, shared } from './columns.ts'
import type { Edges, TypesetLine } from './lines.ts'

/** Text that is justified: it has a right edge to keep. */
const justified = new Set<TypesetLine['kind']>(['body', 'note'])
const known = new WeakMap<AuditContext, (place: PlacedLine) => Edges | null>()

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
      const own = column.lines.filter(({ kind }) => kind === 'body')
      for (const line of own) frames.set(line, { left: column.left, right: blockRight(line, own) ?? column.right })
    }
    const notes = lines.filter(({ kind }) => kind === 'note')
    for (const line of notes) {
      const beside = notes.filter((other) => other.column === line.column)
      const { lefts, rights } = flushEdges(beside)
      const edges = { left: Math.min(...shared(lefts)), right: Math.max(...shared(rights)) }
      if (Number.isFinite(edges.left) && Number.isFinite(edges.right)) frames.set(line, edges)
    }
  }
  const frame = ({ line }: PlacedLine) => (justified.has(line.kind) ? (frames.get(line) ?? null) : null)
  known.set(context, frame)
  return frame
}

/** Where the lines of one text agree on an edge well inside the column, that edge is theirs. */
function blockRight(line: TypesetLine, column: readonly TypesetLine[]): number | null {
  const all = flushEdges(column).rights
  const own = flushEdges(column.filter(({ passage }) => passage === line.passage)).rights
  const right = Math.max(...shared(own))
  return Number.isFinite(right) && right < Math.max(...all) - line.size * 0.75 ? right : null
}
