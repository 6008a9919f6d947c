import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { jobTitle } from '@/lib/jobs/job-titles'

const words: Record<string, string> = {
  created: 'waiting',
  retry: 'waiting to be tried again',
  active: 'running',
  dead: 'given up',
}

/** What is done for a company in the background just now; `href` leads to all of it. */
export function JobsSection({
  jobs,
  href,
}: {
  jobs: { name: string; state: string; count: number }[]
  href: string
}) {
  return (
    <Section
      title="Jobs"
      actions={
        <ButtonLink size="sm" href={href}>
          All jobs
        </ButtonLink>
      }
    >
      {jobs.length === 0 ? (
        <p className="text-muted">Nothing waits or runs, and nothing was given up.</p>
      ) : (
        <Details
          items={jobs.map(job => ({
            label: jobTitle(job.name),
            value: `${job.count} ${words[job.state] ?? job.state}`,
          }))}
        />
      )}
    </Section>
  )
}
