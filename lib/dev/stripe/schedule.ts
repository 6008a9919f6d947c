import { expireSubscription } from './billing/expire-subscription'
import { finalizeInvoice } from './billing/finalize-invoice'
import { attemptPayment } from './billing/pay-invoice'
import { endAtPeriodEnd, renewSubscription } from './billing/renew-subscription'
import type { Emulator } from './emulator'
import type { Customer, Invoice, Subscription } from './rows'

interface Task {
  at: number
  run(): void
}

const day = 86_400
const hour = 3600

/** Moves a test clock and does in its order all that falls due for its customers on the way. */
export function advanceClock(emulator: Emulator, id: string, target: number): void {
  const set = (frozen_time: number, status: 'advancing' | 'ready') => {
    const clock = emulator.store.get('test_helpers.test_clock', id)
    if (clock)
      emulator.store.put('test_helpers.test_clock', { ...clock, frozen_time, status, status_details: {} })
  }
  const start = emulator.store.get('test_helpers.test_clock', id)?.frozen_time ?? 0
  runUntil(emulator, id, target, task => {
    set(Math.max(task.at, start), 'advancing')
    task.run()
  })
  set(target, 'ready')
}

/** Does all that has fallen due for customers without a test clock. */
export function catchUp(emulator: Emulator): void {
  const now = emulator.now()
  emulator.store.atomically(() => {
    runUntil(emulator, null, now, task => emulator.at(task.at, task.run))
    for (const task of sessionTasks(emulator)) if (task.at <= now) emulator.at(task.at, task.run)
  })
}

// A task touches only its own customer, so that only that one's next task has to be looked up again.
function runUntil(emulator: Emulator, clock: string | null, until: number, run: (task: Task) => void): void {
  const owners = emulator.store.all('customer').filter(row => (row.test_clock ?? null) === clock)
  const next = new Map(owners.flatMap(owner => nextOf(emulator, owner, until)))
  for (;;) {
    let first: [Customer, Task] | undefined
    for (const entry of next) if (!first || entry[1].at < first[1].at) first = entry
    if (!first) return
    const [owner, task] = first
    run(task)
    next.delete(owner)
    for (const [, following] of nextOf(emulator, owner, until)) next.set(owner, following)
  }
}

function nextOf(emulator: Emulator, owner: Customer, until: number): [Customer, Task][] {
  const { id } = owner
  const tasks = [
    ...emulator.store.of('invoice', id).flatMap(row => invoiceTasks(emulator, row)),
    ...emulator.store.of('subscription', id).flatMap(row => subscriptionTasks(emulator, row)),
  ]
  const [task] = tasks.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
  return task ? [[owner, task]] : []
}

function invoiceTasks(emulator: Emulator, { id, status, ...invoice }: Invoice): Task[] {
  const { automatically_finalizes_at: final, next_payment_attempt: attempt } = invoice
  if (status === 'draft' && final !== null) return [{ at: final, run: () => finalizeInvoice(emulator, id) }]
  if (status === 'open' && attempt !== null) return [{ at: attempt, run: () => attemptPayment(emulator, id) }]
  return []
}

function subscriptionTasks(emulator: Emulator, row: Subscription): Task[] {
  const { id, status, trial_end, cancel_at } = row
  if (status === 'incomplete')
    return [{ at: row.created + 23 * hour, run: () => expireSubscription(emulator, id) }]
  if (!['trialing', 'active', 'past_due', 'unpaid'].includes(status)) return []
  const end = row.items.data[0]?.current_period_end ?? 0
  const tasks: Task[] = []
  if (cancel_at !== null && cancel_at <= end) {
    tasks.push({ at: cancel_at, run: () => endAtPeriodEnd(emulator, id, cancel_at) })
  } else tasks.push({ at: end, run: () => renewSubscription(emulator, id, end) })
  if (status === 'trialing' && trial_end !== null && !announced(emulator, id, trial_end)) {
    tasks.push({ at: trial_end - 3 * day, run: () => announce(emulator, row, trial_end) })
  }
  return tasks
}

function sessionTasks(emulator: Emulator): Task[] {
  return emulator.store
    .all('checkout.session')
    .filter(row => row.status === 'open')
    .map(row => ({
      at: row.expires_at,
      run: () => {
        const expired = emulator.store.put('checkout.session', { ...row, status: 'expired', url: null })
        emulator.emit('checkout.session.expired', expired)
      },
    }))
}

function announced(emulator: Emulator, id: string, trialEnd: number): boolean {
  return emulator.store.get('note', id)?.trialEndAnnounced === trialEnd
}

function announce(emulator: Emulator, row: Subscription, trialEndAnnounced: number): void {
  emulator.store.put('note', { id: row.id, object: 'note', trialEndAnnounced })
  emulator.emit('customer.subscription.trial_will_end', row)
}
