import type { Emulator } from '@/lib/dev/stripe/emulator'
import { rowAt } from '@/lib/dev/stripe/resources/find-row'
import { changeStatus } from './subscription-status'
import { voidInvoice } from './void-invoice'

/** Gives up a subscription whose first invoice was not paid in time. */
export function expireSubscription(emulator: Emulator, id: string): void {
  const { latest_invoice } = rowAt(emulator, 'subscription', id)
  if (latest_invoice) voidInvoice(emulator, latest_invoice)
  changeStatus(emulator, id, 'incomplete_expired')
}
