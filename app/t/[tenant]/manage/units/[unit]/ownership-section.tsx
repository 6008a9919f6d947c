import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Neighbours } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { LocalDate } from '@/components/ui/time'
import { formatShare } from '@/lib/fraction/fraction'
import type { KnownPeriod, UnitHistory } from '@/lib/ownerships/read-history'
import { ownsOn } from '@/lib/ownerships/rules'
import { EndOwnership } from './ownership/end-ownership'

function PeriodLine({ period }: { period: KnownPeriod }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5">
      <span className="min-w-48 flex-1 truncate">
        <Link
          href={`/manage/homeowners/${period.homeownerId}`}
          className="font-medium underline-offset-4 hover:underline"
        >
          {period.name}
        </Link>
        {period.email && <span className="ml-2 text-13 text-muted">{period.email}</span>}
      </span>
      <span className="w-20 tabular-nums">{formatShare(period.share)}</span>
      <span className="w-56 text-muted sm:text-right">
        {period.endsOn ? (
          <>
            <LocalDate on={period.startsOn} /> – <LocalDate on={period.endsOn} />
          </>
        ) : (
          <>
            since <LocalDate on={period.startsOn} />
          </>
        )}
      </span>
    </li>
  )
}

function Group({ title, periods }: { title: string; periods: KnownPeriod[] }) {
  if (periods.length === 0) return null
  return (
    <div className="border-b last:border-b-0">
      <h3 className="flex items-center gap-2 bg-sunken px-4 py-1.5 text-13 text-muted">
        {title} <Badge>{periods.length}</Badge>
      </h3>
      <ul className="divide-y">
        {periods.map(period => (
          <PeriodLine key={period.id} period={period} />
        ))}
      </ul>
    </div>
  )
}

/**
 * Who owns a unit, owned it and will own it, for the unit's record page; load `history` with `readHistory` in the
 * page.
 * @param canWrite whether the reader may transfer and correct (`homeowner:write`)
 */
export function OwnershipSection({ history, canWrite }: { history: UnitHistory; canWrite: boolean }) {
  const { unit, periods, today, seen } = history
  const current = periods.filter(period => ownsOn(period, today))
  const later = periods.filter(period => period.startsOn > today)
  const before = periods.filter(period => period.endsOn !== null && period.endsOn <= today)
  const writable = canWrite && !unit.archived
  const base = `/manage/units/${unit.id}/ownership`
  const transfer = (
    <ButtonLink href={`${base}/transfer`} size="sm">
      {current.length > 0 ? 'Transfer' : 'Record the owner'}
    </ButtonLink>
  )
  return (
    <Section
      id="ownership"
      title="Ownership"
      padded={false}
      actions={
        writable &&
        periods.length > 0 && (
          <>
            {current.length > 0 && <EndOwnership unitId={unit.id} seen={seen} today={today} />}
            <ButtonLink href={`${base}/correct`} size="sm" variant="ghost">
              Correct
            </ButtonLink>
            {transfer}
          </>
        )
      }
    >
      {periods.length === 0 ? (
        <EmptyState drawing={<Neighbours />} title="No owner on record" action={writable && transfer}>
          Say who owns this unit, from which day and with which share.
        </EmptyState>
      ) : (
        <>
          {current.length === 0 && <p className="px-4 py-3 text-muted">Nobody is known to own it today.</p>}
          <Group title="Owns now" periods={current} />
          <Group title="From a later day" periods={later} />
          <Group title="Owned before" periods={before} />
        </>
      )}
    </Section>
  )
}
