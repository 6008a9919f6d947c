import { expect, it } from 'vitest'
import { runAsPlatform } from '@/lib/action/run-as-platform'
import { asPlatform } from '@/lib/db/as-platform'
import { newId } from '@/lib/db/new-id'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { makeTenant } from '@/lib/testing/make-tenant'
import { giveCredit } from './give-credit'
import { giveCreditSchema } from './schema'

testDatabase()

it('gives credit once, however often and at once its form is sent', async () => {
  const admin = await makeAdmin({ role: 'billing' })
  const { id: tenantId } = await makeTenant()
  const form = { tenantId, creditId: newId(), amount: '12.5', reason: 'For the outage' }
  const give = () => runAsPlatform(tx => giveCredit(tx, admin, giveCreditSchema.parse(form)))
  const results = await Promise.all([give(), give(), give()])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await give()).toMatchObject({ ok: false, reason: 'wrong_state' })
  const credits = await asPlatform(tx => tx.platformCredit.findMany({ where: { tenantId } }))
  expect(credits).toMatchObject([{ id: form.creditId, amountMinor: 1250n, givenBy: admin.adminId }])
  const raise = asPlatform(
    tx =>
      tx.$executeRaw`update platform.credits set amount_minor = 99999 where tenant_id = ${tenantId}::uuid`,
  )
  await expect(raise).rejects.toThrow('permission denied')
})

it.each(['-5', '0', '0.00', '1e9', '10000000', '1.234', ' ', 'NaN'])('refuses the amount %s', amount => {
  const form = { tenantId: newId(), creditId: newId(), amount, reason: 'For the outage' }
  expect(giveCreditSchema.safeParse(form).success).toBe(false)
})
