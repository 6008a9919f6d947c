export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/**
 * Finds the character that separates cells: the one that gives the most rows of one and the same width.
 * @returns the delimiter, and whether a first line `sep=…` named it (that line is then no data)
 */
export function detectDelimiter(sample: string): { delimiter: Delimiter; declared: boolean } {
  const declared = /^\uFEFF?sep=([,;\t|])\r?\n/i.exec(sample)?.[1]
  if (declared) return { delimiter: declared as Delimiter, declared: true }
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const score = scoreDelimiter(sample, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return { delimiter: best.delimiter, declared: false }
}

/** Share of rows that have the commonest width above one cell, with a little weight for the width itself. */
function scoreDelimiter(sample: string, delimiter: Delimiter): number {
  const widths = countCells(sample, delimiter)
  const tally = new Map<number, number>()
  for (const width of widths) if (width > 1) tally.set(width, (tally.get(width) ?? 0) + 1)
  let score = 0
  for (const [width, rows] of tally)
    score = Math.max(score, (rows / widths.length) * (1 + Math.min(width, 30) / 60))
  return score
}

/** Cells per row of the sample, at most 100 rows, not counting delimiters inside quotes; the cut last row is left out. */
function countCells(sample: string, delimiter: string): number[] {
  const widths: number[] = []
  let quoted = false
  let width = 1
  let atStart = true
  let blank = true
  let justClosed = false
  for (const char of sample) {
    if (char === '"' && (quoted || atStart || justClosed)) {
      justClosed = quoted
      quoted = !quoted
      atStart = false
      blank = false
      continue
    }
    justClosed = false
    if (!quoted && (char === '\n' || char === '\r')) {
      if (!blank) widths.push(width)
      if (widths.length === 100) return widths
      width = 1
      atStart = true
      blank = true
      continue
    }
    blank = false
    atStart = !quoted && char === delimiter
    if (atStart) width++
  }
  if (!blank) widths.push(width)
  return widths.length > 2 ? widths.slice(0, -1) : widths
}
