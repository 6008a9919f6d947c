import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant } from '@/lib/db/in-tenant'
import { findTenant, forgetTenants } from '@/lib/tenancy/find-tenant'
import { chooseTier } from '@/lib/tenants/choose-tier'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { makeUser } from '@/lib/testing/make-user'
import { readJobs } from '@/lib/testing/read-jobs'
import { type DnsServer, startDns } from '@/lib/testing/start-dns'
import { askCheck } from './ask-check'
import { checkDomain } from './check-domain'
import { claimDomain } from './claim-domain'
import { isVerified } from './is-verified'
import { lookUpRecord } from './look-up-record'
import { readDomains } from './read-domains'
import { removeDomain } from './remove-domain'
import { scheduleDueChecks } from './schedule-due-checks'

process.env.LOG_LEVEL = 'silent'
testDatabase()
let dns: DnsServer
beforeAll(async () => {
  dns = await startDns()
  process.env.DNS_SERVERS = dns.address
})
afterAll(() => dns.stop())
beforeEach(() => {
  dns.records.clear()
  dns.broken = false
})

const system = (tenant: MadeTenant) => ({ tenantId: tenant.id, system: 'test' })

async function makeEnterprise(): Promise<MadeTenant> {
  const tenant = await makeTenant()
  await asPlatform(tx => chooseTier(tx, tenant.id, 'enterprise'))
  return tenant
}

async function claim(tenant: MadeTenant, host: string): Promise<string> {
  const { actor, context } = await makeUser(tenant)
  const claimed = await inTenant(context, tx => claimDomain(tx, actor, { host }))
  if (!claimed.ok) throw new Error(claimed.message)
  return claimed.value.domainId
}

const domainsOf = (tenant: MadeTenant) => inTenant(system(tenant), readDomains)
async function setRecord(tenant: MadeTenant, host: string) {
  const found = (await domainsOf(tenant)).find(domain => domain.host === host)
  const name = `_portico.${host}`
  dns.records.set(name, [...(dns.records.get(name) ?? ['v=other']), found?.token ?? ''])
}
const check = (tenant: MadeTenant, domainId: string, now = new Date()) =>
  checkDomain({ tenantId: tenant.id, data: { domainId } }, now)

describe('looking a record up', () => {
  it('tells the record, another, none, and a name server that fails apart', async () => {
    dns.records.set('_portico.one.example.com', ['other', 'token'])
    expect(await lookUpRecord('one.example.com', 'token')).toBe('found')
    expect(await lookUpRecord('one.example.com', 'absent')).toBe('other-record')
    expect(await lookUpRecord('two.example.com', 'token')).toBe('no-record')
    const long = 'x'.repeat(600)
    dns.records.set('_portico.long.example.com', [long])
    expect(await lookUpRecord('long.example.com', long)).toBe('found')
    dns.broken = true
    expect(await lookUpRecord('one.example.com', 'token')).toBe('unreachable')
  })
})

