import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { RowOfHouses } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { LocalDate } from '@/components/ui/time'
import { formatShare } from '@/lib/fraction/fraction'
import type { OwnedUnit } from '@/lib/ownerships/list-homeowner-units'

const headings = { now: 'Owns now', later: 'From a later day', before: 'Owned before' }

function UnitRow({ unit }: { unit: OwnedUnit }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5">
      <span className="min-w-48 flex-1">
        <Link
          href={`/manage/units/${unit.unitId}`}
          className="font-medium underline-offset-4 hover:underline"
        >
          Unit {unit.label}
        </Link>{' '}
        <Link
          href={`/manage/associations/${unit.associationId}`}
          className="text-muted underline-offset-4 hover:underline"
        >
          {unit.associationName}
        </Link>
      </span>
      <span className="w-20 tabular-nums">{formatShare(unit.share)}</span>
      <span className="w-56 text-muted sm:text-right">
        {unit.endsOn ? (
          <>
            <LocalDate on={unit.startsOn} /> – <LocalDate on={unit.endsOn} />
          </>
        ) : (
          <>
            since <LocalDate on={unit.startsOn} />
          </>
        )}
      </span>
    </li>
  )
}

/** The units a homeowner owns, will own and owned, with share and dates. */
export function OwnedUnits({ units }: { units: OwnedUnit[] }) {
  if (units.length === 0)
    return (
      <EmptyState
        drawing={<RowOfHouses />}
        title="No unit yet"
        action={<ButtonLink href="/manage/units">Find the unit</ButtonLink>}
      >
        Open the unit and transfer it to this homeowner.
      </EmptyState>
    )
  return (['now', 'later', 'before'] as const).map(when => {
    const those = units.filter(unit => unit.when === when)
    return those.length === 0 ? null : (
      <div key={when} className="border-b last:border-b-0">
        <h3 className="flex items-center gap-2 bg-sunken px-4 py-1.5 text-13 text-muted">
          {headings[when]} <Badge>{those.length}</Badge>
        </h3>
        <ul className="divide-y">
          {those.map(unit => (
            <UnitRow key={unit.ownershipId} unit={unit} />
          ))}
        </ul>
      </div>
    )
  })
}
