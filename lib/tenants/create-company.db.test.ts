import { expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { createCompany } from './create-company'
import { listRuns } from './list-runs'
import type { NewCompanyForm } from './schema'

process.env.LOG_LEVEL = 'silent'
testDatabase()

const form = (more: Partial<NewCompanyForm> = {}): NewCompanyForm => ({
  company: 'Lakeside Homes',
  slug: 'lakeside',
  kind: 'both',
  plan: 'enterprise',
  zone: 'America/Chicago',
  name: 'Ana Ruiz',
  email: 'ana@lakeside.example',
  ...more,
})

it('sets a company up for somebody, who is invited as its admin', async () => {
  const admin = await makeAdmin()
  const made = await createCompany(admin, form())
  if (!made.ok) throw new Error(made.message)
  const tenantId = made.value.tenantId as TenantId
  await inTenant({ tenantId, system: 'test' }, async tx => {
    expect(await tx.tenant.findFirst()).toMatchObject({ zone: 'America/Chicago', supportEmail: form().email })
    expect(await tx.user.findMany()).toMatchObject([
      { role: 'admin', passwordHash: null, email: form().email },
    ])
    expect(await tx.message.findMany()).toMatchObject([{ template: 'invitation', status: 'queued' }])
  })
  const [run] = await asPlatform(tx => listRuns(tx, { tenantId }))
  expect(run).toMatchObject({ via: 'dashboard', outcome: 'done' })
  expect(run?.steps.filter(step => step.outcome === 'skipped').map(step => step.step)).toEqual(['welcome'])
  const audit = await asPlatform(tx => tx.platformAuditEntry.findMany({ where: { tenantId } }))
  expect(audit).toMatchObject([{ action: 'tenant:created', adminId: admin.adminId }])
})

it('refuses a taken address, keeps nothing, and has it on record', async () => {
  const admin = await makeAdmin()
  const count = () => asPlatform(tx => tx.platformTenant.count())
  const before = await count()
  const refused = await createCompany(admin, form({ company: 'Another' }))
  expect(refused).toMatchObject({ ok: false, reason: 'taken', fields: { slug: expect.any(String) } })
  expect(await count()).toBe(before)
  const run = await asPlatform(tx => tx.platformProvisioningRun.findFirst({ where: { name: 'Another' } }))
  expect(run).toMatchObject({ outcome: 'refused', failedStep: 'tenant', adminId: admin.adminId })
})

it('sets up as many at once as are asked for, and holds nobody else up', async () => {
  const admin = await makeAdmin()
  const slugs = Array.from({ length: 8 }, (_, n) => `many-${n}`)
  const made = await Promise.all(slugs.map(slug => createCompany(admin, form({ slug }))))
  expect(made.every(result => result.ok)).toBe(true)
})
