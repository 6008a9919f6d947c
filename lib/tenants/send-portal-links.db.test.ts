import { expect, it } from 'vitest'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { sendPortalLinks } from './send-portal-links'

testDatabase()

it('mails a link from every company that knows the address, and from no other', async () => {
  const [one, two, other] = [await makeTenant(), await makeTenant(), await makeTenant()]
  const email = 'kim@home.example'
  await makeUser(one, { email, role: 'homeowner' })
  await makeUser(two, { email, role: 'staff' })
  await makeUser(other, { email: 'sam@home.example' })
  expect(await sendPortalLinks(email)).toBe(2)
  const mails = (tenant: typeof one) =>
    inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
      tx.message.findMany({ select: { recipient: true, template: true } }),
    )
  const link = [{ recipient: email, template: 'sign-in-link' }]
  expect(await Promise.all([one, two, other].map(mails))).toEqual([link, link, []])
  expect(await sendPortalLinks('nobody@home.example')).toBe(0)
})
