import { invalid } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Field, Fields } from '@/lib/dev/stripe/form'
import { Params } from '@/lib/dev/stripe/params'
import { rowAt, rowNamed } from '@/lib/dev/stripe/resources/find-row'
import { createItem } from '@/lib/dev/stripe/resources/invoice-items'
import { readDiscounts } from '@/lib/dev/stripe/resources/read-discounts'
import type { Invoice, Subscription } from '@/lib/dev/stripe/rows'
import { cancelSubscription } from './cancel-subscription'
import { createSubscription } from './create-subscription'
import { firstItem } from './cycles'
import { settle } from './finalize-invoice'
import { endAtPeriodEnd, renewSubscription } from './renew-subscription'
import { updateSubscription } from './update-subscription'

/** The invoice that would come next, with the changes of the parameters; nothing of it happens. */
export function previewInvoice(emulator: Emulator, params: Params): Invoice {
  return emulator.store.imagine(() => {
    emulator.imagining = true
    try {
      return asPreview(emulator, imagined(emulator, params))
    } finally {
      emulator.imagining = false
    }
  })
}

function imagined(emulator: Emulator, params: Params): Invoice {
  params.ignore('automatic_tax', 'preview_mode', 'currency')
  const id = params.text('subscription')
  const named = id ? rowNamed(emulator, 'subscription', id, 'subscription') : undefined
  const customer = named?.customer ?? params.required('customer')
  params.ignore('customer')
  for (const item of params.list('invoice_items') ?? []) createItem(emulator, item, customer)
  const before = named && withDiscounts(emulator, named, params)
  const details = params.part('subscription_details')
  const after = details ? changed(emulator, details, customer, before) : before
  if (!after) throw invalid('You must provide a subscription or items to preview.', 'subscription')
  const now = after.latest_invoice !== before?.latest_invoice ? after.latest_invoice : null
  if (now) return rowAt(emulator, 'invoice', now)
  return nextOf(emulator, after)
}

function withDiscounts(emulator: Emulator, before: Subscription, params: Params): Subscription {
  const discounts = readDiscounts(emulator, params, before)
  return emulator.store.put('subscription', { ...before, discounts })
}

function changed(
  emulator: Emulator,
  details: Params,
  customer: string,
  before: Subscription | undefined,
): Subscription {
  const fields: Fields = new Map<string, Field>([['customer', customer]])
  const names = [
    'items',
    'trial_end',
    'cancel_at',
    'cancel_at_period_end',
    'proration_behavior',
    'billing_cycle_anchor',
  ]
  for (const name of [...names, 'proration_date', 'default_tax_rates', 'metadata']) {
    const field = details.raw(name)
    if (field !== undefined) fields.set(name, field)
  }
  details.ignore('billing_mode')
  if (!before) return createSubscription(emulator, new Params(fields))
  if (details.bool('cancel_now')) {
    const prorate = fields.get('proration_behavior') !== 'none'
    return cancelSubscription(emulator, before.id, { invoiceNow: true, prorate })
  }
  return updateSubscription(emulator, before.id, new Params(fields))
}

// What the end of the present period would bring; usage is what was counted so far.
function nextOf(emulator: Emulator, { id, cancel_at, items, status }: Subscription): Invoice {
  if (status === 'canceled')
    throw invalid('No upcoming invoices for customer', undefined, 'invoice_upcoming_none')
  const subscription = rowAt(emulator, 'subscription', id)
  const end = items.data[0]?.current_period_end ?? firstItem(subscription).current_period_end
  const ends = cancel_at !== null && cancel_at <= end
  const before = subscription.latest_invoice
  if (ends) endAtPeriodEnd(emulator, id, cancel_at)
  else renewSubscription(emulator, id, end)
  const { latest_invoice } = rowAt(emulator, 'subscription', id)
  if (!latest_invoice || latest_invoice === before) {
    throw invalid('No upcoming invoices for customer', undefined, 'invoice_upcoming_none')
  }
  return { ...rowAt(emulator, 'invoice', latest_invoice), created: end }
}

// What the customer has on balance is taken into account as it would be when the invoice is made final.
function asPreview(emulator: Emulator, draft: Invoice): Invoice {
  const balance = draft.customer ? emulator.customer(draft.customer).balance : 0
  const { due, ending } = settle(draft.total, balance)
  const id = draft.id.replace(/^in_/, 'upcoming_in_')
  const data = draft.lines.data.map(line => ({
    ...line,
    id: line.id.replace(/^il_/, 'il_tmp_'),
    invoice: id,
  }))
  return {
    ...draft,
    id,
    amount_due: due,
    amount_remaining: due,
    automatically_finalizes_at: null,
    billing_reason: 'upcoming',
    ending_balance: ending,
    lines: { ...draft.lines, data },
    next_payment_attempt: draft.created + 3600,
    starting_balance: balance,
  }
}
