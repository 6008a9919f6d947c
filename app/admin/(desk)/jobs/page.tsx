import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { DataTable } from '@/components/table/data-table'
import { loadTable } from '@/components/table/load-table'
import { PaperTray } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { deadLetterList } from '@/lib/jobs/dead-letter-list'
import { listQueues } from '@/lib/jobs/list-queues'
import { deadLetterActs } from './dead-letter-acts'
import { QueueTable } from './queue-table'

export const metadata: Metadata = { title: 'Jobs' }

/** How the queues stand, and the jobs that were given up. */
export default platformPage({ can: 'job:read' }, async ({ tx, admin, search }) => {
  const queues = await listQueues(tx)
  const table = await loadTable(tx, deadLetterList, search, {
    filters: ['job'],
    more: { job: { hrefKey: 'href', kind: 'text' } },
    row: row => ({ href: `/jobs/${row.id}` }),
  })
  return (
    <Desk admin={admin}>
      <PageHeader
        title="Jobs"
        description="Work in the background, for all companies. Jobs carry ids, never content."
      />
      <h2 className="mb-3 font-semibold">Given up</h2>
      <DataTable
        noun="jobs"
        {...table}
        rowHrefKey="href"
        searchLabel="Search by company or error"
        exportHref="/api/desk/jobs"
        bulkActions={deadLetterActs(admin)}
        empty={
          <EmptyState drawing={<PaperTray />} title="No job was given up" className="py-8">
            One whose tries are all spent waits here until somebody tries it again or discards it.
          </EmptyState>
        }
      />
      <h2 className="mt-8 mb-3 font-semibold">Queues</h2>
      <QueueTable queues={queues} />
    </Desk>
  )
})
