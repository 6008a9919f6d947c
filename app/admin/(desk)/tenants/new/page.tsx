import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { Section } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Instant } from '@/components/ui/time'
import { platformPage } from '@/lib/action/platform-entry'
import { env } from '@/lib/env/env'
import { zoneChoices } from '@/lib/settings/rules'
import { listRuns } from '@/lib/tenants/list-runs'
import { type ProvisioningStep, provisioningSteps } from '@/lib/tenants/rules'
import { CompanyForm } from './company-form'

export const metadata: Metadata = { title: 'New company' }

const nameStep = (step: string | undefined) =>
  provisioningSteps[step as ProvisioningStep] ?? 'something between its steps'

/** Setting a company up for somebody. */
export default platformPage({ can: 'tenant:create' }, async ({ tx, admin }) => {
  const failed = await listRuns(tx, { failed: true }, 5)
  return (
    <Desk admin={admin}>
      <PageHeader
        crumbs={[{ label: 'Companies', href: '/tenants' }, { label: 'New company' }]}
        title="New company"
        description="The same steps as when a company signs up. When one of them fails, nothing stays behind."
      />
      <CompanyForm rootHost={new URL(env().PUBLIC_ORIGIN).host} zones={zoneChoices('America/New_York')} />
      {failed.length > 0 && (
        <Section title="Set-ups that failed lately" className="mt-8 max-w-xl" padded={false}>
          <ul className="divide-y">
            {failed.map(run => {
              const broken = run.steps.find(step => step.outcome === 'failed')
              return (
                <li key={run.id} className="px-4 py-3 text-13">
                  <p className="font-medium">
                    {run.name} ({run.slug})
                  </p>
                  <p className="text-muted">
                    <Instant at={run.startedAt} zone="UTC" zoned />: {nameStep(broken?.step)} failed
                  </p>
                  <code className="text-xs">{broken?.errorId}</code>
                </li>
              )
            })}
          </ul>
        </Section>
      )}
    </Desk>
  )
})
