import { formatNumber } from '@/components/ui/format-number'
import { Stats } from '@/components/ui/stat'
import { TableHead } from '@/components/ui/table-head'
import type { ServiceRow } from '@/lib/metrics/read-service'

// Some spaces do not break, so that a number keeps its unit on phones.
const within = (p95: number | null) =>
  p95 === null ? 'over 5\u00a0s' : `≤\u00a0${formatNumber(p95)}\u00a0ms`

const broken = (errors: number, requests: number) =>
  errors === 0
    ? 'None'
    : `${formatNumber(errors)} (${formatNumber(errors / requests, 'en-US', { style: 'percent', maximumFractionDigits: 1 })})`

/** How one company's requests went, as figures side by side. */
export function ServiceStats({ row: { requests, errors, p95 } }: { row: ServiceRow }) {
  return (
    <Stats
      items={[
        { label: 'Requests', value: formatNumber(requests) },
        { label: '95% within', value: within(p95) },
        { label: 'Errors', value: broken(errors, requests) },
      ]}
    />
  )
}

const columns = [
  { label: 'Company' },
  { label: 'Requests', end: true },
  { label: '95% within', end: true },
  { label: 'Errors', end: true },
]

/** How each company's requests went: how many, how quick, how many broke. */
export function ServiceTable({ rows }: { rows: ServiceRow[] }) {
  if (rows.length === 0) return <p className="text-muted">No requests were counted in the last 24 hours.</p>
  return (
    <div className="overflow-x-auto rounded-lg border bg-surface">
      <table className="w-full text-left text-13">
        <TableHead columns={columns} />
        <tbody className="tabular-nums">
          {rows.map(({ tenantId, name, requests, errors, p95 }) => (
            <tr key={tenantId} className="border-t">
              <th scope="row" className="px-4 py-2 font-medium">
                <a href={`/tenants/${tenantId}`} className="hover:underline">
                  {name}
                </a>
              </th>
              <td className="px-4 py-2 text-right">{formatNumber(requests)}</td>
              <td className="px-4 py-2 text-right">{within(p95)}</td>
              <td className="px-4 py-2 text-right">{broken(errors, requests)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
