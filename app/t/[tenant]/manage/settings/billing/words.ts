import { formatLocalDate } from '@/components/ui/format-date'
import { nextStep } from '@/lib/accounts/rules'
import type { Feature } from '@/lib/plans/plan'
import { isFreeDay } from '@/lib/rating/suspensions'
import { type Billing, firstChargedDay, isMonthWaived } from '@/lib/subscriptions/billing'
import { addDays, dateIn, type LocalDate, toDbDate } from '@/lib/time/local-date'
import { daysBetween, eachDay, firstDayOf, monthOf } from '@/lib/time/month'

export const featureWords: Record<Feature, string> = {
  core: 'Associations, units, homeowners and portal',
  'basic-reporting': 'Basic reporting',
  'advanced-reporting': 'Advanced reporting',
  api: 'REST API',
  integrations: 'Integrations',
  'custom-branding': 'Emails without Portico’s name',
  'custom-domain': 'Your own domain',
  'priority-support': 'Priority support',
}

/** How the company pays, in words; null when nobody can be charged. */
export function methodWords({ method }: Pick<Billing, 'method'>): string | null {
  if (!method) return null
  const name = method.brand ?? method.kind.replaceAll('_', ' ')
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${method.last4 ? ` ending in ${method.last4}` : ''}`
}

export type Standing = { tone: 'info' | 'caution' | 'critical'; title: string; text: string }

/** From how many days before its end a trial without a way to pay is a warning. */
const trialSoon = 7

const count = (days: number) => (days === 1 ? '1 day' : `${days} days`)

/** Where the account stands, what follows from it and when, in plain words; null when there is nothing to say. */
export function standingOf(billing: Billing, now: Date, locale: string): Standing | null {
  const day = (at: Date) => formatLocalDate(dateIn('UTC', at), 'medium', locale)
  if (billing.state === 'cancelled')
    return {
      tone: 'critical',
      title: 'The account was cancelled',
      text: 'Nothing is charged any more. Your data is kept for now; write to Portico to take the account up again.',
    }
  if (billing.heldAt)
    return {
      tone: 'critical',
      title: 'The account is on hold',
      text: `No charges while it is on hold, since ${day(billing.heldAt)}: bills that come meanwhile are void. Write to Portico to have it opened again.`,
    }
  if (billing.cancelsAt)
    return {
      tone: 'caution',
      title: `The account ends on ${day(billing.cancelsAt)}`,
      text: 'Until then everything works as before. You can take the cancellation back.',
    }
  if (billing.state === 'trialing') return trialWords(billing, now, locale)
  if (billing.state === 'active') return null
  return unpaidWords(billing, day)
}

/** What a hold that is over leaves of this month's bills, in plain words; null when nothing. */
export function afterHold(billing: Billing, today: LocalDate, locale: string): string | null {
  const month = monthOf(today)
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  if (isMonthWaived(billing, month))
    return `${name.format(toDbDate(today))} is free: the account was on hold when it would have been billed.`
  const free = eachDay(firstDayOf(month), addDays(today, 1)).some(on => isFreeDay(billing.suspensions, on))
  return free ? 'What was used on days on hold is free.' : null
}

function trialWords(billing: Billing, now: Date, locale: string): Standing {
  const first = firstChargedDay(billing)
  const left = daysBetween(dateIn('UTC', now), first)
  const until = formatLocalDate(first, 'medium', locale)
  const method = methodWords(billing)
  return {
    tone: method || left > trialSoon ? 'info' : 'caution',
    title: `You are on trial: ${count(left)} left`,
    text: method
      ? `Free until ${until}. From then on the plan is charged to ${method}.`
      : `Free until ${until}. Add a payment method to go on. Without one the company becomes read-only that day, and nothing is owed.`,
  }
}

function unpaidWords(billing: Billing, day: (at: Date) => string): Standing {
  const next = nextStep({ ...billing, heldAt: null, heldReason: null })
  const then = next && {
    read_only: 'becomes read-only',
    suspended: 'is suspended',
    cancelled: 'is cancelled',
  }
  const follows =
    next && then && next.to in then
      ? ` On ${day(next.at)} the account ${then[next.to as keyof typeof then]}.`
      : ''
  if (billing.state === 'past_due')
    return {
      tone: 'caution',
      title: 'A payment failed',
      text: `Everything still works. Pay the open invoice or change how you pay; it is then charged at once.${follows}`,
    }
  const owes = billing.overdueSince !== null
  return {
    tone: 'critical',
    title: billing.state === 'read_only' ? 'The company is read-only' : 'The account is suspended',
    text: `${owes ? 'An invoice is unpaid. Pay it or change how you pay, and everything works again.' : 'The trial is over. Add a payment method, and everything works again.'}${follows}`,
  }
}
