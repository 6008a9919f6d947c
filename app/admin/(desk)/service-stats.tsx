import { formatNumber } from '@/components/ui/format-number'
import { Stats } from '@/components/ui/stat'
import type { ServiceRow } from '@/lib/metrics/read-service'
import { writeShare, writeWithin } from './write-service'

const broken = (errors: number, requests: number) =>
  errors === 0 ? 'None' : `${formatNumber(errors)} (${writeShare(errors / requests)})`

/** How one company's requests went, as figures side by side. */
export function ServiceStats({ row: { requests, errors, p95 } }: { row: ServiceRow }) {
  return (
    <Stats
      items={[
        { label: 'Requests', value: formatNumber(requests) },
        { label: '95% within', value: writeWithin(p95) },
        { label: 'Errors', value: broken(errors, requests) },
      ]}
    />
  )
}
