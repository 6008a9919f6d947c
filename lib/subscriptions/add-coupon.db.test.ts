import { expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { testDatabase } from '@/lib/testing/create-test-database'
import { addCoupon, newCouponSchema } from './add-coupon'

testDatabase()

it('says in the audit log which code the operator put on offer, once', async () => {
  const coupon = newCouponSchema.parse({ code: 'SPRING-15', off: '15%', months: '3', description: 'Spring' })
  await asPlatform(tx => addCoupon(tx, coupon))
  await expect(asPlatform(tx => addCoupon(tx, coupon))).rejects.toThrow()
  const entries = await asPlatform(tx =>
    tx.platformAuditEntry.findMany({ where: { action: 'coupon:added' } }),
  )
  expect(entries).toMatchObject([
    { adminId: null, detail: { code: 'SPRING-15', off: '15%', months: 3, from: 'command line' } },
  ])
})
