import Link from 'next/link'
import { Status } from '@/components/ui/badge'
import { Instant } from '@/components/ui/time'
import type { Grant, Visit } from '@/lib/support-access/list-grants'

const plural = (count: number) => `${count} ${count === 1 ? 'step' : 'steps'} recorded`

function VisitLine({ visit, zone }: { visit: Visit; zone: string }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-13">
      <span className="font-medium">{visit.adminName}</span>
      <span className="text-muted">
        <Instant at={visit.enteredAt} zone={zone} /> to{' '}
        <Instant at={visit.endedAt ?? visit.lastSeenAt} zone={zone} />
      </span>
      <Link
        href={`/manage/audit?visitId=${visit.id}`}
        className="text-accent-ink underline underline-offset-4"
      >
        {plural(visit.steps)}
      </Link>
    </li>
  )
}

function Standing({ grant }: { grant: Grant }) {
  if (grant.inForce) return <Status tone="positive">In force</Status>
  return <Status tone="neutral">{grant.revokedAt ? 'Ended early' : 'Over'}</Status>
}

/** When the company let Portico's support in, and who came. */
export function GrantHistory({ grants, zone }: { grants: Grant[]; zone: string }) {
  return (
    <ul className="divide-y">
      {grants.map(grant => (
        <li key={grant.id} className="px-4 py-3.5">
          <div className="flex flex-wrap items-start justify-between gap-2">
            <p className="min-w-0 font-medium break-words">{grant.purpose}</p>
            <Standing grant={grant} />
          </div>
          <p className="mt-0.5 text-13 text-muted">
            {grant.grantedBy}, <Instant at={grant.grantedAt} zone={zone} /> until{' '}
            <Instant at={grant.revokedAt ?? grant.expiresAt} zone={zone} />
          </p>
          {grant.visits.length === 0 ? (
            <p className="mt-2 text-13 text-muted">Nobody came in.</p>
          ) : (
            <ul className="mt-2 flex flex-col gap-1">
              {grant.visits.map(visit => (
                <VisitLine key={visit.id} visit={visit} zone={zone} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
