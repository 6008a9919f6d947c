import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createToken } from '@/lib/api-tokens/create-token'
import { revokeToken } from '@/lib/api-tokens/revoke-token'
import type { ApiScope } from '@/lib/auth/read-api-token'
import { asPlatform } from '@/lib/db/as-platform'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { POST } from './route'

process.env.LOG_LEVEL = 'silent'
testDatabase()

const face = 'admin'
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-portico-face': face }),
  cookies: async () => ({ get: () => undefined }),
}))

const body = (more: Record<string, unknown> = {}) => ({
  id: 'acme',
  name: 'Acme Property Management',
  subdomain: 'acme',
  domain: 'acme.hostpilotpro.com',
  subscriptionTier: 'pro',
  settings: { branding: { companyName: 'Acme', primaryColor: '#2563eb' } },
  ...more,
})

async function makeToken(scopes: ApiScope[] = ['organizations:write'], now = new Date()) {
  const admin = await makeAdmin()
  const made = await asPlatform(tx => createToken(tx, admin, { name: 'Test', scopes, days: 30 }, now))
  if (!made.ok) throw new Error(made.message)
  return { ...made.value, admin }
}

let token = ''
beforeAll(async () => {
  token = (await makeToken()).token
})

async function send(json: unknown, headers: Record<string, string> = {}) {
  const response = await POST(
    new Request('http://admin.localhost/api/admin/organizations', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...headers },
      body: typeof json === 'string' ? json : JSON.stringify(json),
    }),
    { params: Promise.resolve({}) },
  )
  return { status: response.status, headers: response.headers, body: await response.json() }
}

describe('POST /api/admin/organizations', () => {
  it('makes a company of exactly this body', async () => {
    const made = await send(body())
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe('/api/admin/organizations/acme')
    expect(made.body).toMatchObject({
      id: 'acme',
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
  })
})
