import { notFound } from 'next/navigation'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { readLimitUsage } from '@/lib/limits/read-limit-usage'
import { planStep } from '@/lib/subscriptions/plan-change'
import { readMyBilling } from '@/lib/subscriptions/read-billing'
import { readPlansForSale } from '@/lib/subscriptions/read-plan-versions'
import { changePlanSchema } from '@/lib/subscriptions/schema'
import { dateIn } from '@/lib/time/local-date'
import { ChangeFigures } from './change-figures'
import { ConfirmChange } from './confirm-change'

export const metadata = { title: 'Change plan' }

/** What a change of plan comes to, by our reckoning and by Stripe's, before it is confirmed. */
export default tenantPage({ can: 'billing:write' }, async ({ tx, brand, params }) => {
  const [kind, id = ''] = decodeURIComponent(params.plan ?? '').split('.')
  const input = changePlanSchema.safeParse({ kind, versionId: id === 'none' ? '' : id })
  if (!input.success) notFound()
  const now = new Date()
  const billing = await readMyBilling(tx)
  const step = planStep(
    billing,
    input.data,
    await readPlansForSale(tx, dateIn('UTC', now)),
    await readLimitUsage(tx),
  )
  if (!step.ok && step.reason === 'not_found') notFound()
  const crumbs = [
    { label: 'Settings', href: '/manage/settings' },
    { label: 'Billing', href: '/manage/settings/billing' },
    { label: 'Change plan', href: '/manage/settings/billing/change' },
  ]
  if (!step.ok)
    return (
      <>
        <PageHeader title="Change plan" crumbs={crumbs} />
        <Notice tone="caution" title="This change is not possible">
          {step.message}
        </Notice>
      </>
    )
  const { from, to } = step.value
  const title = to
    ? from
      ? `Change from ${from.name} to ${to.name}`
      : `Add ${to.name}`
    : `Remove ${from?.name}`
  return (
    <>
      <PageHeader title={title} crumbs={[...crumbs, { label: to?.name ?? from?.name ?? '' }]} />
      <div className="flex max-w-2xl flex-col gap-5">
        <ChangeFigures billing={billing} step={step.value} now={now} locale={brand.locale} />
        <ConfirmChange
          kind={step.value.kind}
          versionId={to?.id ?? ''}
          confirm={to ? `${from ? 'Change to' : 'Add'} ${to.name}` : `Remove ${from?.name}`}
        />
      </div>
    </>
  )
})
