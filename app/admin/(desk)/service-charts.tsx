import { BarList } from '@/components/chart/bar-list'
import { Section } from '@/components/ui/card'
import { formatNumber } from '@/components/ui/format-number'
import { fewestRequests, type WorstRow } from '@/lib/metrics/read-service'
import { writeShare, writeWithin } from './write-service'

const counted = ({ requests }: WorstRow) => `of ${formatNumber(requests)}`

function Worst({
  title,
  description,
  none,
  rows,
}: {
  title: string
  description: string
  none: string
  rows: { row: WorstRow; value: number; detail: string }[]
}) {
  return (
    <Section title={title} description={description}>
      {rows.length === 0 ? (
        <p className="text-13 text-muted">{none}</p>
      ) : (
        <BarList
          label={title}
          format={writeShare}
          rows={rows.map(({ row, value, detail }) => ({
            key: row.tenantId,
            label: row.name,
            value,
            detail,
            href: `/tenants/${row.tenantId}/use#service`,
          }))}
        />
      )}
    </Section>
  )
}

/** The companies whose pages were slowest and those whose pages broke most, each bar leading to its hours and days. */
export function ServiceCharts({ slow, broken }: { slow: WorstRow[]; broken: WorstRow[] }) {
  const which = `Companies with ${fewestRequests} requests or more in the last 24 hours, worst first.`
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Worst
        title="Slow requests"
        description={`Share that took more than half a second. ${which}`}
        none="No request of theirs took more than half a second in the last 24 hours."
        rows={slow.map(row => ({
          row,
          value: row.slowShare,
          detail: `${counted(row)}, 95% ${writeWithin(row.p95)}`,
        }))}
      />
      <Worst
        title="Broken requests"
        description={`Share that ended in an error of ours. ${which}`}
        none="No request of theirs broke in the last 24 hours."
        rows={broken.map(row => ({ row, value: row.errorShare, detail: counted(row) }))}
      />
    </div>
  )
}