describe('a claim', () => {
  it('is verified by its record, and then the host is the company’s and its subdomain leads there', async () => {
    const tenant = await makeEnterprise()
    const host = 'portal.first.com'
    const id = await claim(tenant, host)
    expect((await readJobs()).filter(job => job.name === 'check-domain').map(job => job.data)).toEqual([
      { tenantId: tenant.id, domainId: id },
    ])
    await check(tenant, id)
    expect(await domainsOf(tenant)).toMatchObject([{ host, status: 'pending', problem: 'no-record' }])
    expect(await findTenant({ kind: 'custom', host })).toBeNull()
    expect(await asPlatform(tx => isVerified(tx, host))).toBe(false)
    await setRecord(tenant, host)
    await check(tenant, id)
    expect(await domainsOf(tenant)).toMatchObject([{ host, status: 'verified', problem: null }])
    expect(await findTenant({ kind: 'custom', host })).toMatchObject({ id: tenant.id })
    expect(await findTenant({ kind: 'tenant', slug: tenant.slug })).toMatchObject({ domain: host })
    expect(await asPlatform(tx => isVerified(tx, host))).toBe(true)
    const told = await inTenant(system(tenant), async tx => ({
      audit: await tx.auditEntry.findMany({ where: { subjectType: 'domain' }, orderBy: { id: 'asc' } }),
      mails: await tx.message.findMany({ where: { template: 'notice' } }),
    }))
    expect(told.audit.map(entry => entry.action)).toEqual(['domain:claimed', 'domain:verified'])
    expect(told.mails).toHaveLength(1)
  })

  it('of a company that is closed gets no certificate', async () => {
    const tenant = await makeEnterprise()
    const id = await claim(tenant, 'closed.example.com')
    await setRecord(tenant, 'closed.example.com')
    await check(tenant, id)
    await asPlatform(tx => tx.platformTenant.update({ where: { id: tenant.id }, data: { status: 'closed' } }))
    expect(await asPlatform(tx => isVerified(tx, 'closed.example.com'))).toBe(false)
  })

  it('is one company’s when many prove it at once, and another’s only after that', async () => {
    const host = 'contested.example.com'
    const tenants = await Promise.all([1, 2, 3, 4].map(makeEnterprise))
    const claims = await Promise.all(tenants.map(async tenant => ({ tenant, id: await claim(tenant, host) })))
    for (const tenant of tenants) await setRecord(tenant, host)
    await Promise.all(claims.map(({ tenant, id }) => check(tenant, id)))
    const standing = await Promise.all(tenants.map(async tenant => (await domainsOf(tenant))[0]))
    expect(standing.filter(one => one?.status === 'verified')).toHaveLength(1)
    expect(standing.filter(one => one?.status === 'pending' && one.problem === 'taken')).toHaveLength(3)
    const winner = standing.findIndex(one => one?.status === 'verified')
    const [first, next] = [claims[winner], claims[(winner + 1) % 4]]
    if (!first || !next) throw new Error('somebody must have won')
    const { actor, context } = await makeUser(first.tenant)
    expect(await inTenant(context, tx => removeDomain(tx, actor, { domainId: first.id }))).toMatchObject({
      ok: true,
    })
    await check(next.tenant, next.id)
    expect((await domainsOf(next.tenant))[0]?.status).toBe('verified')
    forgetTenants()
    expect(await findTenant({ kind: 'custom', host })).toMatchObject({ id: next.tenant.id })
  })

  it('whose record goes is warned about, and lost after three days', async () => {
    const tenant = await makeEnterprise()
    const host = 'fading.example.com'
    const id = await claim(tenant, host)
    await setRecord(tenant, host)
    await check(tenant, id)
    dns.records.clear()
    const day = 86_400_000
    const later = (days: number) => new Date(Date.now() + days * day)
    await check(tenant, id, later(1))
    expect(await domainsOf(tenant)).toMatchObject([{ status: 'verified', problem: 'no-record' }])
    await check(tenant, id, later(3.9))
    expect(await domainsOf(tenant)).toMatchObject([{ status: 'verified' }])
    await check(tenant, id, later(4.1))
    expect(await domainsOf(tenant)).toMatchObject([{ status: 'failed', problem: 'lost', nextCheckAt: null }])
    expect(await findTenant({ kind: 'tenant', slug: tenant.slug })).toMatchObject({ domain: null })
    const mails = await inTenant(system(tenant), tx => tx.message.findMany({ where: { template: 'notice' } }))
    expect(mails).toHaveLength(3)
  })

  it('needs a plan that includes it, when it is made and when it is looked at', async () => {
    const tenant = await makeTenant()
    const { actor, context } = await makeUser(tenant)
    const host = 'later.example.com'
    const refused = await inTenant(context, tx => claimDomain(tx, actor, { host }))
    expect(refused).toMatchObject({ ok: false, reason: 'not_in_plan' })
    await asPlatform(tx => tx.platformDomain.createMany({ data: [{ tenantId: tenant.id, host }] }))
    await setRecord(tenant, host)
    const [made] = await domainsOf(tenant)
    await check(tenant, made?.id ?? '')
    expect(await domainsOf(tenant)).toMatchObject([{ status: 'pending', problem: 'not-in-plan' }])
    await asPlatform(tx => chooseTier(tx, tenant.id, 'enterprise'))
    await check(tenant, made?.id ?? '')
    expect(await domainsOf(tenant)).toMatchObject([{ status: 'verified' }])
  })

  it('is made once, five times at most, of hosts that can be a company’s', async () => {
    const tenant = await makeEnterprise()
    const { actor, context } = await makeUser(tenant)
    const attempt = (host: string) => inTenant(context, tx => claimDomain(tx, actor, { host }))
    for (const n of [1, 2, 3, 4, 5]) expect((await attempt(`many-${n}.example.com`)).ok).toBe(true)
    for (const host of ['many-1.example.com', 'many-6.example.com', 'x.localhost'])
      expect(await attempt(host), host).toMatchObject({ ok: false, fields: { host: expect.any(String) } })
  })

  it('is its company’s affair, and of those who change settings', async () => {
    const [mine, theirs] = [await makeEnterprise(), await makeEnterprise()]
    const id = await claim(theirs, 'theirs.example.com')
    const admin = await makeUser(mine)
    const manager = await makeUser(theirs, { role: 'manager' })
    expect(
      await inTenant(admin.context, tx => removeDomain(tx, admin.actor, { domainId: id })),
    ).toMatchObject({
      reason: 'not_found',
    })
    expect(await inTenant(admin.context, tx => askCheck(tx, { domainId: id }))).toMatchObject({
      reason: 'not_found',
    })
    expect(await inTenant(manager.context, readDomains)).toEqual([])
    await expect(
      inTenant(manager.context, tx => claimDomain(tx, manager.actor, { host: 'm.example.com' })),
    ).rejects.toThrow()
    await expect(
      inTenant(manager.context, tx => removeDomain(tx, manager.actor, { domainId: id })),
    ).rejects.toThrow()
    expect(await domainsOf(theirs)).toHaveLength(1)
  })

  it('is looked at again though its job was lost', async () => {
    const tenant = await makeEnterprise()
    const id = await claim(tenant, 'forgotten.example.com')
    await check(tenant, id)
    await asPlatform(tx => tx.$executeRaw`delete from jobs.job where name = 'check-domain'`)
    await inTenant(system(tenant), tx => scheduleDueChecks(tx, new Date()))
    expect((await readJobs()).filter(job => job.name === 'check-domain')).toEqual([])
    await inTenant(system(tenant), tx => scheduleDueChecks(tx, new Date(Date.now() + 120_000)))
    expect((await readJobs()).filter(job => job.name === 'check-domain')).toHaveLength(1)
  })
})
