import { readDecimal, whole } from '@/lib/dev/stripe/decimal'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import type { Meter } from '@/lib/dev/stripe/rows'

/** What a meter counted for a customer in `from <= t < to`, in 10⁻¹² units; never below zero. */
export function usageBetween(
  emulator: Emulator,
  meter: Meter,
  customer: string,
  from: number,
  to: number,
): bigint {
  const events = emulator.store
    .of('billing.meter_event', customer)
    .filter(row => row.event_name === meter.event_name && !row.cancelled)
    .filter(row => row.timestamp >= from && row.timestamp < to)
  const { formula } = meter.default_aggregation
  if (formula === 'count') return whole(events.length)
  const latest = events.reduce<(typeof events)[number] | undefined>(
    (last, event) => (last && last.timestamp > event.timestamp ? last : event),
    undefined,
  )
  const counted = formula === 'last' ? [latest] : events
  const sum = counted.reduce((total, event) => total + (readDecimal(event?.value ?? '0') ?? 0n), 0n)
  return sum < 0n ? 0n : sum
}
