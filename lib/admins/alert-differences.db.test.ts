import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { makeTenant } from '@/lib/testing/make-tenant'
import { startVendor, type Vendor } from '@/lib/testing/start-vendor'
import { alertDifferences } from './alert-differences'

testDatabase()
let resend: Vendor
let away = false
beforeAll(async () => {
  resend = await startVendor(() => (away ? { status: 503, body: {} } : { status: 200, body: { id: 'mail' } }))
  process.env.RESEND_BASE_URL = resend.url
})
beforeEach(() => resend.asked.splice(0))
afterAll(() => resend.close())

async function differ(name: string, days: string[]): Promise<string> {
  const { id: tenantId } = await makeTenant({ name })
  await asPlatform(tx =>
    tx.platformDifference.createMany({
      data: days.map(day => ({
        tenantId,
        kind: 'usage',
        subject: 'days',
        meter: 'emails',
        onDay: new Date(day),
      })),
    }),
  )
  return tenantId
}

const mails = () =>
  resend.asked.map(({ body, headers }) => {
    const { to, subject, text } = JSON.parse(body) as Record<string, string>
    return { to, subject, text, key: headers['idempotency-key'] }
  })

it('tells owners and billing admins of what is new, once, and nobody while all agrees', async () => {
  const [owner, billing] = [await makeAdmin({ role: 'owner' }), await makeAdmin({ role: 'billing' })]
  const [, gone] = [await makeAdmin({ role: 'support' }), await makeAdmin({ role: 'billing' })]
  await asPlatform(tx =>
    tx.platformAdmin.update({ where: { id: gone.adminId }, data: { suspendedAt: new Date() } }),
  )
  await alertDifferences()
  expect(mails()).toEqual([])
  await differ('Harbor & Pine', ['2026-03-01', '2026-03-02'])
  const tenantId = await differ('Gulfline', ['2026-03-01'])
  await alertDifferences()
  expect(new Set(mails().map(({ to }) => to))).toEqual(new Set([owner.email, billing.email]))
  expect(mails()[0]).toMatchObject({
    subject: '3 figures do not agree',
    text: expect.stringMatching(/Harbor & Pine: 2; Gulfline: 1\.[\s\S]*\/differences/),
  })
  await alertDifferences()
  expect(mails()).toHaveLength(2)
  await asPlatform(async tx => {
    await tx.platformDifference.updateMany({ where: { tenantId }, data: { resolvedAt: new Date() } })
    await tx.platformDifference.createMany({
      data: [{ tenantId, kind: 'invoice', subject: 'upcoming', ours: 1n, recount: 2n }],
    })
  })
  await alertDifferences()
  const later = { subject: 'A figure does not agree', text: expect.stringContaining('Gulfline: 1.') }
  expect(mails().slice(2)).toMatchObject([later, later])
})

it('sends what may not have left again, as the same mail', async () => {
  await differ('Palm & Pier', ['2026-03-01'])
  away = true
  await expect(alertDifferences()).rejects.toThrow('could not be told')
  const before = new Set(mails().map(({ key }) => key))
  away = false
  resend.asked.splice(0)
  await alertDifferences()
  expect(new Set(mails().map(({ key }) => key))).toEqual(before)
})
