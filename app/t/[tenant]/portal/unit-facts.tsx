import type { ReactNode } from 'react'
import { formatLocalDate } from '@/components/ui/format-date'
import { formatShare } from '@/lib/fraction/fraction'
import type { MyUnit } from '@/lib/portal/read-my-units'

/** The address of a unit in one line. */
export function addressOf({ street, city, region, postalCode }: Record<AddressPart, string | null>): string {
  return [street, [city, [region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')]
    .filter(Boolean)
    .join(', ')
}

/** A unit's label as a name: `Unit 12B`, but `Lot 7` and `Apt 3` as they are. */
export function unitName(label: string): string {
  return /^(unit|apt|apartment|suite|lot|villa|slip|#)/i.test(label) ? label : `Unit ${label}`
}

type AddressPart = 'street' | 'city' | 'region' | 'postalCode'

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-2.5">
      <dt className="text-muted">{label}</dt>
      <dd className="text-right font-medium tabular-nums">{children}</dd>
    </div>
  )
}

/** What a homeowner owns of a unit: share, since when, with whom. */
export function UnitFacts({ unit, locale }: { unit: MyUnit; locale: string }) {
  const alone = unit.coOwners.length === 0
  return (
    <dl className="divide-y">
      <Fact label="Your share">{formatShare(unit.share)}</Fact>
      <Fact label="Owner since">
        <time dateTime={unit.since}>{formatLocalDate(unit.since, 'medium', locale)}</time>
      </Fact>
      {!alone && (
        <Fact label={unit.coOwners.length === 1 ? 'Co-owner' : 'Co-owners'}>
          <ul>
            {unit.coOwners.map(({ name, share }) => (
              <li key={name}>
                {name} <span className="font-normal text-muted">{formatShare(share)}</span>
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  )
}
