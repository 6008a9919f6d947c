import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Desk } from '@/app/admin/(desk)/desk'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { PageHeader } from '@/components/ui/page-header'
import { Instant } from '@/components/ui/time'
import { platformPage } from '@/lib/action/platform-entry'
import { adminCan } from '@/lib/auth/admin-actor'
import { jobTitle } from '@/lib/jobs/job-titles'
import { readDeadLetter } from '@/lib/jobs/read-dead-letter'
import { JobActions } from './job-actions'

export const metadata: Metadata = { title: 'Job that was given up' }

/** What an id in a job's load is called: `messageId` is "Message’s id". */
const nameOf = (key: string) => {
  const [, thing] = /^(.+)Id$/.exec(key) ?? []
  return thing ? `${thing.charAt(0).toUpperCase()}${thing.slice(1)}’s id` : key
}

/** One job that was given up: what it carries, why it failed, and what to do with it. */
export default platformPage({ can: 'job:read' }, async ({ tx, admin, params }) => {
  const job = await readDeadLetter(tx, params.job ?? '')
  if (!job) notFound()
  const { tenant } = job
  const title = job.queue ? jobTitle(job.queue) : 'Job'
  return (
    <Desk admin={admin}>
      <PageHeader
        crumbs={[{ label: 'Jobs', href: '/jobs' }, { label: title }]}
        title={title}
        status={<Status tone="critical">Given up</Status>}
        actions={adminCan(admin, 'job:retry') && <JobActions id={job.id} />}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Section title="Why it was given up">
          <p className="font-mono text-13 break-words whitespace-pre-wrap">
            {job.error ?? 'No reason was kept.'}
          </p>
        </Section>
        <Section title="Details">
          <Details
            items={[
              {
                label: 'Company',
                value: tenant && (
                  <Link
                    href={`/tenants/${tenant.id}`}
                    className="underline underline-offset-4 hover:text-accent-ink"
                  >
                    {tenant.name}
                  </Link>
                ),
              },
              { label: 'Queue', value: job.queue && <code className="text-xs">{job.queue}</code> },
              ...Object.entries(job.data)
                .filter(([key]) => key !== 'tenantId')
                .map(([key, value]) => ({
                  label: nameOf(key),
                  value: <code className="text-xs">{String(value)}</code>,
                })),
              { label: 'Tries', value: job.tries },
              { label: 'Queued', value: job.queuedAt && <Instant at={job.queuedAt} zone="UTC" zoned /> },
              { label: 'Given up', value: <Instant at={job.diedAt} zone="UTC" zoned /> },
              { label: 'Job’s id', value: <code className="text-xs">{job.jobId}</code> },
            ]}
          />
        </Section>
      </div>
    </Desk>
  )
})
