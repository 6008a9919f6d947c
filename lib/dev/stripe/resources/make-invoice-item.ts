import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import type { InvoiceItem } from '@/lib/dev/stripe/rows'

type Parts = Pick<
  InvoiceItem,
  'amount' | 'currency' | 'customer' | 'description' | 'parent' | 'period' | 'quantity' | 'quantity_decimal'
> &
  Partial<Pick<InvoiceItem, 'pricing' | 'discountable' | 'proration' | 'metadata' | 'net_amount'>>

/** Keeps an item that waits for its customer's next invoice. */
export function makeInvoiceItem(emulator: Emulator, parts: Parts): InvoiceItem {
  const owner = emulator.customer(parts.customer)
  const row = emulator.store.put('invoiceitem', {
    discountable: true,
    metadata: {},
    net_amount: parts.amount,
    pricing: null,
    proration: false,
    ...parts,
    id: freshId('ii'),
    object: 'invoiceitem',
    customer_account: null,
    date: emulator.now(owner.id),
    discounts: [],
    invoice: null,
    livemode: false,
    tax_rates: [],
    test_clock: owner.test_clock ?? null,
  })
  emulator.emit('invoiceitem.created', row)
  return row
}
