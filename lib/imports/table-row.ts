/** Something wrong with the shape of one row, before anybody asks what its cells mean. */
export type RowProblem = 'too_few_cells' | 'too_many_cells' | 'cell_too_long' | 'unreadable_characters'

/** One row of a file: its number as a spreadsheet shows it (from 1), and its cells as text. */
export type TableRow = { number: number; cells: string[]; problem: RowProblem | null }
