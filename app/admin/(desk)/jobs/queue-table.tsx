import type { ReactNode } from 'react'
import { Status } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Instant } from '@/components/ui/time'
import type { QueueState } from '@/lib/jobs/list-queues'

/** A job that has been due for longer than this means that workers are missing. */
const lateMs = 120_000

/** Every queue with what waits, runs and was done in a day. */
export function QueueTable({ queues }: { queues: QueueState[] }) {
  return (
    <Card className="overflow-x-auto">
      <table className="w-full text-13 tabular-nums">
        <thead>
          <tr className="border-b bg-sunken text-muted">
            <Head start>Queue</Head>
            <Head>Waiting</Head>
            <Head>To try again</Head>
            <Head>Running</Head>
            <Head>Done in 24 h</Head>
            <Head>Given up in 24 h</Head>
            <Head start>State</Head>
          </tr>
        </thead>
        <tbody className="divide-y">
          {queues.map(queue => (
            <tr key={queue.name}>
              <th scope="row" className="px-4 py-2.5 text-start font-medium">
                {queue.name}
              </th>
              <Count of={queue.waiting} />
              <Count of={queue.retrying} />
              <Count of={queue.active} />
              <Count of={queue.completed} />
              <Count of={queue.failed} />
              <td className="px-4 py-2.5">
                <Standing queue={queue} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Standing({ queue: { dueSince, active } }: { queue: QueueState }) {
  const late = dueSince && Date.now() - dueSince.getTime() > lateMs
  if (late)
    return (
      <Status tone="critical">
        Late since <Instant at={dueSince} zone="UTC" zoned />
      </Status>
    )
  return active > 0 ? <Status tone="info">Working</Status> : <Status tone="positive">Up to date</Status>
}

function Head({ start, children }: { start?: boolean; children: ReactNode }) {
  return (
    <th
      scope="col"
      className={`px-4 py-2 font-medium whitespace-nowrap ${start ? 'text-start' : 'text-end'}`}
    >
      {children}
    </th>
  )
}

function Count({ of }: { of: number }) {
  return (
    <td className={`px-4 py-2.5 text-end ${of === 0 ? 'text-faint' : ''}`}>{of.toLocaleString('en-US')}</td>
  )
}
