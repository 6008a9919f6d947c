import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { enqueueTenantJob } from '@/lib/jobs/enqueue-tenant-job'
import { listLiveAccounts, lockAccount } from './lock-account'
import { remindersDue } from './reminders-due'
import { dueTransitions, nextStep } from './rules'
import { writeMove } from './write-move'

/** Takes one account's due steps; each company in a transaction of its own, so that one's trouble stays its own. */
const advance = (tenantId: string, now: Date) =>
  asPlatform(async tx => {
    const account = await lockAccount(tx, tenantId)
    if (!account) return null
    const moved = dueTransitions(account, now)
    if (moved.changes.length > 0) {
      await writeMove(tx, tenantId, moved)
      await enqueueTenantJob(tx, tenantId as TenantId, 'sync-billing', {}, { key: 'sync-billing' })
    }
    return moved.account
  })

/**
 * Takes every step that time alone brings to companies' accounts (trials that end, grace that runs out), and queues
 * the reminders that are due and what makes Stripe follow. Run late, twice or by two workers at once it ends the same.
 * @returns how many accounts moved and how many reminders were queued
 */
export async function advanceAccounts(now: Date): Promise<{ moved: number; reminded: number }> {
  const done = { moved: 0, reminded: 0 }
  for (const account of await asPlatform(listLiveAccounts)) {
    const step = nextStep(account)
    const due = step !== null && step.at <= now
    const current = due ? await advance(account.tenantId, now) : account
    if (due) done.moved += 1
    const [reminder] = current ? remindersDue(current, now) : []
    if (!reminder || reminder.key === account.reminded) continue
    await asPlatform(async tx => {
      await tx.platformAccount.update({
        where: { tenantId: account.tenantId },
        data: { reminded: reminder.key },
      })
      await enqueueTenantJob(tx, account.tenantId as TenantId, 'remind-account', {})
    })
    done.reminded += 1
  }
  return done
}
