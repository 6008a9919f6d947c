import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { describeKey } from '@/lib/credentials/describe-key'
import { enterKey } from '@/lib/credentials/enter-key'
import { enterKeySchema } from '@/lib/credentials/schema'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { addDays, parseLocalDate, toDbDate } from '@/lib/time/local-date'
import { tendCredentials } from './tend-credentials'

process.env.LOG_LEVEL = 'silent'
testDatabase()

const day = (text: string) => {
  const date = parseLocalDate(text)
  if (!date) throw new Error(text)
  return date
}
const expiry = day('2027-06-30')
/** Noon in New York, some days before the key expires. */
const daysBefore = (days: number) => new Date(toDbDate(addDays(expiry, -days)).getTime() + 16 * 3_600_000)

async function companyWithKey() {
  const tenant = await makeTenant()
  const user = await makeUser(tenant)
  const input = enterKeySchema.parse({
    provider: 'pea',
    customerNumber: '020012345678',
    password: 'correct horse',
    expiresOn: expiry,
  })
  const entered = await runInTenant(user.context, tx => enterKey(tx, user.actor, input))
  if (!entered.ok) throw new Error(entered.message)
  const mails = () =>
    inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
      tx.message.findMany({ where: { template: 'notice' }, orderBy: { createdAt: 'asc' } }),
    )
  return { tenant, user, versionId: entered.value.versionId, mails }
}

describe('the nightly look at keys', () => {
  it('tells every admin 30, 7 and 1 days before a key expires, once each, and nobody else', async () => {
    const { tenant, user, mails } = await companyWithKey()
    const second = await makeUser(tenant, { email: 'second@example.test' })
    await makeUser(tenant, { role: 'manager' })
    const told: [number, number][] = []
    for (const days of [40, 31, 30, 30, 29, 8, 7, 6, 2, 1, 1, 0, -1, -10]) {
      const had = (await mails()).length
      await tendCredentials({ tenantId: tenant.id }, daysBefore(days))
      const has = (await mails()).length
      if (has > had) told.push([days, has - had])
    }
    expect(told).toEqual([
      [30, 2],
      [7, 2],
      [1, 2],
    ])
    const messages = await mails()
    expect(new Set(messages.map(message => message.userId))).toEqual(
      new Set([user.actor.userId, second.actor.userId]),
    )
    expect(messages[0]?.subject).toContain('PEA key expires on June 30, 2027')
    expect(JSON.stringify(messages)).not.toContain('correct horse')
  })

  it('makes up for nights it missed with one word, and starts anew for a later date', async () => {
    const { tenant, user, versionId, mails } = await companyWithKey()
    await tendCredentials({ tenantId: tenant.id }, daysBefore(5))
    expect(await mails()).toHaveLength(1)
    const later = addDays(expiry, 365)
    await runInTenant(user.context, tx =>
      describeKey(tx, user.actor, { versionId, label: '', scopes: [], expiresOn: later }),
    )
    await tendCredentials({ tenantId: tenant.id }, daysBefore(0))
    expect(await mails()).toHaveLength(1)
    await tendCredentials({ tenantId: tenant.id }, daysBefore(-360))
    expect(await mails()).toHaveLength(2)
  })
})
