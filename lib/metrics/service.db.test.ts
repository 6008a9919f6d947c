import { expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { companyList } from './company-list'
import { plannedStates, readAdoption } from './read-adoption'
import { readServiceHours, readWorstService } from './read-service'

testDatabase()

const hourAt = new Date('2026-03-05T10:00:00Z')
const since = new Date('2026-03-05T00:00:00Z')

async function company(requests: number, slow: number, errors: number) {
  const { id: tenantId } = await makeTenant()
  const of = { requests: BigInt(requests), errors: BigInt(errors) }
  await asPlatform(tx =>
    tx.platformRequestHour.create({
      data: { tenantId, hourAt, ...of, le50: BigInt(requests - slow), slower: BigInt(slow) },
    }),
  )
  return tenantId
}

it('leads with the worst company however small it is, and not with one of too few requests', async () => {
  await company(100_000, 100, 10)
  await company(50_000, 0, 0)
  const small = await company(30, 12, 3)
  await company(3, 3, 3)
  const { slow, broken } = await asPlatform(tx => readWorstService(tx, since, 2))
  expect(slow.map(row => [row.tenantId === small, row.requests])).toEqual([
    [true, 30],
    [false, 100_000],
  ])
  expect(slow[0]).toMatchObject({ slowShare: 0.4, p95: null })
  expect(broken.map(row => row.errorShare)).toEqual([0.1, 0.0001])
  const hours = await asPlatform(tx => readServiceHours(tx, small, since))
  expect(hours).toEqual([{ hourAt, requests: 30, slow: 12, errors: 3 }])
})

it('counts under each plan and feature the companies of the list it leads to', async () => {
  const [first, second, gone] = [await makeTenant(), await makeTenant(), await makeTenant()]
  await asPlatform(async tx => {
    const onDay = new Date(Date.now() - 86_400_000)
    const old = new Date(Date.now() - 40 * 86_400_000)
    for (const [{ id: tenantId }, day, quantity] of [
      [first, onDay, 4n],
      [second, onDay, 0n],
      [second, old, 4n],
    ] as const)
      await tx.platformUsageDay.create({ data: { tenantId, meter: 'emails', onDay: day, quantity } })
    await tx.platformDomain.create({
      data: { tenantId: second.id, host: 'second.example', status: 'verified', verifiedAt: new Date() },
    })
    await tx.platformAccount.updateMany({
      where: { tenantId: gone.id },
      data: { state: 'cancelled', stateSince: new Date() },
    })
  })
  const idsOf = async (search: Record<string, string | string[]>) => {
    const query = readListQuery(companyList, search)
    return (await asPlatform(tx => runList(tx, companyList, query, {}))).rows.map(({ id }) => id)
  }
  expect(await idsOf({ 'f.uses': 'emails' })).toEqual([first.id])
  expect(await idsOf({ 'f.uses': 'own-domain' })).toEqual([second.id])
  const { plans, uses } = await asPlatform(readAdoption)
  for (const { feature, companies } of uses)
    expect([feature, (await idsOf({ 'f.uses': feature })).length]).toEqual([feature, companies])
  expect(plans.reduce((sum, { companies }) => sum + companies, 0)).toBeGreaterThan(0)
  for (const { plan, companies } of plans) {
    const listed = await idsOf({ 'f.plan': plan, 'f.state': [...plannedStates], size: '200' })
    expect([plan, listed.includes(gone.id), listed.length]).toEqual([plan, false, companies])
  }
})
