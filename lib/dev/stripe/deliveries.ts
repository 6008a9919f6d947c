import Stripe from 'stripe'
import type { Emulator } from './emulator'
import { present } from './expand'
import type { DeliveryRow } from './rows'

export interface WebhookEndpoint {
  url: string
  secret: string
}

/** How events travel; the defaults are one after the other, at once, each one time. */
export interface DeliveryHabits {
  /** Nothing is sent until this is false again or a flush is asked for. */
  hold: boolean
  /** Milliseconds between an event and its first delivery. */
  delayMs: number
  /** How many times each event is sent in all. */
  copies: number
  /** Whether what waits is sent in a random order. */
  shuffle: boolean
  /** Milliseconds after each failed attempt until the next; after the last one it is given up. */
  retryAfterMs: number[]
}

const usual: DeliveryHabits = {
  hold: false,
  delayMs: 0,
  copies: 1,
  shuffle: false,
  retryAfterMs: [500, 2000, 10_000, 60_000, 600_000],
}

/** Sends the account's events, signed, to the webhook endpoint. */
export class Deliveries {
  habits: DeliveryHabits = { ...usual }
  /** Every attempt since the start: the event and the HTTP status of the answer, 0 for none. */
  readonly log: { event: string; type: string; answer: number }[] = []
  private running: Promise<void> | undefined
  private timer: NodeJS.Timeout | undefined
  private stopped = false

  constructor(
    private readonly emulator: Emulator,
    private readonly endpoint: WebhookEndpoint | undefined,
  ) {}

  /** Sends what is due, soon; called whenever something may have become due. */
  wake(): void {
    if (this.stopped || this.habits.hold || this.running || this.timer || !this.endpoint) return
    const next = Math.min(...this.waiting().map(row => this.dueAt(row)))
    if (!Number.isFinite(next)) return
    this.timer = setTimeout(
      () => {
        this.timer = undefined
        if (this.habits.hold) return
        this.run(() => this.waiting().filter(row => this.dueAt(row) <= Date.now()))
      },
      Math.max(0, next - Date.now()),
    )
    this.timer.unref()
  }

  /** Sends all that waits now, in whatever order the habits say, and resolves when each was tried. */
  async flush(): Promise<void> {
    while (this.running) await this.running
    this.pause()
    await this.run(() => this.waiting())
  }

  /** Sends an event again that may have been delivered long ago. */
  resend(event: string): boolean {
    const known = this.emulator.store.get('event', event) !== undefined
    if (known) this.emulator.deliver(event)
    return known
  }

  /** Changes how events travel. */
  change(habits: Partial<DeliveryHabits>): void {
    this.habits = { ...this.habits, ...habits }
    this.pause()
    this.wake()
  }

  reset(): void {
    this.change(usual)
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.pause()
    await this.running
  }

  private run(choose: () => DeliveryRow[]): Promise<void> {
    this.running = this.sendAll(choose()).finally(() => {
      this.running = undefined
      this.wake()
    })
    return this.running
  }

  private async sendAll(rows: DeliveryRow[]): Promise<void> {
    const queue = rows.flatMap(row => Array.from({ length: this.habits.copies }, () => row.id))
    if (this.habits.shuffle) shuffle(queue)
    for (const id of queue) {
      if (this.stopped) return
      await this.send(id)
    }
  }

  private async send(id: string): Promise<void> {
    const { store } = this.emulator
    const event = store.get('event', id)
    if (!event || !this.endpoint) return
    const answer = await post(this.endpoint, JSON.stringify(present(this.emulator, event)))
    this.log.push({ event: id, type: event.type, answer })
    const row = store.get('delivery', id)
    if (!row || this.stopped) return
    const wait = this.habits.retryAfterMs[row.attempts]
    if (answer >= 200 && answer < 300) {
      store.remove('delivery', id)
      store.put('event', { ...event, pending_webhooks: 0 })
    } else if (wait === undefined) store.put('delivery', { ...row, answer, state: 'given-up' })
    else store.put('delivery', { ...row, answer, attempts: row.attempts + 1, due: Date.now() + wait })
  }

  private waiting(): DeliveryRow[] {
    return this.emulator.store.all('delivery').filter(row => row.state === 'waiting')
  }

  private dueAt({ attempts, due }: DeliveryRow): number {
    return attempts > 0 ? due : due + this.habits.delayMs
  }

  private pause(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }
}

async function post({ url, secret }: WebhookEndpoint, payload: string): Promise<number> {
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret })
  const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature }
  const options = { method: 'POST', headers, body: payload, redirect: 'manual' as const }
  return fetch(url, { ...options, signal: AbortSignal.timeout(20_000) }).then(
    async response => {
      await response.arrayBuffer()
      return response.status
    },
    () => 0,
  )
}

function shuffle(items: string[]): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1))
    const [one = '', two = ''] = [items[at], items[other]]
    items[at] = two
    items[other] = one
  }
}
