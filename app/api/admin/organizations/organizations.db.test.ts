import { beforeAll, describe, expect, it, vi } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import { callApi, organizationBody as company } from '@/lib/testing/call-api'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeApiToken } from '@/lib/testing/make-api-token'
import { makeTenant } from '@/lib/testing/make-tenant'
import { GET as getOne } from './[organization]/route'
import { POST } from './route'

process.env.LOG_LEVEL = 'silent'
testDatabase()

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-portico-face': 'admin' }),
  cookies: async () => ({ get: () => undefined }),
}))

const body = (more: Record<string, unknown> = {}) =>
  company('acme', {
    domain: 'acme.hostpilotpro.com',
    settings: {
      branding: { companyName: 'Acme', primaryColor: '#2563eb' },
      features: { enableHostawayIntegration: true, enableSmsNotifications: true },
    },
    ...more,
  })

let token = ''
beforeAll(async () => {
  token = (await makeApiToken()).token
})

const send = (json: unknown, headers: Record<string, string> = {}) =>
  callApi(POST, { method: 'POST', token, json, headers })

describe('POST /api/admin/organizations', () => {
  it('makes a company of exactly this body', async () => {
    const made = await send(body())
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe('/api/admin/organizations/acme')
    expect(made.body).toMatchObject({
      id: 'acme',
      name: 'Acme Property Management',
      subdomain: 'acme',
      status: 'active',
      subscriptionTier: 'pro',
      account: { state: 'trialing' },
      domains: [
        {
          host: 'acme.hostpilotpro.com',
          status: 'pending',
          record: { name: '_portico.acme.hostpilotpro.com' },
        },
      ],
    })
    const read = await callApi(getOne, { method: 'GET', token, id: 'acme' })
    expect(read.body.settings).toMatchObject({
      branding: { companyName: 'Acme', primaryColor: '#2563eb' },
      features: { enableHostawayIntegration: true, enableSmsNotifications: true },
    })
    const plans = await asPlatform(tx =>
      tx.platformSubscription.findMany({ where: { tenantId: made.body.tenantId, endsOn: null } }),
    )
    expect(plans.map(plan => plan.planVersionId)).toEqual(['pro-1'])
    const run = await asPlatform(tx =>
      tx.platformProvisioningRun.findFirst({
        where: { tenantId: made.body.tenantId },
        include: { provisioningSteps: true },
      }),
    )
    expect(run).toMatchObject({ via: 'api', outcome: 'done' })
    expect(
      run?.provisioningSteps
        .filter(step => step.outcome === 'skipped')
        .map(step => step.step)
        .toSorted(),
    ).toEqual(['admin', 'welcome'])
  })

  it('answers the same request again with the same company, and refuses another under its id', async () => {
    const again = await send(JSON.stringify(body(), null, 4))
    expect(again.status).toBe(200)
    expect(again.body.id).toBe('acme')
    const other = await send(body({ subdomain: 'acme-two' }))
    expect(other.status).toBe(409)
    expect(other.body).toMatchObject({ reason: 'other_company', errors: [{ pointer: '#/id', field: 'id' }] })
  })

  it('takes a company’s address under the platform’s own domain for what it is, and no other’s', async () => {
    const own = await send(company('rooted', { domain: 'rooted.localhost' }))
    expect(own).toMatchObject({ status: 201, body: { subdomain: 'rooted', domains: [] } })
    const other = await send(company('unrooted', { domain: 'acme.localhost' }))
    expect(other).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/domain' }] } })
  })

  it('gives no company the name that another is found by', async () => {
    const { id } = await makeTenant()
    const shadow = await send(body({ id, subdomain: 'shadow', domain: undefined }))
    expect(shadow).toMatchObject({
      status: 409,
      body: { reason: 'other_company', errors: [{ field: 'id' }] },
    })
    const read = await callApi(getOne, { method: 'GET', token, id })
    expect(read.body).toMatchObject({ id, tenantId: id })
  })

  it('takes over what a server that died had begun, and waits for one that is being set up', async () => {
    for (const [name, age] of [
      ['ghost', 5],
      ['fresh', 0],
    ] as const)
      await asPlatform(
        tx => tx.$executeRaw`insert into platform.tenants (slug, external_id, name, kind, created_at)
          values (${name}, ${name}, 'Ghost', 'both', now() - make_interval(mins => ${age}))`,
      )
    expect((await send(company('ghost'))).status).toBe(201)
    expect(await send(company('fresh'))).toMatchObject({ status: 409, body: { reason: 'in_progress' } })
  })

  it('makes one company of many equal requests at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(company('parallel'))))
    expect(answers.filter(one => one.status === 201)).toHaveLength(1)
    expect(answers.every(one => [200, 201, 409].includes(one.status))).toBe(true)
    expect((await send(company('parallel'))).status).toBe(200)
  })

  it.each([
    ['an unknown key', body({ plan: 'pro' }), '#/plan', 'plan'],
    [
      'an unknown key deep down',
      body({ settings: { branding: { logo: 'x' } } }),
      '#/settings/branding/logo',
      'settings.branding.logo',
    ],
    [
      'a wrong color',
      body({ settings: { branding: { primaryColor: 'blue' } } }),
      '#/settings/branding/primaryColor',
      'settings.branding.primaryColor',
    ],
    ['a reserved subdomain', body({ subdomain: 'admin' }), '#/subdomain', 'subdomain'],
    ['a missing tier', body({ subscriptionTier: undefined }), '#/subscriptionTier', 'subscriptionTier'],
    ['no domain', body({ domain: 'localhost' }), '#/domain', 'domain'],
    [
      'a switch that is none',
      body({ settings: { features: { enableSmsNotifications: 'yes' } } }),
      '#/settings/features/enableSmsNotifications',
      'settings.features.enableSmsNotifications',
    ],
  ])('refuses %s and names the field', async (_, json, pointer, field) => {
    const refused = await send(json)
    expect(refused.status).toBe(422)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(refused.body).toMatchObject({ status: 422, reason: 'invalid' })
    expect(refused.body.errors).toEqual([{ pointer, field, detail: expect.stringMatching(/\S/) }])
  })

  it('refuses a taken subdomain, a feature beyond the tier and what is no object, and makes nothing', async () => {
    const count = () => asPlatform(tx => tx.platformTenant.count())
    const before = await count()
    const taken = await send(body({ id: 'acme-3' }))
    expect(taken).toMatchObject({ status: 409, body: { errors: [{ pointer: '#/subdomain' }] } })
    const beyond = await send(body({ id: 'b', subdomain: 'b-basic', subscriptionTier: 'basic' }))
    expect(beyond.body).toMatchObject({
      reason: 'not_in_plan',
      errors: [{ field: 'settings.features.enableHostawayIntegration' }],
    })
    for (const text of ['[]', '{', '"x"', `{"id":"${'x'.repeat(70_000)}"}`])
      expect((await send(text)).status).toBe(400)
    expect(await count()).toBe(before)
  })
})

describe('Idempotency-Key', () => {
  it('answers the first answer again, and refuses another request under it', async () => {
    const key = { 'idempotency-key': 'first' }
    const first = await send(company('keyed'), key)
    const again = await send(company('keyed'), key)
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    const other = await send(company('keyed-other'), key)
    expect(other).toMatchObject({ status: 422, body: { reason: 'key_reused' } })
  })

  it('keeps refusals, and does a request at a time', async () => {
    const key = { 'idempotency-key': 'second' }
    const all = await Promise.all([1, 2, 3, 4].map(() => send(company('at-once'), key)))
    const busy = all.filter(one => one.body.reason === 'key_in_use')
    expect(all.length - busy.length).toBeGreaterThan(0)
    expect(new Set(all.map(one => one.status)).has(201)).toBe(true)
    for (const one of busy) expect(one).toMatchObject({ status: 409 })
    for (const one of busy) expect(one.headers.get('retry-after')).toBe('1')
    const refused = { 'idempotency-key': 'third' }
    const clash = { ...company('at-once'), id: 'clash' }
    expect((await send(clash, refused)).status).toBe(409)
    expect((await send(clash, refused)).headers.get('idempotent-replayed')).toBe('true')
  })
})
