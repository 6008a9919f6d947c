import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant } from '@/lib/db/in-tenant'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { cancelImport } from './cancel-import'
import { begin, commit, preview } from './fixtures/run-import'
import { importList } from './import-list'

testDatabase()

const register = (units: number) =>
  Buffer.from(
    [
      'Project Number,Condo Name,County,Units',
      `K1,Lake,Lee,${units}`,
      'K2,Bay,Lee,3',
      'K3,Sea,Orange,4',
    ].join('\n'),
  )

const cancel = (user: MadeUser, importId: string) =>
  runInTenant(user.context, tx => cancelImport(tx, user.actor, importId))

/** What the newest import says of itself on the list. */
async function newest(user: MadeUser) {
  const { rows } = await inTenant(user.context, tx =>
    runList(tx, importList, readListQuery(importList, new URLSearchParams())),
  )
  const { newCount, changedCount } = rows[0] ?? {}
  return { newCount, changedCount }
}

describe('the list of imports', () => {
  it('says what a dry run found, and of an import that was started what it wrote', async () => {
    const user = await makeUser(await makeTenant(), { role: 'manager' })
    const first = await preview(user, register(2))
    expect(await newest(user)).toEqual({ newCount: 3, changedCount: 0 })
    await commit(user, first.id, { counties: ['Lee'] })
    expect(await newest(user)).toEqual({ newCount: 2, changedCount: 0 })

    const second = await preview(user, register(5))
    expect(await newest(user)).toEqual({ newCount: 1, changedCount: 1 })
    await commit(user, second.id, { counties: ['Lee'] })
    expect(await newest(user)).toEqual({ newCount: 0, changedCount: 1 })

    const roster =
      'Association,Unit,Name,Owner since\nLake,1,Ann Ray,3/1/2020\nLake,2,Bo Lee,3/1/2020\nLake,99,Cy,\n'
    const owners = await preview(user, Buffer.from(roster))
    await commit(user, owners.id)
    expect(await newest(user)).toEqual({ newCount: 2, changedCount: 0 })
  })

  it('says nothing of one cancelled before it began, and what one had written that was cancelled later', async () => {
    const user = await makeUser(await makeTenant(), { role: 'manager' })
    const first = await preview(user, register(2))
    await cancel(user, first.id)
    expect(await newest(user)).toEqual({ newCount: null, changedCount: null })
    const second = await preview(user, register(2))
    await begin(user, second.id)
    expect(await newest(user)).toEqual({ newCount: 0, changedCount: 0 })
    await cancel(user, second.id)
    expect(await newest(user)).toEqual({ newCount: 0, changedCount: 0 })
  })
})
