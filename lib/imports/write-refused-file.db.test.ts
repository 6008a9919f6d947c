import { describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant, type TenantTx } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { preview } from './fixtures/run-import'
import { writeRefusedFile } from './write-refused-file'

testDatabase()

const asSystem = ({ context }: MadeUser, work: (tx: TenantTx) => Promise<unknown>) =>
  inTenant({ tenantId: context.tenantId, system: 'test' }, work)

/** A file of refused rows, more than two batches of them, of which the headings and one batch are read. */
async function halfRead() {
  const user = await makeUser(await makeTenant(), { role: 'manager' })
  const lines = Array.from({ length: 1200 }, (_, i) => `K${i},Association ${i},Lee,many`)
  const dry = await preview(
    user,
    Buffer.from(['Project Number,Condo Name,County,Units', ...lines].join('\n')),
  )
  expect(dry).toMatchObject({ refusedCount: 1200 })
  const pieces = writeRefusedFile(user.context, dry)
  const read = async () => {
    const { value, done } = await pieces.next()
    if (done) throw new Error('the file is over')
    return Buffer.from(value).toString()
  }
  expect(await read()).toContain('Why it was refused')
  expect((await read()).trimEnd().split('\r\n')).toHaveLength(500)
  const rest = async () => {
    let text = ''
    for await (const piece of pieces) text += Buffer.from(piece).toString()
    return text.trimEnd().split('\r\n').length
  }
  return { user, rest }
}

const denied = (user: MadeUser) =>
  asSystem(user, tx =>
    tx.userPermission.createMany({
      data: [{ userId: user.actor.userId, permission: 'import:read', effect: 'deny' }],
    }),
  )
const ended = (user: MadeUser) =>
  asSystem(user, tx =>
    tx.session.updateMany({ where: { id: user.actor.sessionId }, data: { revokedAt: new Date() } }),
  )
const stood = (state: 'read_only' | 'suspended' | 'cancelled') => (user: MadeUser) =>
  asPlatform(tx =>
    tx.platformAccount.updateMany({ where: { tenantId: user.context.tenantId }, data: { state } }),
  )

describe('the file of refused rows', () => {
  it.each([
    ['the permission is denied', denied],
    ['the session ends', ended],
    ['the company is suspended', stood('suspended')],
    ['the company is cancelled', stood('cancelled')],
  ])('breaks off when %s half-way', async (_, happen) => {
    const { user, rest } = await halfRead()
    await happen(user)
    await expect(rest()).rejects.toThrow('ended during the export')
  })

  it('is complete for a company that may only read', async () => {
    const { user, rest } = await halfRead()
    await stood('read_only')(user)
    expect(await rest()).toBe(700)
  })
})
