import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { formatNumber } from '@/components/ui/format-number'
import type { ControlTotals } from '@/lib/imports/schema'

/** The account of an import: the file counted anew against the database counted anew. */
export function ControlTable({ control, locale }: { control: ControlTotals; locale: string }) {
  const surplus = control.lines.some(line => line.surplus > 0)
  const right = 'px-4 py-2 text-right tabular-nums max-sm:px-2 max-sm:first:pl-4 max-sm:last:pr-4'
  return (
    <Section
      title="Control totals"
      description="Counted independently after the import: the file from its bytes, the database from its tables."
      padded={false}
    >
      <div className="overflow-x-auto">
        <table className="w-full text-13">
          <thead>
            <tr className="border-b text-left text-muted">
              <th
                scope="col"
                className="px-4 py-2 font-medium max-sm:px-2 max-sm:first:pl-4 max-sm:last:pr-4"
              >
                Of the rows taken
              </th>
              <th scope="col" className={`${right} font-medium`}>
                File
              </th>
              <th scope="col" className={`${right} font-medium`}>
                Database
              </th>
              {surplus && (
                <th scope="col" className={`${right} font-medium`}>
                  Beyond the file
                </th>
              )}
              <th
                scope="col"
                className="px-4 py-2 font-medium max-sm:px-2 max-sm:first:pl-4 max-sm:last:pr-4"
              >
                Result
              </th>
            </tr>
          </thead>
          <tbody>
            {control.lines.map(line => {
              const equal = line.file === line.database - line.surplus
              return (
                <tr key={line.what} className="border-b last:border-b-0">
                  <th
                    scope="row"
                    className="px-4 py-2 text-left font-medium max-sm:px-2 max-sm:first:pl-4 max-sm:last:pr-4"
                  >
                    {line.what}
                  </th>
                  <td className={right}>{formatNumber(line.file, locale)}</td>
                  <td className={right}>{formatNumber(line.database, locale)}</td>
                  {surplus && <td className={right}>{formatNumber(line.surplus, locale)}</td>}
                  <td className="px-4 py-2 max-sm:px-2 max-sm:first:pl-4 max-sm:last:pr-4">
                    <Status tone={equal ? 'positive' : 'caution'}>{equal ? 'Agree' : 'Differ'}</Status>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
