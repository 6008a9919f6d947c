import { formatMoney, formatNumber } from '@/components/ui/format-number'
import { Stats } from '@/components/ui/stat'
import type { CompanyRow } from '@/lib/metrics/read-company-figures'
import type { Limits } from '@/lib/plans/plan'

const money = (minor: string | null | undefined) => formatMoney(minor ?? '0', 'USD')
const count = (value: number | null | undefined) => (value == null ? '—' : formatNumber(value))

/** What the list of companies says of one, side by side, each leading to more about it. */
export function CompanyFigures({ row, limits }: { row: CompanyRow; limits: Limits }) {
  const base = `/tenants/${row.id}`
  return (
    <Stats
      className="mb-5"
      items={[
        {
          label: 'Monthly revenue',
          value: money(row.mrr),
          detail: row.plan ?? 'No plan',
          href: `${base}/billing`,
        },
        { label: 'Overdue', value: money(row.overdue), href: `${base}/billing` },
        { label: 'Homeowners', value: count(row.homeowners), href: `${base}/use` },
        {
          label: 'Users',
          value: count(row.users),
          detail: limits.users === undefined ? 'No limit' : `of ${formatNumber(limits.users)}`,
          href: `${base}/use`,
        },
        {
          label: 'Errors in 24 hours',
          value: row.errors == null ? 'No requests' : `${formatNumber(row.errors)}%`,
          href: `${base}/use`,
        },
      ]}
    />
  )
}
