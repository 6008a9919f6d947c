import { describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { readJobs } from '@/lib/testing/read-jobs'
import { claimMessage } from './claim-message'
import { queueMessage } from './queue-message'

testDatabase()
const system = (tenant: MadeTenant) => ({ tenantId: tenant.id, system: 'test' })

describe('queueMessage', () => {
  it('queues one message of a key in each tenant', async () => {
    const [tenant, other] = await Promise.all([makeTenant(), makeTenant()])
    const message = {
      template: 'welcome',
      data: { name: 'Ana', signInUrl: 'http://a.localhost/' },
      to: { email: 'once@example.com' },
      key: 'once',
    } as const
    const first = await inTenant(system(tenant), tx => queueMessage(tx, message))
    const again = await inTenant(system(tenant), tx => queueMessage(tx, message))
    const elsewhere = await inTenant(system(other), tx => queueMessage(tx, message))
    expect(again).toEqual(first)
    expect(elsewhere).not.toEqual(first)
  })

  it('keeps one-time links apart from what is shown, and only until they are sent', async () => {
    const tenant = await makeTenant()
    const url = 'http://a.localhost/link/once-only'
    const { messageId } = await inTenant(system(tenant), tx =>
      queueMessage(tx, {
        template: 'password-reset',
        data: { name: 'Ana', url, expiresInMinutes: 30 },
        to: { email: 'ana@example.com' },
        key: 'reset',
      }),
    )
    const admin = await makeUser(tenant)
    const look = (context: Parameters<typeof inTenant>[0]) =>
      inTenant(context, async tx => [await tx.message.findMany(), await tx.messageSecret.findMany()])
    const shown = [{ data: { name: 'Ana', expiresInMinutes: 30 } }]
    expect(await look(system(tenant))).toMatchObject([shown, [{ messageId, links: { url } }]])
    expect(await look(admin.context)).toMatchObject([shown, []])
    await inTenant(
      system(tenant),
      tx => tx.$executeRaw`update app.messages set status = 'sent' where id = ${messageId}::uuid`,
    )
    expect(await look(system(tenant))).toMatchObject([shown, []])
  })

  it('lets nobody but the system send a queued link on to another address', async () => {
    const tenant = await makeTenant()
    const admin = await makeUser(tenant)
    await inTenant(admin.context, tx =>
      queueMessage(tx, {
        template: 'password-reset',
        data: { name: 'Ana', url: 'http://a.localhost/link/once-only', expiresInMinutes: 30 },
        to: { email: 'ana@example.com' },
        key: 'reset',
      }),
    )
    const redirected = inTenant(
      admin.context,
      tx => tx.$executeRaw`update app.messages set recipient = 'me@example.com'`,
    )
    await expect(redirected).rejects.toThrow(/only the system/)
  })

  it('records a number that cannot receive texts and sends it nothing', async () => {
    const tenant = await makeTenant()
    const { messageId } = await inTenant(system(tenant), tx =>
      queueMessage(tx, {
        template: 'welcome',
        data: { name: 'Ana', signInUrl: 'http://a.localhost/' },
        to: { phone: '(305) 555-0142 ext 12' },
        key: 'extension',
      }),
    )
    const message = await inTenant(system(tenant), tx => tx.message.findFirst({ where: { id: messageId } }))
    expect(message).toMatchObject({
      status: 'suppressed',
      error: expect.stringContaining('can receive texts'),
    })
    const jobs = (await readJobs()).filter(job => job.data.messageId === messageId)
    expect(jobs).toEqual([])
  })

  it('sends no text for a company that switched texts off, before or after it was queued', async () => {
    const tenant = await makeTenant()
    const text = (key: string) =>
      inTenant(system(tenant), tx =>
        queueMessage(tx, {
          template: 'welcome',
          data: { name: 'Ana', signInUrl: 'http://a.localhost/' },
          to: { phone: '+1 555 555 0142' },
          key,
        }),
      )
    const before = await text('before')
    await inTenant(system(tenant), tx =>
      tx.featureChoice.createMany({ data: [{ feature: 'sms-notifications', isOn: false }] }),
    )
    const after = await text('after')
    const claimed = await inTenant(system(tenant), tx =>
      claimMessage(tx, { tenantId: tenant.id, id: before.messageId }),
    )
    expect(claimed).toBeNull()
    const messages = await inTenant(system(tenant), tx => tx.message.findMany({ orderBy: { id: 'asc' } }))
    expect(messages.map(({ id, status, error }) => [id, status, error])).toEqual([
      [before.messageId, 'suppressed', 'Text messages are switched off for your company.'],
      [after.messageId, 'suppressed', 'Text messages are switched off for your company.'],
    ])
    expect((await readJobs()).filter(job => job.data.messageId === after.messageId)).toEqual([])
  })

  it('is for staff and the system, not for people of the portal', async () => {
    const tenant = await makeTenant()
    const homeowner = await makeUser(tenant, { role: 'homeowner' })
    const queued = inTenant(homeowner.context, tx =>
      queueMessage(tx, {
        template: 'welcome',
        data: { name: 'Ana', signInUrl: 'http://a.localhost/' },
        to: { email: 'anybody@example.com' },
        key: 'spam',
      }),
    )
    await expect(queued).rejects.toThrow(/row-level security/)
  })

  it('shows limited staff what they caused, and not the rest', async () => {
    const tenant = await makeTenant()
    const limited = await makeUser(tenant, { role: 'manager', scope: 'chosen' })
    const queue = (context: Parameters<typeof inTenant>[0], key: string) =>
      inTenant(context, tx =>
        queueMessage(tx, {
          template: 'welcome',
          data: { name: 'Ana', signInUrl: 'http://a.localhost/' },
          to: { email: `${key}@example.com` },
          key,
        }),
      )
    await queue(system(tenant), 'by-the-system')
    const own = await queue(limited.context, 'by-me')
    const seen = await inTenant(limited.context, tx => tx.message.findMany({ select: { id: true } }))
    expect(seen).toEqual([{ id: own.messageId }])
  })
})
