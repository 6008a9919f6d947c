import { Check, Hammer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'

const today = [
  'Associations with county, time zone, fiscal year and board',
  'Units with exact vote weights and assessment shares',
  'Homeowners, co-ownership and transfers on a date',
  'Lists with saved views, bulk actions and CSV export',
]
const next = [
  'Properties, bookings and calendars',
  'Turnovers and tasks',
  'Owner statements and payouts',
  'Until then: sign up as “both” and start with your associations',
]

function Kind({
  title,
  status,
  icon,
  items,
}: {
  title: string
  status: ReactNode
  icon: ReactNode
  items: string[]
}) {
  return (
    <div className="flex flex-col gap-4 bg-surface p-6 sm:p-8">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-display text-2xl tracking-tight">{title}</h3>
        {status}
      </div>
      <ul className="flex flex-col gap-2.5 text-sm text-muted">
        {items.map(item => (
          <li key={item} className="flex gap-2.5 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0">
            {icon}
            {item}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The two kinds of company, and honestly how far each is. */
export function KindsSection() {
  return (
    <section aria-labelledby="kinds-title" className="border-t bg-sunken">
      <div className="mx-auto max-w-6xl px-5 py-16 lg:py-24">
        <h2
          id="kinds-title"
          className="max-w-xl font-display text-3xl leading-[1.15] tracking-tight sm:text-4xl"
        >
          Two kinds of company, one house
        </h2>
        <div className="mt-10 grid grid-cols-1 gap-px overflow-hidden rounded-xl border border-line-strong bg-line md:grid-cols-2">
          <Kind
            title="Community associations"
            status={<Badge tone="positive">Works today</Badge>}
            icon={<Check aria-hidden className="text-positive" />}
            items={today}
          />
          <Kind
            title="Vacation rentals"
            status={<Badge tone="caution">Being built</Badge>}
            icon={<Hammer aria-hidden className="text-caution" />}
            items={next}
          />
        </div>
      </div>
    </section>
  )
}
