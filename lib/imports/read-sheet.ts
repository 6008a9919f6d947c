import { UnreadableFile } from './file-problem'
import { formatNumber, plainStyle } from './format-cell'
import { maxColumns } from './limits'
import { type OpenWorkbook, refuseDamage } from './open-workbook'
import { parseXml } from './parse-xml'
import { shapeRow } from './read-csv'
import type { TableRow } from './table-row'

const maxCellBuffer = 1_000_000

type Cell = { column: number; type: string; style: number; text: string }

/**
 * Reads the rows of the sheet that `openWorkbook` chose, as they stand in the file, a piece at a time. Values of
 * formulas are those stored by the program that saved the workbook.
 * @throws UnreadableFile when the sheet is damaged
 */
export async function* readSheet(workbook: OpenWorkbook): AsyncGenerator<TableRow> {
  let ready: TableRow[] = []
  let cells: string[] = []
  let number = 0
  let cell: Cell | null = null
  let inValue = false
  let phonetic = false
  const steps = parseXml(await workbook.openSheet().catch(refuseDamage), {
    open: (name, a) => {
      if (name === 'row') {
        number = a.r ? Number(a.r) : number + 1
        cells = []
      } else if (name === 'c') {
        cell = {
          column: a.r ? columnOf(a.r) : cells.length,
          type: a.t ?? 'n',
          style: Number(a.s ?? 0),
          text: '',
        }
      } else if (name === 'rPh') phonetic = true
      else if (name === 'v' || (name === 't' && !phonetic)) inValue = true
    },
    text: piece => {
      if (!inValue || !cell) return
      cell.text += piece
      if (cell.text.length > maxCellBuffer) throw new UnreadableFile('row_too_long', number)
    },
    close: name => {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'c' && cell) {
        if (cell.column < maxColumns) cells[cell.column] = readCell(cell, workbook)
        cell = null
      } else if (name === 'row') {
        const row = Array.from(cells, text => text ?? '')
        if (row.some(text => text.trim() !== '')) ready.push(shapeRow(number, row))
      }
    },
  })
  try {
    for await (const _ of steps) {
      const batch = ready
      ready = []
      yield* batch
    }
  } catch (error) {
    refuseDamage(error)
  }
}

function readCell({ type, style, text }: Cell, { strings, styles, date1904 }: OpenWorkbook): string {
  switch (type) {
    case 's':
      return unescapeText(strings.get(Number(text)))
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE'
    case 'd':
      return text.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ')
    case 'str':
    case 'inlineStr':
      return unescapeText(text)
    case 'e':
      return text
    default:
      return formatNumber(text, styles[style] ?? plainStyle, date1904)
  }
}

/** Excel writes characters that XML cannot hold as _xHHHH_. */
function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** Column from 0 of a reference such as AB12. */
function columnOf(reference: string): number {
  let column = 0
  for (const char of reference) {
    const letter = char.charCodeAt(0) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}
