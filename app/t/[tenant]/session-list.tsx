import { Monitor, Smartphone } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Instant } from '@/components/ui/time'
import type { OpenSession } from '@/lib/auth/list-sessions'

/** The devices on which somebody is signed in; `current` is the one in front of the reader, `act` what can be done. */
export function SessionList({
  sessions,
  zone,
  current,
  act,
}: {
  sessions: OpenSession[]
  zone: string
  current?: string
  act: (session: OpenSession) => ReactNode
}) {
  return (
    <ul className="divide-y">
      {sessions.map(session => {
        const Icon = session.handheld ? Smartphone : Monitor
        return (
          <li key={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
            <Icon aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.5} />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 font-medium">
                {session.device}
                {session.id === current && <Badge tone="accent">This device</Badge>}
              </p>
              <p className="text-13 text-muted">
                {session.address && <>{session.address} · </>}
                Last seen <Instant at={session.lastSeenAt} zone={zone} /> · signed in{' '}
                <Instant at={session.startedAt} zone={zone} dateOnly />
              </p>
            </div>
            {act(session)}
          </li>
        )
      })}
    </ul>
  )
}
