import { expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { addDays, type LocalDate, toDbDate } from '@/lib/time/local-date'
import { type MetricName, metrics } from './catalogue'
import { companiesBehind } from './companies-behind'

testDatabase()

const day = '2026-03-31' as LocalDate
const noon = (on: LocalDate) => new Date(toDbDate(on).getTime() + 43_200_000)

/** A company as it stood thirty days before and on the day, with what it sent and how its account got there. */
async function company(then: string, now: string, emails: bigint) {
  const { id: tenantId } = await makeTenant()
  await asPlatform(async tx => {
    await tx.platformRevenueDay.createMany({
      data: [
        {
          tenantId,
          onDay: toDbDate(addDays(day, -30)),
          state: then,
          mrrMinor: then === 'active' ? 4_900n : 0n,
        },
        { tenantId, onDay: toDbDate(day), state: now, mrrMinor: now === 'active' ? 14_900n : 0n },
      ],
    })
    await tx.platformUsageDay.createMany({
      data: [addDays(day, -6), day].map(on => ({
        tenantId,
        meter: 'emails',
        onDay: toDbDate(on),
        quantity: emails,
      })),
    })
    if (then !== now)
      await tx.platformStateChange.createMany({
        data: [{ tenantId, at: noon(addDays(day, -3)), fromState: then, toState: now, event: 'test' }],
      })
  })
  return tenantId
}

async function rowsBehind(metric: MetricName, first: LocalDate = day) {
  const { list, where } = companiesBehind(metric, { first, last: day })
  const { rows } = await asPlatform(tx => runList(tx, list, readListQuery(list, {}), { where }))
  return rows
}

it('are those the figure counts, with what each adds to it', async () => {
  const stays = await company('active', 'active', 10n)
  const left = await company('active', 'cancelled', 0n)
  const tries = await company('trialing', 'trialing', 3n)
  const joined = await company('trialing', 'active', 0n)
  const idsOf = async (metric: MetricName, first?: LocalDate) =>
    (await rowsBehind(metric, first)).map(({ id }) => id)

  expect(new Set(await idsOf('mrr'))).toEqual(new Set([stays, joined]))
  expect(await idsOf('trialing')).toEqual([tries])
  expect(new Set(await idsOf('retention'))).toEqual(new Set([stays, left]))
  expect(await idsOf('churn')).toEqual([left])
  expect(await idsOf('conversion')).toEqual([joined])
  expect(await idsOf('cancelled')).toEqual([])
  expect(await idsOf('cancelled', addDays(day, -6))).toEqual([left])
  expect(await rowsBehind('emails')).toMatchObject([
    { id: stays, figure: 10 },
    { id: tries, figure: 3 },
  ])
  expect(await rowsBehind('emails', addDays(day, -6))).toMatchObject([
    { id: stays, figure: 20 },
    { id: tries, figure: 6 },
  ])
})

it('can be asked for behind every figure', async () => {
  for (const metric of Object.keys(metrics) as MetricName[])
    expect(await rowsBehind(metric, addDays(day, -29))).toBeInstanceOf(Array)
})
