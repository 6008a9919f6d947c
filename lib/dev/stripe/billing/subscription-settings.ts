import { unsupported } from '@/lib/dev/stripe/api-error'
import { addIntervals } from '@/lib/dev/stripe/calendar'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Params } from '@/lib/dev/stripe/params'
import { rowNamed } from '@/lib/dev/stripe/resources/find-row'
import { readDiscounts } from '@/lib/dev/stripe/resources/read-discounts'
import type { Subscription } from '@/lib/dev/stripe/rows'

/** The settings of a subscription that are stored as they are sent, on making it and on changing it. */
export function readSettings(
  emulator: Emulator,
  before: Subscription,
  params: Params,
): Partial<Subscription> {
  const method = params.nullable('default_payment_method', before.default_payment_method)
  if (method) rowNamed(emulator, 'payment_method', method, 'default_payment_method')
  const tax = params.part('automatic_tax')
  tax?.ignore('liability')
  params.ignore('off_session', 'payment_settings', 'invoice_settings', 'billing_mode', 'default_tax_rates')
  for (const name of ['add_invoice_items', 'transfer_data', 'billing_thresholds']) {
    if (params.has(name)) throw unsupported(`\`${name}\``, name)
  }
  return {
    automatic_tax: { ...before.automatic_tax, enabled: tax?.bool('enabled') ?? before.automatic_tax.enabled },
    collection_method:
      params.oneOf('collection_method', ['charge_automatically', 'send_invoice']) ?? before.collection_method,
    days_until_due: params.int('days_until_due') ?? before.days_until_due,
    default_payment_method: method,
    description: params.nullable('description', before.description),
    discounts: readDiscounts(emulator, params, before),
    metadata: params.metadata(before.metadata),
    pause_collection: readPause(params, before),
    trial_settings: readTrialSettings(params) ?? before.trial_settings,
    ...readEnd(emulator, before, params),
  }
}

// When the subscription is to end by itself.
function readEnd(emulator: Emulator, before: Subscription, params: Params): Partial<Subscription> {
  const now = emulator.now(before.customer)
  const periodEnd = before.items.data[0]?.current_period_end ?? null
  const atEnd = params.bool('cancel_at_period_end')
  const given = params.text('cancel_at')
  const details = params.part('cancellation_details')
  const cancellation_details = {
    comment: details?.nullable('comment') ?? before.cancellation_details?.comment ?? null,
    feedback: details?.nullable('feedback') ?? before.cancellation_details?.feedback ?? null,
    feedback_option: null,
    reason: before.cancellation_details?.reason ?? null,
  }
  const asked = { ...cancellation_details, reason: 'cancellation_requested' }
  if (atEnd) {
    return { cancel_at_period_end: true, cancel_at: periodEnd, canceled_at: now, cancellation_details: asked }
  }
  if (given) {
    const cancel_at = /^m(in|ax)_period_end$/.test(given) ? periodEnd : (params.int('cancel_at') ?? null)
    return { cancel_at, cancel_at_period_end: false, canceled_at: now, cancellation_details: asked }
  }
  if (atEnd === false || given === '') {
    const details = { ...cancellation_details, reason: null }
    return { cancel_at_period_end: false, cancel_at: null, canceled_at: null, cancellation_details: details }
  }
  return details ? { cancellation_details } : {}
}

// Sent empty it ends; without it all stays as it is.
function readPause(params: Params, { pause_collection }: Subscription): Subscription['pause_collection'] {
  if (!params.has('pause_collection')) return pause_collection
  const pause = params.part('pause_collection')
  if (!pause) return null
  if (pause.required('behavior') !== 'void')
    throw unsupported('pausing without voiding', 'pause_collection[behavior]')
  if (pause.text('resumes_at')) throw unsupported('pausing up to an instant', 'pause_collection[resumes_at]')
  return { behavior: 'void', resumes_at: null }
}

function readTrialSettings(params: Params): Subscription['trial_settings'] | undefined {
  const end = params.part('trial_settings')?.part('end_behavior')
  const missing = end?.oneOf('missing_payment_method', ['create_invoice', 'cancel', 'pause'])
  if (missing === 'pause') throw unsupported('pausing at the end of a trial', 'trial_settings')
  return missing && { end_behavior: { billing_cycle_anchor: null, missing_payment_method: missing } }
}

/** When a trial ends, if there is one: `now` is the present instant. */
export function readTrialEnd(params: Params, now: number): number | undefined {
  const days = params.int('trial_period_days')
  const given = params.text('trial_end')
  params.ignore('trial_from_plan')
  if (given === 'now') return now
  return params.int('trial_end') ?? (days ? addIntervals(now, 'day', days) : undefined)
}

/** What is to become of a change whose payment fails. */
export function readBehaviour(params: Params): string {
  const known = [
    'allow_incomplete',
    'default_incomplete',
    'error_if_incomplete',
    'pending_if_incomplete',
  ] as const
  const behaviour = params.oneOf('payment_behavior', known) ?? 'allow_incomplete'
  if (behaviour === 'pending_if_incomplete')
    throw unsupported('changes that wait for payment', 'payment_behavior')
  return behaviour
}
