import { ConfirmAction } from '@/components/form/confirm-action'
import { Section } from '@/components/ui/card'
import { formatLocalDate } from '@/components/ui/format-date'
import { type Billing, firstChargedDay } from '@/lib/subscriptions/billing'
import { endOfPeriod } from '@/lib/subscriptions/end-account'
import { dateIn, toDbDate } from '@/lib/time/local-date'
import { cancelAction, resumeAction } from './actions'

/** Cancelling the account, and taking that back. */
export function EndSection({ billing, now, locale }: { billing: Billing; now: Date; locale: string }) {
  const day = (at: Date) => formatLocalDate(dateIn('UTC', at), 'medium', locale)
  if (billing.cancelsAt)
    return (
      <Section title="Go on with Portico">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <p className="text-muted">The account ends on {day(billing.cancelsAt)}.</p>
          <ConfirmAction
            action={resumeAction}
            label="Take the cancellation back"
            title="Go on with Portico?"
            confirm="Go on"
            danger={false}
            doneMessage="The account goes on"
          >
            Your plans run on, and the next bill comes as usual.
          </ConfirmAction>
        </div>
      </Section>
    )
  const end = day(endOfPeriod(billing, now))
  const works = billing.state === 'trialing' || billing.state === 'active' || billing.state === 'past_due'
  const onTrial = toDbDate(firstChargedDay(billing)) > now
  return (
    <Section title="Cancel the account">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-prose text-muted">
          {works ? `Everything works until ${end}.` : `The account would end on ${end}.`}{' '}
          {onTrial ? 'Nothing is charged.' : 'What you used until then is on the last bill.'}
        </p>
        <ConfirmAction
          action={cancelAction}
          label="Cancel account"
          title="Cancel the account?"
          confirm="Cancel account"
          keep="Keep account"
          doneMessage={`The account ends on ${end}`}
        >
          The account ends on {end}. Export what you want to keep before then; until that day you can take
          this back.
        </ConfirmAction>
      </div>
    </Section>
  )
}
