import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TenantFrame } from '@/app/admin/(desk)/tenants/[tenant]/tenant-frame'
import { ChangeFigures } from '@/app/t/[tenant]/manage/settings/billing/change/[plan]/change-figures'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { platformPage } from '@/lib/action/platform-entry'
import type { TenantId } from '@/lib/db/in-tenant'
import { readDirectoryTenant } from '@/lib/directory/read-directory-tenant'
import { readLimitUsageOf } from '@/lib/limits/read-limit-usage-of'
import { planStep } from '@/lib/subscriptions/plan-change'
import { readBilling } from '@/lib/subscriptions/read-billing'
import { readOffer } from '@/lib/subscriptions/read-plan-versions'
import { dateIn } from '@/lib/time/local-date'
import { ConfirmChange } from './confirm-change'

export const metadata: Metadata = { title: 'Change the plan of a company' }

/** What a change of a company's plan comes to, before an admin makes it. */
export default platformPage({ can: 'account:change' }, async ({ tx, admin, params }) => {
  const company = await readDirectoryTenant(tx, params.tenant ?? '')
  const billing = company && (await readBilling(tx, company.id))
  const now = new Date()
  const offer = await readOffer(tx, dateIn('UTC', now))
  const plan = offer.find(({ id }) => id === params.plan)
  if (!company || !billing || !plan) notFound()
  const usage = await readLimitUsageOf(tx, company.id as TenantId)
  const step = planStep(billing, { kind: plan.kind, versionId: plan.id }, offer, usage)
  const back = `/tenants/${company.id}/billing`
  if (!step.ok)
    return (
      <TenantFrame admin={admin} company={company} part="/billing">
        <Notice
          tone="caution"
          title={`${company.name} cannot have ${plan.name} now`}
          action={<ButtonLink href={`${back}/change`}>Other plans</ButtonLink>}
        >
          {step.message}
        </Notice>
      </TenantFrame>
    )
  const { from } = step.value
  return (
    <TenantFrame admin={admin} company={company} part="/billing">
      <div className="flex max-w-2xl flex-col gap-5">
        <h2 className="font-semibold">
          {from ? `Change from ${from.name} to ${plan.name}` : `Add ${plan.name}`}
        </h2>
        <ChangeFigures billing={billing} step={step.value} now={now} locale="en-US" />
        <ConfirmChange
          tenantId={company.id}
          versionId={plan.id}
          confirm={`${from ? 'Change to' : 'Add'} ${plan.name}`}
          back={back}
        />
      </div>
    </TenantFrame>
  )
})
