import { describe, expect, it } from 'vitest'
import { runInTenant } from '@/lib/action/run-in-tenant'
import { inTenant } from '@/lib/db/in-tenant'
import { editAccent } from '@/lib/settings/edit-accent'
import { editMessages } from '@/lib/settings/edit-messages'
import { editMoney } from '@/lib/settings/edit-money'
import { fingerprint } from '@/lib/settings/fingerprint'
import { readMessages, readMoney } from '@/lib/settings/read-settings'
import { messagesColumns, moneyFacts } from '@/lib/settings/rules'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAssociation } from '@/lib/testing/make-association'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { dismissOnboarding } from './dismiss-onboarding'
import { readOnboarding } from './read-onboarding'
import { restoreOnboarding } from './restore-onboarding'

testDatabase()

const system = (tenant: MadeTenant) => ({ tenantId: tenant.id, system: 'test' })
const read = (user: MadeUser) => inTenant(user.context, tx => readOnboarding(tx, user.actor))
const doneOf = async (user: MadeUser) =>
  (await read(user))?.steps.filter(step => step.done).map(step => step.id)

describe('first steps', () => {
  it('are done when the facts say so, one by one, and gone when all are', async () => {
    const tenant = await makeTenant()
    const admin = await makeUser(tenant)
    expect(await doneOf(admin)).toEqual([])
    await inTenant(system(tenant), tx => tx.user.updateMany({ data: { emailVerifiedAt: new Date() } }))
    expect(await doneOf(admin)).toEqual(['admin'])
    await inTenant(system(tenant), tx => tx.tenant.updateMany({ data: { supportPhone: '+13055550123' } }))
    expect(await doneOf(admin)).toEqual(['profile', 'admin'])
    await makeAssociation(tenant)
    await inTenant(system(tenant), tx => tx.setting.createMany({ data: [{ statementFooter: 'Thanks' }] }))
    expect(await doneOf(admin)).toEqual(['profile', 'settings', 'admin', 'import'])
    await makeUser(tenant, { role: 'staff' })
    expect((await read(admin))?.done).toBe(5)
    const version = { number: 1, hints: {} }
    const mail = { provider: 'smtp', label: 'Mail', credentialVersions: { create: version } }
    await inTenant(system(tenant), tx => tx.credential.create({ data: mail }))
    expect((await read(admin))?.done).toBe(5)
    await inTenant(system(tenant), tx =>
      tx.credentialVersion.updateMany({ data: { activeFrom: new Date() } }),
    )
    expect(await read(admin)).toBeNull()
  })

  it('count what was done on the pages they lead to, and nothing else for it', async () => {
    const tenant = await makeTenant()
    const admin = await makeUser(tenant)
    const { context, actor } = admin
    await runInTenant(context, async tx => {
      const money = await readMoney(tx)
      return editMoney(tx, actor, { ...money, currency: 'EUR' }, fingerprint(moneyFacts(money)))
    })
    expect(await doneOf(admin)).toEqual(['settings'])
    await runInTenant(context, tx => editAccent(tx, actor, { accent: '#123456' }))
    expect(await doneOf(admin)).toEqual(['profile', 'settings'])
    const content = await makeUser(await makeTenant())
    await runInTenant(content.context, async tx => {
      const messages = await readMessages(tx)
      return editMessages(tx, content.actor, messages, fingerprint(messagesColumns(messages)))
    })
    expect(await doneOf(content)).toEqual(['settings'])
  })

  it('are an admin’s affair', async () => {
    const tenant = await makeTenant()
    expect(await read(await makeUser(tenant, { role: 'manager' }))).toBeNull()
  })

  it('are put away for the company, once, and taken out again', async () => {
    const [tenant, other] = [await makeTenant(), await makeTenant()]
    const [ana, ben, eve] = [await makeUser(tenant), await makeUser(tenant), await makeUser(other)]
    await Promise.all([ana, ben].map(one => inTenant(one.context, tx => dismissOnboarding(tx, one.actor))))
    expect((await read(ben))?.dismissed).toBe(true)
    expect((await read(eve))?.dismissed).toBe(false)
    const rows = await inTenant(system(tenant), tx => tx.onboardingDismissal.findMany())
    expect(rows).toHaveLength(1)
    expect([ana.actor.userId, ben.actor.userId]).toContain(rows[0]?.dismissedBy)
    await inTenant(ben.context, tx => restoreOnboarding(tx, ben.actor))
    expect((await read(ana))?.dismissed).toBe(false)
    await inTenant(ana.context, tx => dismissOnboarding(tx, ana.actor))
    expect((await read(ben))?.dismissed).toBe(true)
  })
})
