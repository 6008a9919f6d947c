import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Delimiter } from './detect-delimiter'
import { UnreadableFile } from './file-problem'
import { maxCellLength, maxColumns } from './limits'
import type { TableRow } from './table-row'

const maxRecordLength = 1_000_000

/**
 * Reads rows from decoded text: CRLF, LF or CR, quoted cells with line breaks inside, stray quotes tolerated.
 * Blank rows are numbered and left out; the width of a row is judged by the caller.
 * @throws UnreadableFile when a quotation mark is never closed, with the row in which it opens
 */
export async function* readCsv(text: AsyncIterable<string>, delimiter: Delimiter): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: maxRecordLength,
  })
  const source = Readable.from(text)
  source.once('error', error => parser.destroy(error))
  source.pipe(parser)
  let number = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number++
      if (record.some(cell => cell.trim() !== '')) yield shapeRow(number, record)
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UnreadableFile(
      error.code === 'CSV_MAX_RECORD_SIZE' ? 'row_too_long' : 'quote_not_closed',
      Number(error.records ?? number) + 1,
    )
  } finally {
    source.destroy()
    parser.destroy()
  }
}

/** Trims cells, cuts what exceeds the limits and says so. */
export function shapeRow(number: number, record: readonly string[]): TableRow {
  let problem: TableRow['problem'] = null
  const cells = record.slice(0, maxColumns).map(cell => {
    if (cell.length > maxCellLength) problem = 'cell_too_long'
    else if (cell.includes('\uFFFD')) problem ??= 'unreadable_characters'
    return cell.slice(0, maxCellLength).trim()
  })
  if (record.length > maxColumns && record.slice(maxColumns).some(cell => cell.trim() !== ''))
    problem ??= 'too_many_cells'
  return { number, cells, problem }
}
