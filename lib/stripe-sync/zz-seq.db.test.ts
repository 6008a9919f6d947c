import { expect, it } from 'vitest'
import { systemActor } from '@/lib/action/run-in-tenant'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { changePlan } from '@/lib/subscriptions/change-plan'
import { expectedBill } from '@/lib/subscriptions/expected-bill'
import { readUsageDays } from '@/lib/subscriptions/read-usage-days'
import { addDays, dateIn, type LocalDate } from '@/lib/time/local-date'
import { addMonths, eachDay, firstDayOf, monthOf } from '@/lib/time/month'
import { compareBill } from './compare-bill'
import { addCard, billedWorld, billingOf, makeCustomer, use } from './fixtures/billed-world'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()
function rng(seed: number) { return () => { seed |= 0; seed = (seed + 0x6d2b79f5) | 0; let t = Math.imul(seed ^ (seed >>> 15), 1 | seed); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296 } }
const runs = Number(process.env.RUNS ?? 6), base = Number(process.env.SEED ?? 1)
for (let run = 0; run < runs; run++) it(`sequence ${base + run}`, { timeout: 240_000 }, async () => {
  const r = rng(base + run), pick = <T,>(a: readonly T[]) => a[Math.floor(r() * a.length)] as T
  const log: string[] = []
  try {
  const year = 2026
  const trialEnd = `${year}-02-${String(1 + Math.floor(r() * 27)).padStart(2, '0')}`
  const tenant = await makeCustomer(world, { on: `${year}-01-05`, trialEndsOn: trialEnd, plans: pick([['basic-1'], ['pro-1', 'per-homeowner-1'], ['per-homeowner-1']]) })
  log.push(`trial ${trialEnd} ${(await billingOf(tenant)).periods.map(p => p.plan.id)}`)
  await addCard(world, tenant)
  const context = { tenantId: tenant.id, system: 'test' }
  const check = async (what: string) => {
    const b = await billingOf(tenant)
    const c = await compareBill({ tenantId: tenant.id }, world.now)
    log.push(`${what} @${world.now.toISOString()} ${JSON.stringify(c)}`)
    if (c && !c.agrees) {
      const today = dateIn('UTC', world.now)
      const e = expectedBill(b, await asPlatform(tx => readUsageDays(tx, tenant.id, { from: firstDayOf(monthOf(today)), until: addDays(today, 1) })), world.now)
      const p = await world.stripe.invoices.createPreview({ subscription: b.subscriptionId! })
      throw new Error(`disagrees ${JSON.stringify(e, (_, v) => typeof v === 'bigint' ? Number(v) : v)} ${p.total}\n${p.lines.data.map(l => `${l.description} ${l.quantity} ${l.amount} ${new Date(l.period.start * 1000).toISOString()}`).join('\n')}`)
    }
  }
  const step = async () => {
    const today = dateIn('UTC', world.now)
    const b = await billingOf(tenant)
    const kind = pick(['clock', 'clock', 'use', 'tier', 'home'] as const)
    if (kind === 'use') {
      const from = [firstDayOf(monthOf(today)), b.periods[0]!.startsOn].sort().at(-1) as LocalDate
      const q = { homeowners: Math.floor(r() * 3000), emails: Math.floor(r() * 500), texts: Math.floor(r() * 50), 'storage-bytes': Math.floor(r() * 9e12) }
      const start = pick(eachDay(from, addDays(today, 1)))
      await use(world, tenant, eachDay(start, addDays(today, 1)), q)
      return check(`use ${start}..${today} ${JSON.stringify(q)}`)
    }
    if (kind === 'tier' || kind === 'home') {
      const open = b.periods.filter(p => p.endsOn === null)
      const versionId = kind === 'tier' ? pick(['basic-1', 'pro-1', 'enterprise-1', null]) : pick(['per-homeowner-1', null])
      const done = await inTenant(context, tx => changePlan(tx, systemActor(context), { kind: kind === 'tier' ? 'tier' : 'per-homeowner', versionId }, { usage: { users: 0, properties: 0, bookings: 0 }, now: world.now }))
      await use(world, tenant, [], {})
      await world.settle(tenant)
      return check(`change ${kind} -> ${versionId} (${open.map(p => p.plan.id)}) ${done.ok}`)
    }
    const days = Math.floor(r() * 14) + 1
    const to = addDays(today, days)
    if (monthOf(to) !== monthOf(today)) {
      // the last day's use is reported within the hour; nothing more is used
      const next = firstDayOf(addMonths(monthOf(today), 1))
      await world.moveTo(`${addDays(next, -1)}T23:59:00Z`)
      await use(world, tenant, [], {})
      await world.settle(tenant)
      const b2 = await billingOf(tenant)
      const usage = await asPlatform(tx => readUsageDays(tx, tenant.id, { from: firstDayOf(monthOf(today)), until: next }))
      const bill = expectedBill(b2, usage, world.now)
      const before = (await world.stripe.invoices.list({ customer: b2.customerId!, limit: 50 })).data.map(i => i.id)
      await world.moveTo(`${next}T00:20:00Z`); await use(world, tenant, [], {})
      await world.moveTo(`${next}T03:00:00Z`)
      await world.settle(tenant)
      const made = (await world.stripe.invoices.list({ customer: b2.customerId!, limit: 50 })).data.filter(i => !before.includes(i.id))
      log.push(`month end ${next}: expected ${bill.totalMinor} ${b2.subscriptionStatus}, made ${made.map(i => `${i.total} ${i.status}`)}`)
      for (const i of made) { const lines = await world.stripe.invoices.listLineItems(i.id!, { limit: 100 }); expect(lines.data.reduce((s, l) => s + l.amount, 0)).toBe(i.subtotal) }
      if (b2.subscriptionStatus === 'active') expect(made.reduce((s, i) => s + i.total, 0)).toBe(Number(bill.totalMinor))
      return check('after month end')
    }
    await world.moveTo(`${to}T10:00:00Z`); await use(world, tenant, [], {})
    await world.settle(tenant)
    return check(`clock ${to}`)
  }
  for (let n = 0; n < 22; n++) await step()
  } catch (e) { throw new Error(`${log.join('\n')}\n=> ${(e as Error).message}`) }
})
