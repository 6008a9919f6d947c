import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { Section } from '@/components/ui/card'
import { formatMoney } from '@/components/ui/format-number'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { tenantPage } from '@/lib/action/tenant-page'
import { readLimitUsage } from '@/lib/limits/read-limit-usage'
import { openPlans } from '@/lib/subscriptions/billing'
import { expectedBill } from '@/lib/subscriptions/expected-bill'
import { afterStep, planStep } from '@/lib/subscriptions/plan-change'
import { readMyBilling } from '@/lib/subscriptions/read-billing'
import { readPlansForSale } from '@/lib/subscriptions/read-plan-versions'
import { changePlanSchema } from '@/lib/subscriptions/schema'
import { dateIn } from '@/lib/time/local-date'
import { ConfirmChange } from './confirm-change'
import { StripeFigures } from './stripe-figures'

export const metadata = { title: 'Change plan' }

/** What a change of plan comes to, by our reckoning and by Stripe's, before it is confirmed. */
export default tenantPage({ can: 'billing:write' }, async ({ tx, brand, params }) => {
  const [kind, id = ''] = decodeURIComponent(params.plan ?? '').split('.')
  const input = changePlanSchema.safeParse({ kind, versionId: id === 'none' ? '' : id })
  if (!input.success) notFound()
  const now = new Date()
  const on = dateIn('UTC', now)
  const billing = await readMyBilling(tx)
  const step = planStep(billing, input.data, await readPlansForSale(tx, on), await readLimitUsage(tx))
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
  const after = afterStep(billing, step.value, on)
  const changeMinor = expectedBill(after, [], now).changesMinor - expectedBill(billing, [], now).changesMinor
  const monthly = (plans: ReturnType<typeof openPlans>) =>
    plans.reduce((sum, plan) => sum + plan.baseMinor, 0n)
  const money = (minor: bigint) => formatMoney(minor, billing.currency, brand.locale)
  const title = to
    ? from
      ? `Change from ${from.name} to ${to.name}`
      : `Add ${to.name}`
    : `Give up ${from?.name}`
  return (
    <>
      <PageHeader title={title} crumbs={[...crumbs, { label: to?.name ?? from?.name ?? '' }]} />
      <div className="flex max-w-2xl flex-col gap-5">
        <Section title="What it comes to" description="Before taxes, and beside what you use.">
          <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5 tabular-nums">
            <dt className="text-muted">Each month until now</dt>
            <dd className="text-right">{money(monthly(openPlans(billing)))}</dd>
            <dt className="text-muted">Each month from the next bill on</dt>
            <dd className="text-right">{money(monthly(openPlans(after)))}</dd>
            <Suspense fallback={<Skeleton className="col-span-2 h-12" />}>
              <StripeFigures
                billing={billing}
                after={after}
                changeMinor={changeMinor}
                now={now}
                locale={brand.locale}
              />
            </Suspense>
          </dl>
        </Section>
        <ConfirmChange
          kind={step.value.kind}
          versionId={to?.id ?? ''}
          confirm={to ? `${from ? 'Change to' : 'Add'} ${to.name}` : `Give up ${from?.name}`}
        />
      </div>
    </>
  )
})
