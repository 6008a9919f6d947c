import { beforeAll, describe, expect, it, vi } from 'vitest'
import { revokeTokens } from '@/lib/api-tokens/revoke-tokens'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { callApi, organizationBody as company } from '@/lib/testing/call-api'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeApiToken } from '@/lib/testing/make-api-token'
import { makeTenant } from '@/lib/testing/make-tenant'
import { DELETE, POST as deletePost } from './[organization]/delete-request/route'
import { POST as invite } from './[organization]/invitations/route'
import { POST as reactivate } from './[organization]/reactivate/route'
import { GET as getOne, PATCH } from './[organization]/route'
import { POST as suspend } from './[organization]/suspend/route'
import { GET, POST } from './route'

process.env.LOG_LEVEL = 'silent'
testDatabase()

let face = 'admin'
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-portico-face': face }),
  cookies: async () => ({ get: () => undefined }),
}))

let token = ''
beforeAll(async () => {
  token = (await makeApiToken()).token
  for (const name of ['acme', 'keyed', 'parallel', 'lakes'])
    await callApi(POST, { method: 'POST', token, json: company(name) })
})

const call = (
  route: Parameters<typeof callApi>[0],
  method: string,
  json?: unknown,
  more: { id?: string; query?: string } = {},
) => callApi(route, { method, token, json, ...more })

