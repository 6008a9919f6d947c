import type { RowMessage } from './schema'
import type { RowProblem } from './table-row'

const sentences: Record<RowProblem, string> = {
  too_few_cells: 'The row has fewer cells than the header.',
  too_many_cells: 'The row has more cells than the header.',
  cell_too_long: 'A cell is longer than 32,767 characters.',
  unreadable_characters: 'The row holds characters that cannot be read in this encoding.',
}

/** The message for a row whose shape is wrong. */
export function messageOf(problem: RowProblem): RowMessage {
  return { field: null, message: sentences[problem] }
}
