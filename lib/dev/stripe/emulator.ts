import Stripe from 'stripe'
import { ApiError } from './api-error'
import { freshId } from './ids'
import type { Customer, EventRow } from './rows'
import { Store } from './store'

/** What becomes of charges that fail again and again. */
export interface Dunning {
  /** Days after each failed attempt until the next; after the last one nothing is tried any more. */
  retryAfterDays: number[]
  /** What the subscription becomes then. */
  afterwards: 'canceled' | 'unpaid' | 'past_due'
}

const usualDunning: Dunning = { retryAfterDays: [3, 5, 7], afterwards: 'unpaid' }

/** The account: what it keeps, what time it is there, and the events it tells of. */
export class Emulator {
  readonly store = new Store()
  dunning: Dunning = usualDunning
  /** The request being answered, for its events. */
  request: { id: string | null; idempotency_key: string | null } = { id: null, idempotency_key: null }
  /** Whether the work is only imagined: then no card is charged. */
  imagining = false
  /** Seconds the whole account runs ahead of the real clock, or the instant at which it stands still. */
  private clock: { ahead: number } | { standing: number } = { ahead: 0 }

  constructor(
    readonly origin: string,
    /** Whether there is a webhook endpoint to tell of events. */
    private readonly delivers: boolean,
  ) {}

  /** Seconds since 1970 for this customer: its test clock's, else the account's. */
  now(customer?: string | null): number {
    const row = customer ? this.store.get('customer', customer) : undefined
    const clock = row?.test_clock ? this.store.get('test_helpers.test_clock', row.test_clock) : undefined
    if (clock) return clock.frozen_time
    return 'standing' in this.clock ? this.clock.standing : realSeconds() + this.clock.ahead
  }

  /** Makes the whole account's time stand still at an instant, run on from it, or be real again. */
  setClock(now: number | null, running = false): void {
    if (now === null) this.clock = { ahead: 0 }
    else this.clock = running ? { ahead: now - realSeconds() } : { standing: now }
  }

  saveClock(): { ahead: number } | { standing: number } {
    return this.clock
  }

  restoreClock(clock: { ahead: number } | { standing: number }): void {
    this.clock = clock
  }

  /** Does work as if it were another time for everybody without a test clock. */
  at<T>(now: number, work: () => T): T {
    const before = this.clock
    this.clock = { standing: now }
    try {
      return work()
    } finally {
      this.clock = before
    }
  }

  /** The customer, or Stripe's refusal when there is none or it is deleted. */
  customer(id: string, byPath = false): Customer {
    const row = this.store.get('customer', id)
    if (row) return row
    const details = { code: 'resource_missing', param: byPath ? 'id' : 'customer' }
    throw new ApiError(byPath ? 404 : 400, `No such customer: '${id}'`, details)
  }

  /** Keeps an event about an object as it is now and sends it to the webhook endpoint. */
  emit(type: string, object: object & { id: string }, before?: object): void {
    const owner = 'customer' in object && typeof object.customer === 'string' ? object.customer : undefined
    const previous_attributes = before && difference(before, object)
    if (before && Object.keys(previous_attributes ?? {}).length === 0) return
    const event: EventRow = {
      id: freshId('evt'),
      object: 'event',
      api_version: Stripe.API_VERSION,
      created: this.now(owner ?? (object.id.startsWith('cus_') ? object.id : undefined)),
      data: { object, ...(before && { previous_attributes }) },
      livemode: false,
      pending_webhooks: this.delivers ? 1 : 0,
      request: this.request,
      type,
    }
    this.store.put('event', event)
    if (this.delivers) this.deliver(event.id)
  }

  /** Puts an event on its way to the webhook endpoint. */
  deliver(event: string): void {
    const start = { attempts: 0, due: Date.now(), state: 'waiting', answer: null } as const
    this.store.put('delivery', { id: event, object: 'delivery', event, ...start })
  }
}

/** Seconds since 1970 of the machine. */
export function realSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

// The members of `before` that are different now, as they were.
function difference(before: object, now: object): object {
  const present = new Map<string, unknown>(Object.entries(now))
  return Object.fromEntries(
    Object.entries(before).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(present.get(key)),
    ),
  )
}