describe('a token', () => {
  const asked = (given: string, route: Parameters<typeof callApi>[0] = GET, method = 'GET', json?: unknown) =>
    callApi(route, { method, token: given, json })

  it('counts only while it is right, in force, of the scope, and its maker an owner', async () => {
    const made = await makeApiToken({ scopes: ['organizations:read'] })
    const read = await asked(made.token)
    expect(read.status).toBe(200)
    const used = await asPlatform(tx => tx.platformApiToken.findUnique({ where: { id: made.id } }))
    expect(used?.lastUsedAt).not.toBeNull()
    expect(used?.tokenHash).not.toContain(made.token.slice(13))
    expect(await asked(made.token, POST, 'POST', company('never'))).toMatchObject({
      status: 403,
      body: { reason: 'missing_scope' },
    })
    const forged = `${made.token.slice(0, -1)}${made.token.endsWith('A') ? 'B' : 'A'}`
    for (const wrong of ['', 'nonsense', forged]) {
      const answer = await asked(wrong)
      expect(answer).toMatchObject({ status: 401, body: { reason: 'bad_token' } })
      expect(answer.headers.get('www-authenticate')).toContain('Bearer')
    }
    await asPlatform(tx => revokeTokens(tx, made.admin, { ids: [made.id] }, new Date()))
    expect((await asked(made.token)).status).toBe(401)
    const old = await makeApiToken({
      scopes: ['organizations:read'],
      now: new Date(Date.now() - 31 * 86_400_000),
    })
    expect((await asked(old.token)).status).toBe(401)
    const orphan = await makeApiToken({ scopes: ['organizations:read'] })
    await asPlatform(tx =>
      tx.platformAdmin.update({ where: { id: orphan.admin.adminId }, data: { suspendedAt: new Date() } }),
    )
    expect((await asked(orphan.token)).status).toBe(401)
  })

  it('counts on no other host', async () => {
    for (const other of ['apex', 'tenant:acme', 'custom:x.example.com', 'unknown']) {
      face = other
      expect((await call(GET, 'GET')).status, other).toBe(404)
    }
    face = 'admin'
  })

  it('may ask so often and no more', async () => {
    const made = await makeApiToken({ scopes: ['organizations:read'] })
    await asPlatform(
      tx =>
        tx.$executeRaw`insert into platform.throttles (key, points, expire)
        values (${`api:${made.id}`}, 300, ${Date.now() + 60_000})`,
    )
    const answer = await asked(made.token)
    expect(answer).toMatchObject({ status: 429, body: { reason: 'too_many' } })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('companies', () => {
  it('are listed a page at a time, each once', async () => {
    const seen: string[] = []
    let after = ''
    for (let pages = 0; pages < 10; pages++) {
      const page = await call(GET, 'GET', undefined, { query: `?limit=2${after}` })
      seen.push(...page.body.data.map((one: { tenantId: string }) => one.tenantId))
      if (!page.body.next) break
      after = `&after=${page.body.next}`
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(await asPlatform(tx => tx.platformTenant.count()))
    const wrong = await call(GET, 'GET', undefined, { query: '?limit=0&page=2' })
    expect(wrong.body.errors.map((one: { field: string }) => one.field).toSorted()).toEqual(['limit', 'page'])
  })

  it('change their name, tier and settings, and the company reads who did it', async () => {
    const changed = await call(
      PATCH,
      'PATCH',
      {
        name: 'Acme Two',
        subscriptionTier: 'enterprise',
        settings: { features: { enableSmsNotifications: false } },
      },
      { id: 'acme' },
    )
    expect(changed.body).toMatchObject({
      name: 'Acme Two',
      subscriptionTier: 'enterprise',
      settings: { branding: { companyName: 'Acme Two' }, features: { enableSmsNotifications: false } },
    })
    const entries = await inTenant({ tenantId: changed.body.tenantId as TenantId, system: 'test' }, tx =>
      tx.auditEntry.findMany({ orderBy: { id: 'desc' }, take: 2 }),
    )
    expect(entries.map(entry => entry.via)).toEqual(['api', 'api'])
    for (const json of [{}, { subdomain: 'other' }])
      expect((await call(PATCH, 'PATCH', json, { id: 'acme' })).status).toBe(422)
    expect((await call(PATCH, 'PATCH', { name: 'No One' }, { id: 'nobody' })).status).toBe(404)
    await asPlatform(tx =>
      tx.platformAccount.update({ where: { tenantId: changed.body.tenantId }, data: { state: 'active' } }),
    )
    const paying = await call(PATCH, 'PATCH', { subscriptionTier: 'basic' }, { id: 'acme' })
    expect(paying).toMatchObject({ status: 409, body: { errors: [{ field: 'subscriptionTier' }] } })
  })

  it('keep a brand that goes by another name, and the admins read what a change made of what', async () => {
    const settings = { branding: { companyName: 'Lakes & Co' } }
    const made = await call(POST, 'POST', company('branded', { settings }))
    const changed = await call(
      PATCH,
      'PATCH',
      { name: 'Lakes Ltd', subscriptionTier: 'enterprise' },
      { id: 'branded' },
    )
    expect(changed.body).toMatchObject({ name: 'Lakes Ltd', settings })
    const entry = await asPlatform(tx =>
      tx.platformAuditEntry.findFirst({
        where: { tenantId: made.body.tenantId, action: 'tenant:changed' },
      }),
    )
    expect(entry?.detail).toEqual({
      changed: 'name, subscriptionTier',
      'name before': 'Acme Property Management',
      'name after': 'Lakes Ltd',
      'tier before': 'pro',
      'tier after': 'enterprise',
    })
  })

  it('are suspended and reactivated; the audit log names token and admin', async () => {
    const id = 'keyed'
    const closed = await call(suspend, 'POST', { reason: 'Unpaid' }, { id })
    expect(closed.body).toMatchObject({ status: 'suspended', statusReason: 'Unpaid' })
    expect((await call(suspend, 'POST', { reason: 'Unpaid' }, { id })).status).toBe(409)
    expect((await call(suspend, 'POST', {}, { id })).body.errors[0].field).toBe('reason')
    expect((await call(reactivate, 'POST', undefined, { id })).body.status).toBe('active')
    const entry = await asPlatform(tx =>
      tx.platformAuditEntry.findFirst({
        where: { tenantId: closed.body.tenantId, action: 'tenant:suspended' },
      }),
    )
    expect(entry).toMatchObject({ adminId: expect.any(String), apiTokenId: expect.any(String) })
  })

  it('are closed at once when their deletion is asked for, and are as before when it is taken back', async () => {
    const id = 'parallel'
    const asked = await call(deletePost, 'POST', { reason: 'Moved away' }, { id })
    expect(asked.body.status).toBe('closed')
    const { requestedAt, dueAt } = asked.body.deletion
    expect(new Date(dueAt).getTime() - new Date(requestedAt).getTime()).toBe(30 * 86_400_000)
    expect((await call(deletePost, 'POST', { reason: 'Again' }, { id })).status).toBe(409)
    const kept = await inTenant({ tenantId: asked.body.tenantId as TenantId, system: 'test' }, tx =>
      tx.tenant.count(),
    )
    expect(kept).toBe(1)
    const back = await call(DELETE, 'DELETE', undefined, { id })
    expect(back.body).toMatchObject({ status: 'active', deletion: null, account: { state: 'trialing' } })
    expect((await call(DELETE, 'DELETE', undefined, { id })).status).toBe(409)
  })

  it('get their first admin by invitation, until one has signed in', async () => {
    const person = { email: 'ana@keyed.example', name: 'Ana Ruiz' }
    const invited = await call(invite, 'POST', person, { id: 'keyed' })
    expect(invited).toMatchObject({ status: 201, body: { ...person, role: 'admin' } })
    const { tenantId } = (await call(getOne, 'GET', undefined, { id: 'keyed' })).body
    await inTenant({ tenantId, system: 'test' }, async tx => {
      expect(await tx.message.findMany()).toMatchObject([{ template: 'invitation', recipient: person.email }])
      await tx.user.updateMany({ data: { emailVerifiedAt: new Date() } })
    })
    const late = await call(invite, 'POST', { email: 'eve@keyed.example', name: 'Eve' }, { id: 'keyed' })
    expect(late).toMatchObject({ status: 409, body: { reason: 'wrong_state' } })
  })

  it('get none by invitation whose founder has only a password yet', async () => {
    const { id } = await makeTenant()
    const founder = { email: 'founder@own.example', name: 'Noor Bakker', role: 'admin', passwordHash: 'none' }
    await inTenant({ tenantId: id, system: 'test' }, tx => tx.user.create({ data: founder }))
    const way = await call(invite, 'POST', { email: 'eve@own.example', name: 'Eve' }, { id })
    expect(way).toMatchObject({ status: 409, body: { reason: 'wrong_state' } })
  })

  it('are left as they were when a change asks for what an admin denies them', async () => {
    const { tenantId } = (await call(getOne, 'GET', undefined, { id: 'parallel' })).body
    await asPlatform(tx =>
      tx.platformFeatureOverride.createMany({
        data: [{ tenantId, feature: 'hostaway-integration', effect: 'deny', reason: 'Not with them' }],
      }),
    )
    const settings = { features: { enableHostawayIntegration: true } }
    const change = { name: 'Renamed Company', subscriptionTier: 'enterprise', settings }
    expect((await call(PATCH, 'PATCH', change, { id: 'parallel' })).body).toMatchObject({
      reason: 'not_in_plan',
      errors: [{ field: 'settings.features.enableHostawayIntegration' }],
    })
    const { body } = await call(getOne, 'GET', undefined, { id: 'parallel' })
    expect(body).toMatchObject({ subscriptionTier: 'pro' })
    expect(body.name).not.toBe('Renamed Company')
  })
})
