import { describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { advanceMessage } from './advance-message'
import { claimMessage } from './claim-message'
import { liftSuppression } from './lift-suppression'
import { queueMessage } from './queue-message'
import { sendAgain } from './send-again'
import { suppressRecipient } from './suppress-recipient'

testDatabase()
const url = 'http://a.localhost/invitation/once-only'

async function invited(status: 'failed' | 'bounced' | 'delivered') {
  const tenant = await makeTenant()
  const { actor, context } = await makeUser(tenant, { role: 'admin' })
  const system = { tenantId: tenant.id, system: 'test' }
  const { messageId } = await inTenant(system, tx =>
    queueMessage(tx, {
      template: 'invitation',
      data: { name: 'Ana', invitedBy: 'Joe', url, expiresInDays: 7 },
      to: { email: 'ana@example.com' },
      key: 'invite',
    }),
  )
  await inTenant(system, tx => advanceMessage(tx, messageId, { status, at: new Date(), error: 'why' }))
  return { actor, context, system, messageId }
}

describe('sendAgain', () => {
  it('queues a failed message anew, once, with its link; the old one is never sent any more', async () => {
    const { actor, context, system, messageId } = await invited('failed')
    const again = await inTenant(context, tx => sendAgain(tx, actor, { messageId }))
    if (!again.ok) throw new Error(again.message)
    const twice = await inTenant(context, tx => sendAgain(tx, actor, { messageId }))
    expect(twice).toMatchObject({ ok: false, reason: 'wrong_state' })
    const find = (id: string) => inTenant(system, tx => tx.message.findFirstOrThrow({ where: { id } }))
    expect(await find(again.value.messageId)).toMatchObject({ status: 'queued' })
    expect(await find(messageId)).toMatchObject({ status: 'failed' })
    const secrets = await inTenant(system, tx => tx.messageSecret.findMany())
    expect(secrets).toMatchObject([{ messageId: again.value.messageId, links: { url } }])
    expect(
      await inTenant(system, tx => claimMessage(tx, { tenantId: context.tenantId, id: messageId })),
    ).toBeNull()
    const audit = await inTenant(system, tx =>
      tx.auditEntry.findMany({ where: { action: 'message:sent-again' } }),
    )
    expect(audit).toMatchObject([{ userId: actor.userId, subjectLabel: 'ana@example.com' }])
  })

  it.each([
    ['bounced', 'its one-time link is gone'],
    ['delivered', 'it was sent'],
  ] as const)('refuses one that is %s, because %s', async (status, why) => {
    const { actor, context, messageId } = await invited(status)
    const refused = await inTenant(context, tx => sendAgain(tx, actor, { messageId }))
    expect(refused).toMatchObject({ ok: false, reason: 'wrong_state', message: expect.stringContaining(why) })
  })
})

describe('liftSuppression', () => {
  it('lets messages go to an address again, and not to a number that said STOP', async () => {
    const { actor, context, system, messageId } = await invited('bounced')
    const to = { channel: 'email', recipient: 'ana@example.com' } as const
    const phone = { channel: 'sms', recipient: '+13055550142' } as const
    await inTenant(system, async tx => {
      await suppressRecipient(tx, to, 'bounced', messageId)
      await suppressRecipient(tx, phone, 'unsubscribed', messageId)
    })
    const blocks = await inTenant(system, tx => tx.suppression.findMany())
    const lift = (channel: string) =>
      inTenant(context, tx =>
        liftSuppression(tx, actor, { suppressionId: blocks.find(b => b.channel === channel)?.id ?? '' }),
      )
    expect(await lift('email')).toMatchObject({ ok: true })
    expect(await lift('email')).toMatchObject({ ok: false, reason: 'not_found' })
    expect(await lift('sms')).toMatchObject({ ok: false, reason: 'forbidden' })
    const next = await inTenant(system, async tx => {
      const data = { name: 'Ana', signInUrl: 'http://a.localhost/' }
      const queued = await queueMessage(tx, {
        template: 'welcome',
        data,
        to: { email: to.recipient },
        key: 'next',
      })
      return tx.message.findFirstOrThrow({ where: { id: queued.messageId } })
    })
    expect(next.status).toBe('queued')
  })
})
