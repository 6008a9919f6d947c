import { expect, it } from 'vitest'
import { inTenant, type TenantContext } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { give, makeCompany, visit } from '@/lib/testing/make-visit'

testDatabase()

it('keeps guests from the links of mails: they hand none on to a mail that repeats another', async () => {
  const { tenant, admin } = await makeCompany()
  await give(admin)
  const { context } = await visit(tenant)
  const mail = { channel: 'email', template: 'sign-in', recipient: 'ana@company.example', subject: 'Sign in' }
  const [from, to] = await inTenant({ tenantId: tenant.id, system: 'test' }, async tx => {
    const data = { name: 'Ana' }
    const { id } = await tx.message.create({ data: { ...mail, data, key: 'first', status: 'failed' } })
    const again = await tx.message.create({ data: { ...mail, data, key: `again:${id}` } })
    const links = { url: `https://${tenant.slug}.example/link/token` }
    for (const messageId of [id, again.id])
      await tx.messageSecret.create({ data: { messageId, links: messageId === id ? links : {} } })
    return [id, again.id]
  })
  const handOn = (who: TenantContext) =>
    inTenant(who, tx => tx.$queryRaw`select app.hand_on_secrets(${from}::uuid, ${to}::uuid) as done`)
  expect(await handOn(context)).toEqual([{ done: false }])
  expect(await handOn(admin.context)).toEqual([{ done: true }])
})
