import { decodeText } from './decode-text'
import { type Delimiter, detectDelimiter } from './detect-delimiter'
import { detectEncoding, type Encoding } from './detect-encoding'
import { UnreadableFile } from './file-problem'
import { findHeader } from './find-header'
import { maxFileBytes } from './limits'
import { openWorkbook } from './open-workbook'
import { readCsv } from './read-csv'
import { readSheet } from './read-sheet'
import { sniffFormat } from './sniff-format'
import { spoolFile } from './spool-file'
import type { TableRow } from './table-row'

const sampleBytes = 64 * 1024
const headerSearchRows = 40

/** What a person corrected by hand; whatever is absent is recognised. */
export type ReadingHints = { encoding?: Encoding; delimiter?: Delimiter; headerRow?: number }

/** A file opened for reading: how it was understood, its headings, and its rows below them. */
export type Table = {
  format: 'csv' | 'xlsx'
  encoding: Encoding | null
  delimiter: Delimiter | null
  sheetName: string | null
  headerRow: number
  header: string[]
  /** Rows after the header, once; the width of each is compared with the header. */
  rows: AsyncIterable<TableRow>
  /** Frees the temporary file and the source; harmless when called twice. */
  close: () => Promise<void>
}

export type TableResult = { ok: true; table: Table } | { ok: false; problem: UnreadableFile }

/**
 * Opens a CSV or .xlsx file from a byte stream without ever holding the whole of it: text is decoded and split as
 * it comes, a workbook is spooled to a temporary file. Iterating `rows` may still throw UnreadableFile.
 * @returns the reason in `problem` when the file is of the wrong kind, too large, or has no headings
 */
export async function readTable(
  bytes: AsyncIterable<Uint8Array>,
  hints: ReadingHints = {},
): Promise<TableResult> {
  const source = limitBytes(bytes, maxFileBytes)
  let raw: RawTable | null = null
  try {
    const { head, whole } = await peekBytes(source, sampleBytes)
    raw = sniffFormat(head) === 'workbook' ? await openSheet(whole) : openText(head, whole, hints)
    const { header, rows } = await splitHeader(raw, hints.headerRow)
    const { facts } = raw
    return {
      ok: true,
      table: {
        ...raw.facts(),
        // Only the whole text proves the encoding.
        get encoding() {
          return facts().encoding
        },
        headerRow: header.number,
        header: header.cells,
        rows,
        close: raw.close,
      },
    }
  } catch (error) {
    await raw?.close()
    await source.return(undefined)
    if (error instanceof UnreadableFile) return { ok: false, problem: error }
    throw error
  }
}

type RawTable = {
  facts: () => Pick<Table, 'format' | 'encoding' | 'delimiter' | 'sheetName'>
  rows: AsyncGenerator<TableRow>
  padded: boolean
  close: () => Promise<void>
}

function openText(head: Buffer, whole: AsyncGenerator<Uint8Array>, hints: ReadingHints): RawTable {
  let encoding = hints.encoding ?? detectEncoding(head)
  const sample = decodeSample(head, encoding)
  if (sample.trim() === '') throw new UnreadableFile('empty')
  const found = detectDelimiter(sample)
  const delimiter = hints.delimiter ?? found.delimiter
  const text = decodeText(whole, encoding, proven => {
    encoding = proven
  })
  const rows = readCsv(text, delimiter)
  return {
    facts: () => ({ format: 'csv', encoding, delimiter, sheetName: null }),
    rows: found.declared ? skipFirst(rows) : rows,
    padded: false,
    close: async () => {
      await rows.return(undefined)
      await whole.return(undefined)
    },
  }
}

async function openSheet(whole: AsyncIterable<Uint8Array>): Promise<RawTable> {
  const spooled = await spoolFile(whole)
  try {
    const workbook = await openWorkbook(spooled.path)
    const rows = readSheet(workbook)
    return {
      facts: () => ({ format: 'xlsx', encoding: null, delimiter: null, sheetName: workbook.sheetName }),
      rows,
      padded: true,
      close: async () => {
        await rows.return(undefined)
        workbook.close()
        await spooled.remove()
      },
    }
  } catch (error) {
    await spooled.remove()
    throw error
  }
}

/** Finds the header among the first rows and gives back the rows that follow it, including those already read. */
async function splitHeader(raw: RawTable, headerRow: number | undefined) {
  const first: TableRow[] = []
  while (first.length < headerSearchRows) {
    const next = await raw.rows.next()
    if (next.done) break
    first.push(next.value)
  }
  const index = headerRow ? first.findIndex(({ number }) => number === headerRow) : findHeader(first)
  const header = index === null ? undefined : first[index]
  if (!header || index === null) throw new UnreadableFile('no_header')
  const width = header.cells.findLastIndex(cell => cell !== '') + 1
  const rest = first.slice(index + 1)
  async function* rows(): AsyncGenerator<TableRow> {
    for (const row of rest) yield fitWidth(row, width, raw.padded)
    for await (const row of raw.rows) yield fitWidth(row, width, raw.padded)
  }
  return { header: { ...header, cells: header.cells.slice(0, width) }, rows: rows() }
}

/** Sheets leave out blank cells at the end of a row; in a CSV file a short row means that something is lost. */
function fitWidth(row: TableRow, width: number, padded: boolean): TableRow {
  const { cells } = row
  if (cells.length === width) return row
  if (cells.length > width) {
    const surplus = cells.slice(width).some(cell => cell !== '')
    return {
      ...row,
      cells: cells.slice(0, width),
      problem: row.problem ?? (surplus ? 'too_many_cells' : null),
    }
  }
  const filled = [...cells, ...Array<string>(width - cells.length).fill('')]
  return { ...row, cells: filled, problem: row.problem ?? (padded ? null : 'too_few_cells') }
}

async function* skipFirst(rows: AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
  for await (const row of rows) if (row.number > 1) yield row
}

async function* limitBytes(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let total = 0
  for await (const chunk of bytes) {
    total += chunk.length
    if (total > limit) throw new UnreadableFile('too_large')
    yield chunk
  }
}

/** Reads the first bytes and gives them back, together with a stream that starts again at the beginning. */
async function peekBytes(source: AsyncGenerator<Uint8Array>, size: number) {
  const chunks: Uint8Array[] = []
  let length = 0
  while (length < size) {
    const next = await source.next()
    if (next.done) break
    chunks.push(next.value)
    length += next.value.length
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* chunks.splice(0)
    yield* source
  }
  return { head: Buffer.concat(chunks), whole: whole() }
}

function decodeSample(head: Buffer, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true }).replace(/^\uFEFF/, '')
}
