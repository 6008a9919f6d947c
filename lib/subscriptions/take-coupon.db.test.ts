import { describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/action/run-in-tenant'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { takeCoupon } from './take-coupon'

testDatabase()

const take = ({ id: tenantId }: MadeTenant, code: string, address = '192.0.2.1') => {
  const context = { tenantId, system: 'test' }
  return inTenant(context, tx => takeCoupon(tx, systemActor(context), { code }, address))
}
const addCode = (code: string) =>
  asPlatform(tx =>
    tx.platformCoupon.createMany({ data: [{ code, description: code, percentBasisPoints: 1_000 }] }),
  )

describe('trying promotion codes', () => {
  it('rests for a company after ten in an hour, also for the right one, and for no other company', async () => {
    await addCode('SPRING-10')
    const [guesser, other] = [await makeTenant(), await makeTenant()]
    for (let tries = 0; tries < 10; tries += 1)
      expect(await take(guesser, `GUESS-${tries}`, `192.0.2.${tries}`)).toMatchObject({
        reason: 'bad_coupon',
        fields: { code: 'This code is not valid, or not any more.' },
      })
    const refused = await take(guesser, 'SPRING-10')
    expect(refused).toMatchObject({ ok: false, reason: 'too_many' })
    expect(refused.ok || refused.fields?.code).toMatch(/^Too many attempts. Try again in (59|60) minutes.$/)
    expect(await take(other, 'SPRING-10')).toMatchObject({ ok: true })
  })

  it('rests for an address, whichever companies it asks for', async () => {
    await addCode('AUTUMN-10')
    const address = '198.51.100.7'
    for (let company = 0; company < 6; company += 1) {
      const tenant = await makeTenant()
      for (let tries = 0; tries < 10; tries += 1) await take(tenant, `GUESS-${tries}`, address)
    }
    const fresh = await makeTenant()
    expect(await take(fresh, 'AUTUMN-10', address)).toMatchObject({ reason: 'too_many' })
    expect(await take(fresh, 'AUTUMN-10', '198.51.100.8')).toMatchObject({ ok: true })
  })
})
