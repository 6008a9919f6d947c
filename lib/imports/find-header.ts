import { registerFields } from './register-fields'
import { rosterFields } from './roster-fields'
import { normaliseHeading } from './rules'
import type { TableRow } from './table-row'

const known = new Set<string>(
  [...registerFields, ...rosterFields].flatMap(field => field.headings.split('|')),
)

/**
 * Finds the row with the column headings among the first rows of a file, below a title or blank lines.
 * Headings that are known count most; otherwise the first row of plain labels as wide as the table.
 * @returns index into `rows`, or null when no row will do
 */
export function findHeader(rows: readonly TableRow[]): number | null {
  const widths = rows.map(({ cells }) => cells.filter(cell => cell !== '').length)
  const widest = Math.max(0, ...widths)
  if (widest < 2) return null
  let best: { index: number; score: number } | null = null
  rows.forEach(({ cells }, index) => {
    const filled = cells.filter(cell => cell !== '')
    if (filled.length < 2 || filled.length < widest * 0.5) return
    const recognised = filled.filter(cell => known.has(normaliseHeading(cell))).length
    const labels = filled.filter(isLabel).length
    const distinct = new Set(filled.map(normaliseHeading)).size
    if (labels < filled.length * 0.8 || distinct < filled.length * 0.8) return
    const score = recognised * 10 + filled.length / widest
    if (!best || score > best.score) best = { index, score }
  })
  return (best as { index: number } | null)?.index ?? null
}

function isLabel(cell: string): boolean {
  return (
    cell.length <= 60 &&
    /\p{L}|#/u.test(cell) &&
    !cell.includes('@') &&
    !/^\d/.test(cell) &&
    !/\d{4,}/.test(cell)
  )
}
