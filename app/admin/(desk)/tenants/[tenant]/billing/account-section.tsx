import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { formatLocalDate } from '@/components/ui/format-date'
import { formatMoney } from '@/components/ui/format-number'
import { Instant } from '@/components/ui/time'
import type { PlanInForce } from '@/lib/accounts/read-customer'
import { accountStateChoices } from '@/lib/accounts/states'
import { addDays, dateIn } from '@/lib/time/local-date'
import { ExtendTrial } from './account-forms'

type Account = {
  state: string
  stateSince: Date
  trialEndsAt: Date
  paymentMethodAt: Date | null
  stripeCustomerId: string | null
}

/** How a company stands as a customer, and its plans. */
export function AccountSection({
  company,
  account,
  plans,
  mayChange,
}: {
  company: { id: string; name: string }
  account: Account
  plans: PlanInForce[]
  mayChange: boolean
}) {
  const state = accountStateChoices.find(({ value }) => value === account.state)?.label
  const trial = account.trialEndsAt
  return (
    <Section
      title="Account"
      actions={
        mayChange && (
          <div className="flex flex-wrap gap-2">
            <ExtendTrial
              tenantId={company.id}
              name={company.name}
              until={addDays(dateIn('UTC', trial > new Date() ? trial : new Date()), 14)}
            />
            <ButtonLink href={`/tenants/${company.id}/billing/change`}>Change plan</ButtonLink>
          </div>
        )
      }
    >
      <Details
        items={[
          { label: 'State', value: state },
          { label: 'Since', value: <Instant at={account.stateSince} zone="UTC" zoned /> },
          { label: 'Trial until', value: <Instant at={trial} zone="UTC" zoned /> },
          {
            label: 'Payment method',
            value: account.paymentMethodAt ? (
              <>
                On file since <Instant at={account.paymentMethodAt} zone="UTC" zoned />
              </>
            ) : (
              'None'
            ),
          },
          { label: 'Stripe customer', value: account.stripeCustomerId ?? 'Not made yet' },
          ...plans.map(plan => ({
            label: plan.name,
            value: `${formatMoney(plan.baseMinor, plan.currency)} a month since ${formatLocalDate(plan.startsOn)} (${plan.id})`,
          })),
        ]}
      />
    </Section>
  )
}
