import { expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { adminList } from './admin-list'

testDatabase()

const find = async (params: string) => {
  const { rows } = await asPlatform(tx =>
    runList(tx, adminList, readListQuery(adminList, new URLSearchParams(params))),
  )
  return rows
}

it('finds admins by name, email, role, access and second factor, page by page', async () => {
  const [olga, bill, sue] = [
    await makeAdmin(),
    await makeAdmin({ role: 'billing' }),
    await makeAdmin({ role: 'support' }),
  ]
  await asPlatform(async tx => {
    await tx.platformAdmin.updateMany({ where: { id: bill.adminId }, data: { suspendedAt: new Date() } })
    await tx.platformAdmin.updateMany({ where: { id: sue.adminId }, data: { passwordHash: null } })
    await tx.platformAdmin.updateMany({ where: { id: olga.adminId }, data: { name: 'Zelda Zorn' } })
  })
  expect((await find('')).map(({ id, state, role }) => ({ id, state, role }))).toEqual([
    { id: bill.adminId, state: 'suspended', role: 'billing' },
    { id: sue.adminId, state: 'invited', role: 'support' },
    { id: olga.adminId, state: 'active', role: 'owner' },
  ])
  const only = [{ id: olga.adminId }]
  expect(await find('q=zelda')).toMatchObject(only)
  expect(await find(`q=${olga.email}`)).toMatchObject(only)
  expect(await find('f.state=active')).toMatchObject(only)
  expect(await find('f.role=owner')).toMatchObject(only)
  expect(await find('f.enrolled=true')).toEqual([])
  const [row] = await find('q=zelda')
  expect(new Date(row?.lastSeenAt ?? 0).getTime()).toBeGreaterThan(Date.now() - 60_000)
})
