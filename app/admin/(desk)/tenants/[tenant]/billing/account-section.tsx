import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
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

/** Where a trial runs, or may have run out unpaid. */
const extendable = new Set(['trialing', 'read_only', 'suspended'])

/** A plan in force: "Per homeowner, $50.00 a month and use, since Jul 25, 2026". */
const describePlan = ({ name, kind, baseMinor, currency, startsOn }: PlanInForce) =>
  `${name}, ${formatMoney(baseMinor, currency)} a month${kind === 'per-homeowner' ? ' and use' : ''}, since ${formatLocalDate(startsOn)}`

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
            {extendable.has(account.state) && (
              <ExtendTrial
                tenantId={company.id}
                name={company.name}
                until={addDays(dateIn('UTC', trial > new Date() ? trial : new Date()), 14)}
              />
            )}
            <ButtonLink href={`/tenants/${company.id}/billing/change`}>Change plan</ButtonLink>
          </div>
        )
      }
    >
      <Details
        items={[
          { label: 'State', value: state },
          { label: 'Since', value: <Instant at={account.stateSince} zone="UTC" dateOnly /> },
          {
            label: trial > new Date() ? 'Trial until' : 'Trial ended',
            value: <Instant at={trial} zone="UTC" dateOnly />,
          },
          {
            label: 'Payment method',
            value: account.paymentMethodAt ? (
              <>
                On file since <Instant at={account.paymentMethodAt} zone="UTC" dateOnly />
              </>
            ) : (
              'None'
            ),
          },
          {
            label: plans.length === 1 ? 'Plan' : 'Plans',
            value:
              plans.length === 0 ? (
                'None'
              ) : (
                <ul>
                  {plans.map(plan => (
                    <li key={plan.id}>{describePlan(plan)}</li>
                  ))}
                </ul>
              ),
          },
          {
            label: 'Stripe customer',
            value: account.stripeCustomerId ? (
              <span className="flex items-center gap-1">
                <code className="min-w-0 truncate text-xs">{account.stripeCustomerId}</code>
                <CopyButton text={account.stripeCustomerId} label="Copy the customer’s id" />
              </span>
            ) : (
              'Not made yet'
            ),
          },
        ]}
      />
    </Section>
  )
}
