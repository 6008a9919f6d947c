import { forbidden, notFound } from 'next/navigation'
import { beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Permission } from '@/lib/auth/permissions'
import { inTenant } from '@/lib/db/in-tenant'
import { testDatabase } from '@/lib/testing/create-test-database'
import type { MadeTenant } from '@/lib/testing/make-tenant'
import type { MadeUser } from '@/lib/testing/make-user'
import { type GuestContext, give, makeCompany, visit } from '@/lib/testing/make-visit'
import { tenantFace } from '@/lib/testing/request-faces'
import { type Viewer, viewerOfRequest } from './request-actor'
import { requestFace } from './request-face'
import { ok, refuse } from './result'
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
let guest: GuestContext
beforeAll(async () => {
  vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true')
  const company = await makeCompany()
  tenant = company.tenant
  admin = company.admin
  await give(admin)
  guest = (await visit(tenant)).context
})

/** Has the request come from somebody at a path, and answers with what their guests' log got by it. */
async function traced(path: string, sessionId: string, work: () => Promise<unknown>) {
  vi.mocked(viewerOfRequest).mockReturnValue(new Handoff<Viewer>(() => Promise.reject(new Error('no shell'))))
  vi.mocked(requestFace).mockResolvedValue(tenantFace(tenant, sessionId, path))
  await work().catch(() => null)
  return inTenant(admin.context, tx =>
    tx.auditEntry.findMany({
      where: { subjectLabel: path },
      select: { action: true, after: true, visitId: true },
    }),
  )
}

const page = (can: Permission, render: () => Promise<null>) => () =>
  tenantPage({ can }, render)({ params: Promise.resolve({}), searchParams: Promise.resolve({}) })
const act = (can: Permission, reason?: 'conflict') => () =>
  tenantAction({ can, input: z.object({}) }, async () => (reason ? refuse(reason) : ok()))({})
const ask = (can: Permission) => () =>
  tenantRoute({ can }, async () => refuse('not_found'))(new Request('http://x.localhost/api/x'), {
    params: Promise.resolve({}),
  })
const nothing = async () => null
const tried = (permission: string, outcome: string) => [
  { action: 'support:tried', after: { permission, outcome }, visitId: guest.sessionId },
]

it('leaves one entry of a page that is drawn and of an act that is done', async () => {
  expect(await traced('/drawn', guest.sessionId, page('unit:read', nothing))).toMatchObject([
    { action: 'support:viewed' },
  ])
  expect(await traced('/done', guest.sessionId, act('unit:write'))).toMatchObject([
    { action: 'support:acted' },
  ])
})

it('leaves an entry of pages that are refused, not there or broken', async () => {
  const at = (path: string, work: () => Promise<unknown>) => traced(path, guest.sessionId, work)
  expect(await at('/people', page('user:read', nothing))).toEqual(tried('user:read', 'forbidden'))
  expect(
    await at(
      '/gone',
      page('unit:read', () => notFound()),
    ),
  ).toEqual(tried('unit:read', 'not_found'))
  expect(
    await at(
      '/kept',
      page('unit:read', () => forbidden()),
    ),
  ).toEqual(tried('unit:read', 'forbidden'))
  const broken = page('unit:read', () => Promise.reject(new Error('broken')))
  expect(await at('/broken', broken)).toEqual(tried('unit:read', 'failed'))
})

it('leaves an entry of acts and calls that are refused, before they begin or at their end', async () => {
  const at = (path: string, work: () => Promise<unknown>) => traced(path, guest.sessionId, work)
  expect(await at('/act', act('user:invite'))).toEqual(tried('user:invite', 'forbidden'))
  expect(await at('/late', act('unit:write', 'conflict'))).toEqual(tried('unit:write', 'conflict'))
  expect(await at('/api/call', ask('audit:read'))).toEqual(tried('audit:read', 'forbidden'))
  expect(await at('/api/late', ask('unit:read'))).toEqual(tried('unit:read', 'not_found'))
})

it('leaves none of what the company’s own people try', async () => {
  expect(await traced('/own', admin.context.sessionId, act('unit:write', 'conflict'))).toEqual([])
  expect(
    await traced(
      '/own-gone',
      admin.context.sessionId,
      page('unit:read', () => notFound()),
    ),
  ).toEqual([])
})
