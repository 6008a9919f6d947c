import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { AccountState } from '@/lib/auth/account'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { readListQuery } from '@/lib/lists/read-list-query'
import { testDatabase } from '@/lib/testing/create-test-database'
import { limitUser } from '@/lib/testing/limit-user'
import { makeAssociation } from '@/lib/testing/make-association'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { exportList } from './export-list'
import { findExportedList } from './exported-lists'

testDatabase()

async function world(units: number) {
  const tenant = await makeTenant()
  const association = await makeAssociation(tenant, { name: '=Harbor' })
  await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.unit.createMany({
      data: Array.from({ length: units }, (_, at) => ({
        associationId: association.id,
        label: String(at + 1),
        labelSort: '',
      })),
    }),
  )
  return { tenant, association, manager: await makeUser(tenant, { role: 'manager' }) }
}

async function open(user: MadeUser, asked = '') {
  const list = findExportedList('units')
  if (!list) throw new Error('units are not exported')
  const query = readListQuery(list, new URLSearchParams(asked))
  return inTenant(user.context, tx => exportList(tx, user.actor, list, { query, zone: 'UTC', asked }))
}

/** An export of which the headings and one batch are read; `rest` reads on to its end. */
async function halfRead(user: MadeUser) {
  const reader = (await open(user)).getReader()
  await reader.read()
  expect((await reader.read()).done).toBe(false)
  return {
    rest: async () => {
      for (;;) if ((await reader.read()).done) return 'complete'
    },
  }
}

const stand = (user: MadeUser, state: AccountState) =>
  asPlatform(tx =>
    tx.platformAccount.updateMany({ where: { tenantId: user.context.tenantId }, data: { state } }),
  )

async function rowsOf(body: ReadableStream<Uint8Array>): Promise<string[][]> {
  const bytes = new Uint8Array(await new Response(body).arrayBuffer())
  // The mark by which spreadsheets know UTF-8.
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  return parse(Buffer.from(bytes.slice(3)))
}

describe('exportList', () => {
  it('writes everything the address asks for once, in its order, over many batches', async () => {
    const { manager } = await world(2345)
    const [header, ...rows] = await rowsOf(await open(manager, 'sort=label.desc&columns=label,association'))
    expect(header).toEqual(['Unit', 'Association'])
    expect(rows.map(([label]) => label)).toEqual(Array.from({ length: 2345 }, (_, at) => String(2345 - at)))
    expect(rows[0]?.[1]).toBe("'=Harbor")
    const found = await rowsOf(await open(manager, 'q=2345&columns=label'))
    expect(found).toEqual([['Unit'], ['2345']])
    const entry = await inTenant(manager.context, tx =>
      tx.auditEntry.findFirst({ where: { action: 'list:exported' }, orderBy: { at: 'asc' } }),
    )
    expect(entry).toMatchObject({ userId: manager.actor.userId, subjectLabel: 'units' })
    expect(entry?.after).toMatchObject({ query: 'sort=label.desc&columns=label,association' })
  })

  it('breaks off when the session ends half-way', async () => {
    const { manager } = await world(2500)
    const { rest } = await halfRead(manager)
    await inTenant(manager.context, tx =>
      tx.session.updateMany({ where: { id: manager.actor.sessionId }, data: { revokedAt: new Date() } }),
    )
    await expect(rest()).rejects.toThrow('ended during the export')
  })

  it.each(['export:create', 'unit:read'])('breaks off when %s is denied half-way', async permission => {
    const { tenant, manager } = await world(2500)
    const { rest } = await halfRead(manager)
    await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
      tx.userPermission.createMany({ data: [{ userId: manager.actor.userId, permission, effect: 'deny' }] }),
    )
    await expect(rest()).rejects.toThrow('ended during the export')
  })

  it('breaks off when the company may not read any more, and goes on while it may only read', async () => {
    const { manager } = await world(2500)
    const [first, second, third] = [await halfRead(manager), await halfRead(manager), await halfRead(manager)]
    await stand(manager, 'read_only')
    expect(await first.rest()).toBe('complete')
    await stand(manager, 'suspended')
    await expect(second.rest()).rejects.toThrow('ended during the export')
    await stand(manager, 'cancelled')
    await expect(third.rest()).rejects.toThrow('ended during the export')
  })

  it('gives limited staff their own associations alone', async () => {
    const { tenant, manager } = await world(3)
    const own = await makeAssociation(tenant, { name: 'Own' })
    await inTenant(manager.context, tx =>
      tx.unit.createMany({ data: [{ associationId: own.id, label: 'A', labelSort: '' }] }),
    )
    const limited = await makeUser(tenant, { role: 'staff', scope: 'chosen' })
    await limitUser(limited, [own.id])
    expect(await rowsOf(await open(limited, 'columns=label,association'))).toEqual([
      ['Unit', 'Association'],
      ['A', 'Own'],
    ])
  })

  it('knows only the lists that are exported', () => {
    expect(findExportedList('sessions')).toBeNull()
    expect(findExportedList('constructor')).toBeNull()
  })
})
