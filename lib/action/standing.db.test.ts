import { beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { AccountState } from '@/lib/auth/account'
import { asPlatform } from '@/lib/db/as-platform'
import { testDatabase } from '@/lib/testing/create-test-database'
import { type MadeTenant, makeTenant } from '@/lib/testing/make-tenant'
import { type MadeUser, makeUser } from '@/lib/testing/make-user'
import { tenantFace } from '@/lib/testing/request-faces'
import { type Viewer, viewerOfRequest } from './request-actor'
import { requestFace } from './request-face'
import { ok } from './result'
import { tenantAction } from './tenant-action'
import { tenantPage } from './tenant-page'
import { tenantRoute } from './tenant-route'
import { Handoff } from './viewer-handoff'

vi.mock('./request-face', async original => ({
  ...(await original<typeof import('./request-face')>()),
  requestFace: vi.fn(),
}))
vi.mock('./request-actor', () => ({ viewerOfRequest: vi.fn() }))
testDatabase()

let tenant: MadeTenant
let admin: MadeUser
beforeAll(async () => {
  tenant = await makeTenant({ kind: 'rentals' })
  admin = await makeUser(tenant)
  vi.mocked(requestFace).mockResolvedValue(tenantFace(tenant, admin.context.sessionId))
})

const stand = (state: AccountState, plan = 'enterprise-1') =>
  asPlatform(async tx => {
    await tx.platformAccount.updateMany({ where: { tenantId: tenant.id }, data: { state } })
    const where = { tenantId: tenant.id, kind: 'tier' }
    await tx.platformSubscription.updateMany({ where, data: { planVersionId: plan } })
  })
const act = (spec: { can: 'unit:write' | 'account:manage'; feature?: 'custom-domain' }) =>
  tenantAction({ ...spec, input: z.object({}) }, async () => ok('done'))({})
const ask = (method: 'GET' | 'POST', feature?: 'custom-domain') => {
  const url = `http://${tenant.slug}.localhost/api/x`
  const origin = `http://${tenant.slug}.localhost`
  const route = tenantRoute({ can: 'unit:write', feature }, async () => ok('done'))
  const asked = new Request(url, {
    method,
    headers: { origin, 'x-forwarded-host': `${tenant.slug}.localhost` },
  })
  return route(asked, { params: Promise.resolve({}) })
}
const told = async (feature: 'custom-domain') => (await ask('GET', feature)).json()
const request = async (method: 'GET' | 'POST', feature?: 'custom-domain') => {
  const answer = await ask(method, feature)
  const body: { reason?: string } | string = await answer.json()
  return typeof body === 'string' ? body : [answer.status, body.reason]
}

describe('a read-only company', () => {
  it('reads, and writes nothing but its people’s own accounts', async () => {
    await stand('read_only')
    expect(await act({ can: 'unit:write' })).toMatchObject({ ok: false, reason: 'read_only' })
    expect(await act({ can: 'account:manage' })).toEqual({ ok: true, value: 'done' })
    expect(await request('GET')).toBe('done')
    expect(await request('POST')).toEqual([402, 'read_only'])
    await stand('past_due')
    expect(await act({ can: 'unit:write' })).toEqual({ ok: true, value: 'done' })
    expect(await request('POST')).toBe('done')
  })
})

describe('what belongs to a feature', () => {
  it('is refused in one place to a company without it, reading as well', async () => {
    await stand('active', 'pro-1')
    const refused = await act({ can: 'unit:write', feature: 'custom-domain' })
    expect(refused).toMatchObject({ ok: false, reason: 'not_in_plan' })
    expect(refused).toMatchObject({
      message: expect.stringContaining('Your own domain is not part of the company’s plan.'),
      link: { href: '/manage/settings/billing', label: 'See plans' },
    })
    expect(await request('GET', 'custom-domain')).toEqual([403, 'not_in_plan'])
    expect(await told('custom-domain')).toMatchObject({
      type: 'urn:portico:problem:not_in_plan',
      status: 403,
      link: { href: '/manage/settings/billing' },
    })
    expect(await request('GET')).toBe('done')
    await stand('active')
    expect(await act({ can: 'unit:write', feature: 'custom-domain' })).toEqual({ ok: true, value: 'done' })
    expect(await request('GET', 'custom-domain')).toBe('done')
  })

  it('opens no page, and tells the shell which feature is missing', async () => {
    process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = 'true'
    const shell = new Handoff<Viewer>(() => Promise.reject(new Error('looked')))
    vi.mocked(viewerOfRequest).mockReturnValue(shell)
    const render = vi.fn(async () => 'the page')
    const page = tenantPage({ can: 'unit:read', feature: 'custom-domain' }, render)
    const props = { params: Promise.resolve({}), searchParams: Promise.resolve({}) }
    await stand('active', 'pro-1')
    await expect(page(props)).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;403' })
    expect(render).not.toHaveBeenCalled()
    expect(await shell.wait()).toMatchObject({ missing: 'custom-domain' })
    await stand('active')
    expect(await page(props)).toBe('the page')
  })
})
