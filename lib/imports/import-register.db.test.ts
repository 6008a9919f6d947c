import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { commit, preview } from './fixtures/run-import'

testDatabase()

const excerpt = readFileSync(new URL('./fixtures/florida-register-excerpt.csv', import.meta.url))
const edited = (from: string, to: string) => Buffer.from(excerpt.toString().replace(from, to))

async function manager(): Promise<MadeUser> {
  return makeUser(await makeTenant(), { role: 'manager' })
}

const count = (user: MadeUser) =>
  inTenant(user.context, async tx => ({
    associations: await tx.association.count(),
    units: await tx.unit.count(),
    kept: (await tx.association.aggregate({ _sum: { unitCount: true } }))._sum.unitCount ?? 0,
  }))

describe('importing a register', () => {
  it('says what it would do, does exactly that, and nothing the second time', async () => {
    const user = await manager()
    const dry = await preview(user, excerpt)
    expect(dry).toMatchObject({
      state: 'previewed',
      kind: 'register',
      newCount: 71,
      changedCount: 0,
      unchangedCount: 0,
      refusedCount: 0,
    })
    expect(dry.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await count(user)).toEqual({ associations: 0, units: 0, kept: 0 })
    const done = await commit(user, dry.id)
    expect(done).toMatchObject({
      state: 'done',
      rowsChosen: 71,
      rowsDone: 71,
      written: { associationsCreated: 71, unitsCreated: 4565 },
    })
    expect(done.control).toEqual({
      equal: true,
      lines: [
        { what: 'Associations', file: 71, database: 71, surplus: 0 },
        { what: 'Units', file: 4565, database: 4565, surplus: 0 },
      ],
    })
    expect(await count(user)).toEqual({ associations: 71, units: 4565, kept: 4565 })
    const again = await preview(user, excerpt)
    expect(again).toMatchObject({ newCount: 0, changedCount: 0, unchangedCount: 71, refusedCount: 0 })
  })

  it('keeps what a register says of an association', async () => {
    const user = await manager()
    const { id } = await preview(user, excerpt)
    await commit(user, id)
    const one = await inTenant(user.context, tx =>
      tx.association.findFirst({ where: { externalKey: 'fl-dbpr:PR1P005083' } }),
    )
    expect(one).toMatchObject({
      name: 'The Greens, a Condo',
      legalName: 'Greens of Orlando Condominium Association, Inc',
      kind: 'condominium',
      street: '530 West Par Street',
      city: 'Orlando',
      region: 'FL',
      postalCode: '32804-2930',
      county: 'Orange',
      zone: 'America/New_York',
      jurisdiction: 'US-FL',
      recordedOn: new Date('1981-02-09'),
      unitCount: 28,
    })
    const labels = await inTenant(user.context, tx =>
      tx.unit.findMany({ where: { associationId: one?.id ?? '' }, select: { label: true } }),
    )
    expect(labels.map(({ label }) => Number(label)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 28 }, (_, i) => i + 1),
    )
  })
})
