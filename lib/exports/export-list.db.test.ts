import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
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
    const reader = (await open(manager)).getReader()
    await reader.read()
    expect((await reader.read()).done).toBe(false)
    await inTenant(manager.context, tx =>
      tx.session.updateMany({ where: { id: manager.actor.sessionId }, data: { revokedAt: new Date() } }),
    )
    const rest = async () => {
      for (;;) if ((await reader.read()).done) return 'complete'
    }
    await expect(rest()).rejects.toThrow('ended during the export')
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
