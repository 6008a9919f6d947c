import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/action/run-in-tenant'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { changePlan } from '@/lib/subscriptions/change-plan'
import { afterStep } from '@/lib/subscriptions/plan-change'
import type { MadeTenant } from '@/lib/testing/make-tenant'
import { dateIn } from '@/lib/time/local-date'
import { compareBill } from './compare-bill'
import { addCard, billedWorld, billingOf, makeCustomer } from './fixtures/billed-world'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()
const nobody = { users: 0, properties: 0, bookings: 0 }

async function payer(plans = ['basic-1']): Promise<MadeTenant> {
  const tenant = await makeCustomer(world, { on: '2026-01-05', trialEndsOn: '2026-02-05', plans })
  await addCard(world, tenant)
  await world.moveTo('2026-03-01T03:00:00Z')
  return tenant
}

/** Changes a plan as the company does; what is agreed then is what the preview reckoned with. */
async function change(tenant: MadeTenant, kind: 'tier' | 'per-homeowner', versionId: string | null) {
  const context = { tenantId: tenant.id, system: 'test' }
  const before = await billingOf(tenant)
  const done = await inTenant(context, tx =>
    changePlan(tx, systemActor(context), { kind, versionId }, { usage: nobody, now: world.now }),
  )
  if (!done.ok) return
  const after = afterStep(before, done.value, dateIn('UTC', world.now))
  const bare = ({ periods }: Pick<typeof after, 'periods'>) =>
    periods.map(({ plan, startsOn, endsOn }) => `${plan.id} ${startsOn} ${endsOn}`).sort()
  expect(bare(await billingOf(tenant))).toEqual(bare(after))
}

const compare = (tenant: MadeTenant) => compareBill({ tenantId: tenant.id }, world.now)
const lastTotal = async ({ id: tenantId }: MadeTenant) =>
  (
    await asPlatform(tx =>
      tx.platformInvoice.findFirst({
        where: { tenantId, status: 'paid' },
        orderBy: { periodEndsAt: 'desc' },
        select: { totalMinor: true },
      }),
    )
  )?.totalMinor

describe('a larger plan for some hours', () => {
  it.each([
    ['told of each', true],
    ['told at once', false],
  ])('costs its day, with Stripe %s', async (_, each) => {
    const tenant = await payer()
    for (const day of ['10', '11', '12']) {
      for (const [hour, plan] of [
        ['00:05', 'enterprise-1'],
        ['23:50', 'basic-1'],
      ]) {
        await world.moveTo(`2026-03-${day}T${hour}:00Z`)
        await change(tenant, 'tier', plan ?? '')
        if (each) await world.settle(tenant)
      }
    }
    await world.moveTo('2026-03-13T04:00:00Z')
    await world.settle(tenant)
    expect(await compare(tenant)).toEqual({ agrees: true })
    await world.moveTo('2026-04-01T03:00:00Z')
    // Three of 31 days of 499.00 instead of 49.00, up to the rounding of each line.
    const extra = Number(((await lastTotal(tenant)) ?? 0n) - 4_900n)
    expect(Math.abs(extra - (45_000 * 3) / 31)).toBeLessThan(6)
  })

  it('costs the dearest of its day, also on the last of a month', async () => {
    const tenant = await payer()
    await world.moveTo('2026-03-31T09:00:00Z')
    for (const plan of ['pro-1', 'basic-1', 'enterprise-1', 'pro-1', 'basic-1']) {
      await change(tenant, 'tier', plan)
      await world.settle(tenant)
      expect(await compare(tenant)).toEqual({ agrees: true })
    }
    await world.moveTo('2026-04-01T03:00:00Z')
    // One of 31 days of 499.00 instead of 49.00.
    expect(await lastTotal(tenant)).toBe(4_900n + 1_610n - 158n)
  })
})

it('waits for its day where Stripe takes none that is yet to come', async () => {
  const tenant = await payer(['pro-1'])
  await world.moveTo('2026-03-20T08:00:00Z')
  await change(tenant, 'tier', 'basic-1')
  await world.control.fail({ status: 400, method: 'POST', path: '/v1/subscriptions/', times: 1 })
  await world.settle(tenant)
  await world.moveTo('2026-03-21T03:17:00Z')
  await world.settle(tenant)
  expect(await compare(tenant)).toEqual({ agrees: true })
  await world.moveTo('2026-04-01T03:00:00Z')
  expect(await lastTotal(tenant)).toBe(4_900n + 1_739n - 5_287n)
})

const moves = fc.array(
  fc.record({
    kind: fc.constantFrom('tier' as const, 'tier' as const, 'per-homeowner' as const),
    plan: fc.constantFrom('basic-1', 'pro-1', 'enterprise-1', null),
    hours: fc.constantFrom(0, 1, 1, 5, 26, 60, 130),
    told: fc.boolean(),
  }),
  { minLength: 10, maxLength: 14 },
)

it.each(fc.sample(moves, { numRuns: 5, seed: 20_260_301 }).map((made, run) => [run, made] as const))(
  'any changes at any time end as Stripe’s bill says: %i',
  async (_, made) => {
    const tenant = await payer(['pro-1', 'per-homeowner-1'])
    await world.moveTo('2026-03-05T06:00:00Z')
    for (const { kind, plan, hours, told } of made) {
      const at = new Date(world.now.getTime() + hours * 3_600_000)
      // What is not told by the end of a month comes too late for its days.
      if (at.getUTCMonth() !== world.now.getUTCMonth()) await world.settle(tenant)
      await world.moveTo(at.toISOString())
      await change(tenant, kind, kind === 'tier' ? plan : plan && 'per-homeowner-1')
      if (!told) continue
      await world.settle(tenant)
      expect(await compare(tenant)).toEqual({ agrees: true })
    }
    await world.settle(tenant)
    expect(await compare(tenant)).toEqual({ agrees: true })
  },
)
