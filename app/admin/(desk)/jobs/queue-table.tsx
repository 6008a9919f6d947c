import type { ReactNode } from 'react'
import { Status } from '@/components/ui/badge'
import { Instant } from '@/components/ui/time'
import { jobTitle } from '@/lib/jobs/job-titles'
import type { QueueState } from '@/lib/jobs/list-queues'

// A wide table scrolls sideways on phones, and those who use keys must be able to scroll it too.
const scrolledByKeys = { tabIndex: 0 }

/** A job that has been due for longer than this means that workers are missing. */
const lateMs = 120_000

/** Every queue with what waits, runs and was done in a day. */
export function QueueTable({ queues }: { queues: QueueState[] }) {
  return (
    <section
      aria-label="Queues"
      {...scrolledByKeys}
      className="overflow-x-auto rounded-lg border bg-surface focus-visible:-outline-offset-2"
    >
      <table className="w-full text-13 tabular-nums">
        <thead>
          <tr className="border-b bg-sunken text-muted">
            <Head start>Job</Head>
            <Head>Waiting</Head>
            <Head>To be tried again</Head>
            <Head>Running</Head>
            <Head>Done, 24 h</Head>
            <Head>Given up, 24 h</Head>
            <Head start>State</Head>
          </tr>
        </thead>
        <tbody className="divide-y">
          {queues.map(queue => (
            <tr key={queue.name}>
              <th scope="row" className="min-w-40 px-4 py-2 text-start font-medium">
                {jobTitle(queue.name)}
                <code className="block text-xs font-normal text-muted">{queue.name}</code>
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
    </section>
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
