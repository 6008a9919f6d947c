import { noSuch } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Kind, Rows } from '@/lib/dev/stripe/rows'

/** The row that an address names, or Stripe's 404. */
export function rowAt<K extends Kind>(emulator: Emulator, kind: K, id: string): Rows[K] {
  const row = emulator.store.get(kind, id)
  if (row) return row
  throw noSuch(spoken(kind), id, 'id', true)
}

/** The row that a parameter names, or Stripe's 400. */
export function rowNamed<K extends Kind>(emulator: Emulator, kind: K, id: string, param: string): Rows[K] {
  const row = emulator.store.get(kind, id)
  if (row) return row
  throw noSuch(spoken(kind), id, param)
}

function spoken(kind: Kind): string {
  if (kind === 'payment_method') return 'PaymentMethod'
  return kind.replace(/^.*\./, '').replaceAll('_', ' ')
}
