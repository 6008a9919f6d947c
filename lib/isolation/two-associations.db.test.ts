import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { auditList } from '@/lib/audit-log/audit-list'
import { listActivity } from '@/lib/audit-log/list-activity'
import { inTenant } from '@/lib/db/in-tenant'
import { whole } from '@/lib/fraction/fraction'
import { inviteHomeowner } from '@/lib/homeowners/invite-homeowner'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { liftSuppression } from '@/lib/messaging/lift-suppression'
import { correctOwnership } from '@/lib/ownerships/correct-ownership'
import { readHistory } from '@/lib/ownerships/read-history'
import { transferOwnership } from '@/lib/ownerships/transfer-ownership'
import { testDatabase } from '@/lib/testing/create-test-database'
import { limitUser } from '@/lib/testing/limit-user'
import { makeAssociation } from '@/lib/testing/make-association'
import { makeHomeowner } from '@/lib/testing/make-homeowner'
import { makeOwnerships } from '@/lib/testing/make-ownerships'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUnit } from '@/lib/testing/make-unit'
import { makeUser } from '@/lib/testing/make-user'
import type { LocalDate } from '@/lib/time/local-date'

testDatabase()

/** A company with two associations, somebody of its staff who is limited to the first, and an owner in each. */
async function world() {
  const tenant = await makeTenant()
  const [shown, hidden] = [
    await makeAssociation(tenant, { name: 'Shown House' }),
    await makeAssociation(tenant, { name: 'Hidden Tower' }),
  ]
  const here = await makeUnit(tenant, { associationId: shown.id })
  const there = await makeUnit(tenant, { associationId: hidden.id, label: 'Penthouse' })
  const [ana, ben] = [await makeHomeowner(tenant), await makeHomeowner(tenant)]
  await makeOwnerships(tenant, { unitId: here.id, homeownerId: ana.id })
  await makeOwnerships(tenant, { unitId: there.id, homeownerId: ben.id })
  const limited = await makeUser(tenant, { role: 'manager', scope: 'chosen' })
  await limitUser(limited, [shown.id])
  return { tenant, admin: await makeUser(tenant), limited, here, there, ana, ben }
}

type World = Awaited<ReturnType<typeof world>>

async function transfer({ admin }: World, unitId: string, homeownerId: string) {
  const seen = (await inTenant(admin.context, tx => readHistory(tx, unitId)))?.seen ?? ''
  const owners = [{ homeownerId, share: whole }]
  const on = '2024-03-15' as LocalDate
  const done = await runInTenant(admin.context, tx =>
    transferOwnership(tx, admin.actor, { unitId, seen, on, owners }),
  )
  expect(done).toMatchObject({ ok: true })
}

/** What the log tells somebody, of one homeowner and of all. */
const told = ({ limited }: World, id: string) =>
  inTenant(limited.context, async tx =>
    JSON.stringify([
      await listActivity(tx, { type: 'homeowner', id }),
      (await runList(tx, auditList, readListQuery(auditList, {}))).rows,
      await tx.auditEntry.findMany(),
    ]),
  )

describe('staff limited to one of two associations', () => {
  it('read nothing of what somebody they meet owns in the other', async () => {
    const made = await world()
    await transfer(made, made.there.id, made.ana.id)
    await transfer(made, made.here.id, made.ben.id)
    const log = await told(made, made.ana.id)
    expect(log).toContain('Shown House')
    expect(log).not.toMatch(/Hidden Tower|Penthouse/)
  })

  it('read nothing of what somebody never owned there after all', async () => {
    const made = await world()
    const { admin, there, ana, ben } = made
    const seen = (await inTenant(admin.context, tx => readHistory(tx, there.id)))?.seen ?? ''
    const period = {
      id: null,
      homeownerId: ana.id,
      startsOn: '2020-01-01' as LocalDate,
      endsOn: null,
      share: whole,
    }
    const done = await runInTenant(admin.context, tx =>
      correctOwnership(tx, admin.actor, { unitId: there.id, seen, periods: [period] }),
    )
    expect(done).toMatchObject({ ok: true })
    expect(await told(made, ben.id)).not.toMatch(/Hidden Tower|Penthouse/)
  })

  it('read nothing of it in an invitation to somebody they meet', async () => {
    const made = await world()
    const { admin, limited, there, ana } = made
    await transfer(made, there.id, ana.id)
    const invited = await runInTenant(admin.context, tx =>
      inviteHomeowner(tx, admin.actor, { homeownerId: ana.id }),
    )
    expect(invited).toMatchObject({ ok: true })
    const messages = await inTenant(limited.context, tx => tx.message.findMany())
    expect(messages).toHaveLength(1)
    expect(JSON.stringify(messages)).not.toMatch(/Hidden Tower|Penthouse/)
  })

  it('see and lift blocks of addresses that they meet, and of no others', async () => {
    const { tenant, limited, ana, ben } = await world()
    const block = (recipient: string) => ({ channel: 'email', recipient, reason: 'complained' })
    await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
      tx.suppression.createMany({ data: [block(ana.email ?? ''), block(ben.email ?? '')] }),
    )
    const all = await inTenant({ tenantId: tenant.id, system: 'test' }, tx => tx.suppression.findMany())
    const idOf = (recipient: string | null) => all.find(one => one.recipient === recipient)?.id ?? ''
    const lift = (recipient: string | null) =>
      runInTenant(limited.context, tx =>
        liftSuppression(tx, limited.actor, { suppressionId: idOf(recipient) }),
      )
    expect(await inTenant(limited.context, tx => tx.suppression.count())).toBe(1)
    expect(await lift(ben.email)).toMatchObject({ reason: 'not_found' })
    expect(await lift(ana.email)).toMatchObject({ ok: true })
  })
})
