import { ButtonLink } from '@/components/ui/button'
import { LocalDate } from '@/components/ui/time'
import type { Import } from '@/lib/imports/find-import'
import type { ListedRow } from '@/lib/imports/list-import-rows'
import type { ImportKind } from '@/lib/imports/schema'

/** What tells rows apart at a glance, by kind of file. */
const telling: Record<ImportKind, string[]> = {
  register: ['name', 'externalKey', 'county', 'units'],
  roster: ['association', 'associationKey', 'unit', 'name', 'firstName', 'lastName', 'email', 'ownerSince'],
}
const columnsShown = 6

// A region that scrolls must be reachable by keyboard.
const scrolledByKeys = { tabIndex: 0 }

/** Rows of a file with what was found about each, if anything was; the columns that matter most come first. */
export function RowsTable({
  found,
  rows,
  pageRows,
  nextHref,
  locale,
}: {
  found: Import
  rows: ListedRow[]
  pageRows: number
  nextHref: (after: number) => string
  locale: string
}) {
  const columns = shownColumns(found)
  const page = rows.slice(0, pageRows)
  const last = page.at(-1)
  const someFound = page.some(row => row.messages.length > 0)
  return (
    <>
      <section aria-label="Rows, to be scrolled sideways" {...scrolledByKeys} className="overflow-x-auto">
        <table className="w-full text-13">
          <thead>
            <tr className="border-b text-left text-muted">
              <th scope="col" className="px-4 py-2 text-right font-medium">
                Row
              </th>
              {someFound && (
                <th scope="col" className="min-w-72 px-4 py-2 font-medium">
                  What was found
                </th>
              )}
              {columns.map(column => (
                <th key={column} scope="col" className="px-4 py-2 font-medium whitespace-nowrap">
                  {found.header[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.map(row => (
              <tr key={row.rowNumber} className="border-b align-top last:border-b-0">
                <th scope="row" className="px-4 py-2 text-right font-normal text-muted tabular-nums">
                  {row.rowNumber}
                </th>
                {someFound && (
                  <td className="px-4 py-2">
                    <Messages found={found} row={row} />
                  </td>
                )}
                {columns.map(column => (
                  <td key={column} className="max-w-64 truncate px-4 py-2 text-muted">
                    {shownCell(found, row, column, locale)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > pageRows && last && (
        <div className="flex justify-end border-t px-4 py-2.5">
          <ButtonLink size="sm" href={nextHref(last.rowNumber)} scroll={false}>
            Next rows
          </ButtonLink>
        </div>
      )}
    </>
  )
}

function Messages({ found, row }: { found: Import; row: ListedRow }) {
  if (row.messages.length === 0) return <span className="text-faint">—</span>
  return (
    <ul className="flex flex-col gap-0.5">
      {row.messages.map(({ field, message }) => (
        <li key={`${field} ${message}`}>
          {field && found.header[found.mapping[field] ?? -1] && (
            <span className="text-muted">{found.header[found.mapping[field] ?? -1]}: </span>
          )}
          {message}
        </li>
      ))}
    </ul>
  )
}

/** A cell as the file has it; a date as the day that was read from it, since files write days in many ways. */
function shownCell(found: Import, row: ListedRow, column: number, locale: string) {
  const read = column === found.mapping.ownerSince ? row.ownerSince : null
  return read ? <LocalDate on={read} locale={locale} /> : row.cells[column]
}

function shownColumns(found: Import): number[] {
  const wanted = found.kind ? telling[found.kind].map(name => found.mapping[name]) : []
  const mapped = wanted.filter(column => column !== undefined)
  return (mapped.length > 0 ? mapped : [...found.header.keys()]).slice(0, columnsShown)
}
