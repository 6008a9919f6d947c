import { expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { firstChargedDay } from '@/lib/subscriptions/billing'
import { dateIn, fromDbDate, type LocalDate } from '@/lib/time/local-date'
import { eachDay, firstDayOf, monthOf } from '@/lib/time/month'
import { billedWorld, billingOf } from './fixtures/billed-world'
import { beginStory, goOn, invoicesOf, type Story } from './fixtures/sequences'
import { baseKey } from './price-keys'

process.env.LOG_LEVEL = 'silent'
const world = billedWorld()
const steps = 20

it.each([117, 137, 141])('any plans, use and days end in bills of each day once: %i', async seed => {
  const story = await beginStory(world, seed)
  for (let step = 0; step < steps; step += 1) await goOn(story, ['clock', 'clock', 'use', 'tier', 'home'])
  await proveBills(story)
})

it.each([303, 309, 322])('so they do with codes, and an end that is taken back: %i', async seed => {
  const story = await beginStory(world, seed)
  for (let step = 0; step < steps; step += 1)
    await goOn(story, ['clock', 'clock', 'use', 'tier', 'home', 'coupon', 'end'])
  await proveBills(story)
})

/** Every bill is the sum of its lines, and the bills together charge each day that is over as what was agreed for it. */
async function proveBills(story: Story): Promise<void> {
  const invoices = await invoicesOf(story)
  for (const { lines, subtotalMinor, discountMinor, totalMinor } of invoices) {
    expect(lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(subtotalMinor)
    expect(totalMinor).toBe(subtotalMinor - discountMinor)
  }
  const plans = await readPlansByPrice()
  const times = new Map<string, number>()
  for (const { priceId, amountMinor, periodStartsAt, periodEndsAt } of invoices.flatMap(
    ({ lines }) => lines,
  )) {
    const plan = plans.get(priceId ?? '')
    if (!plan || amountMinor === 0n) continue
    for (const day of eachDay(fromDbDate(periodStartsAt), fromDbDate(periodEndsAt)))
      times.set(`${plan} ${day}`, (times.get(`${plan} ${day}`) ?? 0) + (amountMinor < 0n ? -1 : 1))
  }
  const billed = await billedDays(story)
  const agreed = new Map<string, number>()
  for (const { plan, startsOn, endsOn } of (await billingOf(story.tenant)).periods)
    for (const day of billed.filter(one => one >= startsOn && (endsOn === null || one < endsOn)))
      agreed.set(`${plan.id} ${day}`, 1)
  const charged = [...times].filter(
    ([key, count]) => count !== 0 && billed.includes(key.slice(-10) as LocalDate),
  )
  expect(Object.fromEntries(charged), story.log.join('\n')).toEqual(Object.fromEntries(agreed))
}

/** From the first that costs something to the last of which every change is on a bill. */
async function billedDays({ tenant, log }: Story): Promise<LocalDate[]> {
  const billing = await billingOf(tenant)
  const month = firstDayOf(monthOf(dateIn('UTC', world.now)))
  const ended = billing.state === 'cancelled' ? fromDbDate(billing.stateSince) : month
  const days = eachDay(firstChargedDay(billing), month).filter(day => day < ended)
  log.push(`${days.length} days are billed`)
  return days
}

async function readPlansByPrice(): Promise<ReadonlyMap<string, string>> {
  const versions = await asPlatform(tx => tx.platformPlanVersion.findMany({ select: { id: true } }))
  const objects = await asPlatform(tx => tx.platformStripeObject.findMany())
  return new Map(
    versions.flatMap(({ id }) =>
      objects.filter(({ key }) => key === baseKey(id)).map(({ stripeId }) => [stripeId, id] as const),
    ),
  )
}
