import { formatNumber } from '@/components/ui/format-number'
import type { ServiceRow } from '@/lib/metrics/read-service'

const within = (p95: number | null) => (p95 === null ? 'over 5,000 ms' : `≤ ${formatNumber(p95)} ms`)

/** How each company's requests went: how many, how quick, how many broke. */
export function ServiceTable({ rows }: { rows: ServiceRow[] }) {
  if (rows.length === 0) return <p className="text-muted">No requests were counted in the last 24 hours.</p>
  return (
    <div className="overflow-x-auto rounded-lg border bg-surface">
      <table className="w-full text-left text-13">
        <thead className="bg-sunken text-muted">
          <tr>
            <th scope="col" className="px-3 py-2 font-medium">
              Company
            </th>
            <th scope="col" className="px-3 py-2 text-right font-medium">
              Requests
            </th>
            <th scope="col" className="px-3 py-2 text-right font-medium">
              95 of 100 within
            </th>
            <th scope="col" className="px-3 py-2 text-right font-medium">
              Errors
            </th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {rows.map(({ tenantId, name, requests, errors, p95 }) => (
            <tr key={tenantId} className="border-t">
              <th scope="row" className="px-3 py-2 font-medium">
                <a href={`/tenants/${tenantId}`} className="hover:underline">
                  {name}
                </a>
              </th>
              <td className="px-3 py-2 text-right">{formatNumber(requests)}</td>
              <td className="px-3 py-2 text-right">{within(p95)}</td>
              <td className="px-3 py-2 text-right">
                {errors === 0
                  ? 'None'
                  : `${formatNumber(errors)} (${formatNumber(errors / requests, 'en-US', { style: 'percent', maximumFractionDigits: 1 })})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
