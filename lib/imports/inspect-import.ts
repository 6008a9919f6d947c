import { inTenant, type TenantContext } from '@/lib/db/in-tenant'
import { readBytes } from '@/lib/files/read-bytes'
import { type Delimiter, delimiters } from './detect-delimiter'
import { type Encoding, encodings } from './detect-encoding'
import { failImport } from './fail-import'
import type { Import } from './find-import'
import { guessKind, guessMapping } from './guess-mapping'
import { fitMapping, headerKey } from './header-key'
import { lockImport } from './lock-import'
import { type ReadingHints, readTable, type Table } from './read-table'
import { fieldsOf, type ImportKind, type Mapping } from './schema'

const sampleRows = 6

/** What an import says of how its file is to be read; a value that is no longer known is recognised anew. */
export function hintsOf(found: Pick<Import, 'encoding' | 'delimiter' | 'headerRow'>): ReadingHints {
  const encoding = encodings.find(known => known === found.encoding)
  const delimiter = delimiters.find(known => known === found.delimiter)
  return {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(found.headerRow !== null && { headerRow: found.headerRow }),
  }
}

/** Looks at an uploaded file: how it is read, its headings and first rows, and which column is what. */
export async function inspectImport(context: TenantContext, found: Import): Promise<void> {
  const opened = await readTable(readBytes(context, found.fileId), hintsOf(found))
  if (!opened.ok) return failImport(context, found.id, opened.problem)
  const { table } = opened
  try {
    const sample: string[][] = []
    for await (const { cells } of table.rows)
      if (sample.push(cells.map(cell => cell.slice(0, 200))) === sampleRows) break
    await keepInspection(context, found, table, sample)
  } catch (error) {
    await failImport(context, found.id, error)
  } finally {
    await table.close()
  }
}

async function keepInspection(
  context: TenantContext,
  found: Import,
  table: Table,
  sample: string[][],
): Promise<void> {
  const key = headerKey(table.header)
  await inTenant(context, async tx => {
    if (!(await lockImport(tx, found.id, 'uploaded'))) return
    const remembered = await tx.$queryRaw<{ kind: ImportKind; mapping: Mapping }[]>`
      select kind, mapping from app.import_mappings where header_key = ${key}`
    const { kind, mapping } = chooseMapping(found.kind, table.header, remembered[0])
    await tx.$executeRaw`
      update app.imports set state = 'inspected', kind = ${kind}, format = ${table.format},
        encoding = ${table.encoding satisfies Encoding | null}, delimiter = ${table.delimiter satisfies Delimiter | null},
        sheet_name = ${table.sheetName}, header_row = ${table.headerRow}::int, header = ${table.header},
        sample = ${JSON.stringify(sample)}::jsonb, mapping = ${JSON.stringify(mapping)}::jsonb
      where id = ${found.id}::uuid`
  })
}

function chooseMapping(
  chosen: ImportKind | null,
  header: readonly string[],
  remembered: { kind: ImportKind; mapping: Mapping } | undefined,
): { kind: ImportKind | null; mapping: Mapping } {
  const kind = chosen ?? remembered?.kind ?? guessKind(header).kind
  if (!kind) return { kind, mapping: {} }
  if (remembered?.kind === kind)
    return { kind, mapping: fitMapping(remembered.mapping, header, fieldsOf(kind)) }
  return { kind, mapping: guessMapping(header, kind) }
}
