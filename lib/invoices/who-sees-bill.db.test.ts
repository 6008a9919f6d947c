import { expect, it } from 'vitest'
import { effectivePermissions, type Permission, type Role, roles, staffRoles } from '@/lib/auth/permissions'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'

testDatabase()

type Own = Partial<Record<Permission, 'grant' | 'deny'>>

/** A company that used something, was billed for it, and has a plan. */
async function billedCompany(): Promise<MadeTenant> {
  const tenant = await makeTenant()
  const [tenantId, now] = [tenant.id, new Date()]
  await asPlatform(async tx => {
    await tx.platformUsageDay.createMany({ data: [{ tenantId, meter: 'users', onDay: now, quantity: 3n }] })
    const { id } = await tx.platformInvoice.create({
      data: {
        ...{ tenantId, stripeInvoiceId: `in_${tenantId}`, status: 'open', currency: 'USD', fetchedAt: now },
        ...{ subtotalMinor: 900n, totalMinor: 900n, dueMinor: 900n, periodStartsAt: now, periodEndsAt: now },
      },
    })
    await tx.platformInvoiceLine.createMany({
      data: [
        {
          tenantId,
          invoiceId: id,
          position: 0,
          description: 'A',
          amountMinor: 900n,
          periodStartsAt: now,
          periodEndsAt: now,
        },
      ],
    })
  })
  return tenant
}

/** What a person with a role, and rights of their own, is told as portico_app. */
async function toldTo(tenant: MadeTenant, role: Role, own: Own) {
  const { actor, context } = await makeUser(tenant, { role })
  await inTenant({ tenantId: tenant.id, system: 'test' }, tx =>
    tx.userPermission.createMany({
      data: Object.entries(own).map(([permission, effect]) => ({ userId: actor.userId, permission, effect })),
    }),
  )
  const [row] = await inTenant(
    context,
    tx => tx.$queryRaw<Told[]>`
    select app.my_billing() is not null as billing, (select count(*)::int from app.my_invoices()) as invoices,
      (select count(*)::int from app.my_usage('-infinity', 'infinity')) as days, jsonb_array_length(app.my_limits()) as plans,
      (select count(*)::int from app.my_invoices() i, app.my_invoice_lines(i.id)) as lines`,
  )
  return row
}
type Told = { billing: boolean; invoices: number; days: number; plans: number; lines: number }

const rights: Own[] = [
  {},
  { 'billing:read': 'grant' },
  { 'billing:read': 'deny' },
  { 'billing:read': 'deny', 'billing:write': 'deny' },
  { 'settings:read': 'grant' },
]

it.each(roles)('the database shows %s the bill where the permission table does', async role => {
  const tenant = await billedCompany()
  for (const own of rights) {
    const has = effectivePermissions(role, own)
    const [reads, writes] = [has.has('billing:read'), has.has('billing:write')]
    const staff = staffRoles.has(role)
    expect(await toldTo(tenant, role, own), `${role} ${JSON.stringify(own)}`).toEqual({
      billing: staff && (reads || writes),
      invoices: Number(staff && reads),
      days: Number(staff && reads),
      lines: Number(staff && reads),
      plans: Number(staff),
    })
  }
})

it('the database tells nobody of a company why an admin holds it', async () => {
  const tenant = await makeTenant()
  const { context } = await makeUser(tenant)
  const heldReason = 'Suspicious sign-ups'
  await asPlatform(tx =>
    tx.platformAccount.update({
      where: { tenantId: tenant.id },
      data: { state: 'suspended', heldAt: new Date(), heldReason },
    }),
  )
  const [row] = await inTenant(
    context,
    tx => tx.$queryRaw<{ told: string }[]>`select app.my_billing()::text as told`,
  )
  expect(row?.told).toContain('"heldAt": "')
  expect(row?.told).not.toContain(heldReason)
})
