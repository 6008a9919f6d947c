import { Status } from '@/components/ui/badge'
import { TableHead } from '@/components/ui/table-head'
import { Instant } from '@/components/ui/time'
import { jobTitle } from '@/lib/jobs/job-titles'
import type { QueueState } from '@/lib/jobs/list-queues'

// A wide table scrolls sideways on phones, and those who use keys must be able to scroll it too.
const scrolledByKeys = { tabIndex: 0 }

/** A job that has been due for longer than this means that workers are missing. */
const lateMs = 120_000

const columns = [
  { label: 'Job' },
  { label: 'Waiting', end: true },
  { label: 'To be tried again', end: true },
  { label: 'Running', end: true },
  { label: 'Done, 24 h', end: true },
  { label: 'Given up, 24 h', end: true },
  { label: 'State' },
]

/** Every queue with what waits, runs and was done in a day. */
export function QueueTable({ queues }: { queues: QueueState[] }) {
  return (
    <section
      aria-label="Queues"
      {...scrolledByKeys}
      className="overflow-x-auto rounded-lg border bg-surface focus-visible:-outline-offset-2"
    >
      <table className="w-full text-13 tabular-nums">
        <TableHead columns={columns} />
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

function Count({ of }: { of: number }) {
  return (
    <td className={`px-4 py-2.5 text-end ${of === 0 ? 'text-faint' : ''}`}>{of.toLocaleString('en-US')}</td>
  )
}
