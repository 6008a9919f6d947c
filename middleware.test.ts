import { NextRequest } from 'next/server'
import { describe, expect, it, vi } from 'vitest'
import { middleware } from './middleware'

const ask = (url: string, host: string, headers: Record<string, string> = {}) =>
  middleware(new NextRequest(`http://localhost:3000${url}`, { headers: { host, ...headers } }))

const rewrite = (response: Response) => {
  const target = response.headers.get('x-middleware-rewrite')
  return target && new URL(target).pathname + new URL(target).search
}

const passedOn = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`)

describe('middleware', () => {
  it('sends a tenant host to the tenant’s rooms', () => {
    const response = ask('/manage/units?q=2', 'acme.localhost:3000')
    expect(rewrite(response)).toBe('/t/acme/manage/units?q=2')
    expect(passedOn(response, 'x-portico-face')).toBe('tenant:acme')
    expect(passedOn(response, 'x-portico-path')).toBe('/manage/units?q=2')
  })

  it('sends a custom domain and the admin host to theirs', () => {
    expect(rewrite(ask('/', 'portal.acme.com'))).toBe('/t/@portal.acme.com')
    expect(rewrite(ask('/jobs', 'admin.localhost:3000'))).toBe('/admin/jobs')
  })

  it.each([
    '/t/acme',
    '/t/acme/manage',
    '/T/acme',
    '/%74/acme',
    '//t/acme',
    '/admin',
    '/admin/jobs',
    '/%61dmin',
    '/%E0%A4%A',
  ])('does not serve %s at the apex', path => {
    expect(ask(path, 'localhost:3000').status).toBe(404)
  })

  it('nests an inner path on a tenant host under that tenant', () => {
    expect(rewrite(ask('/t/other/manage', 'acme.localhost'))).toBe('/t/acme/t/other/manage')
    expect(rewrite(ask('/admin', 'acme.localhost'))).toBe('/t/acme/admin')
  })

  it('answers an unknown host with 404', () => {
    for (const host of ['10.0.0.1', 'api.localhost', 'a.b.localhost', ''])
      expect(ask('/', host).status).toBe(404)
  })

  it('drops what a client may not say', () => {
    const forged = {
      'x-portico-face': 'tenant:victim',
      'x-portico-path': '/evil',
      'x-forwarded-host': 'victim.localhost',
      'x-forwarded-for': '1.2.3.4',
      'x-middleware-subrequest': 'middleware:middleware:middleware',
    }
    const response = ask('/manage', 'acme.localhost:3000', forged)
    expect(rewrite(response)).toBe('/t/acme/manage')
    expect(passedOn(response, 'x-portico-face')).toBe('tenant:acme')
    expect(passedOn(response, 'x-portico-path')).toBe('/manage')
    expect(passedOn(response, 'x-forwarded-host')).toBe('acme.localhost:3000')
    expect(passedOn(response, 'x-forwarded-for')).toBeNull()
    expect(passedOn(response, 'x-middleware-subrequest')).toBeNull()
  })

  it('lets a page run scripts by its own nonce alone, a new one each time, and be framed by nobody', () => {
    const policies = [ask('/manage', 'acme.localhost:3000'), ask('/manage', 'acme.localhost:3000')].map(
      response => {
        const policy = response.headers.get('content-security-policy') ?? ''
        expect(passedOn(response, 'content-security-policy')).toBe(policy)
        expect(policy).toContain(`'nonce-${passedOn(response, 'x-portico-nonce')}'`)
        return policy
      },
    )
    expect(new Set(policies).size).toBe(2)
    const scripts = policies[0]?.split('; ').find(part => part.startsWith('script-src')) ?? ''
    expect(scripts).not.toMatch(/unsafe-(inline|eval)/)
    for (const part of [
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
      "form-action 'self'",
    ])
      expect(policies[0]?.split('; ')).toContain(part)
  })

  it('takes no policy and no nonce from a client', () => {
    const forged = {
      'content-security-policy': "script-src 'nonce-evil'",
      'content-security-policy-report-only': "script-src 'nonce-evil'",
      'x-portico-nonce': 'evil',
    }
    for (const path of ['/manage', '/api/v1/units']) {
      const response = ask(path, 'acme.localhost:3000', forged)
      for (const name of Object.keys(forged)) expect(passedOn(response, name) ?? '').not.toContain('evil')
    }
  })

  it('insists on https where there is', () => {
    vi.stubEnv('PUBLIC_ORIGIN', 'https://portico.example')
    expect(ask('/', 'localhost').headers.get('strict-transport-security')).toContain('max-age=')
    vi.stubEnv('PUBLIC_ORIGIN', 'http://localhost:3000')
    expect(ask('/', 'localhost').headers.get('strict-transport-security')).toBeNull()
    vi.unstubAllEnvs()
  })
})
