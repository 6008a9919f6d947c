import { parse } from 'csv-parse/sync'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { requestFace } from '@/lib/action/request-face'
import type { AdminActor, AdminRole } from '@/lib/auth/admin-actor'
import { asPlatform } from '@/lib/db/as-platform'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeAdmin } from '@/lib/testing/make-admin'
import { makeTenant } from '@/lib/testing/make-tenant'
import { adminFace } from '@/lib/testing/request-faces'
import { GET as audit } from './audit/route'
import { GET as differences } from './differences/route'
import { GET as dunning } from './dunning/route'
import { GET as invoices } from './invoices/route'
import { GET as jobs } from './jobs/route'
import { GET as tenants } from './tenants/route'
import { GET as webhooks } from './webhooks/route'

vi.mock('@/lib/action/request-face', () => ({ requestFace: vi.fn() }))
testDatabase()
afterEach(() => vi.mocked(requestFace).mockReset())

type Route = (request: Request) => Promise<Response>

async function fetchAs(admin: AdminActor | null, route: Route, query = ''): Promise<Response> {
  vi.mocked(requestFace).mockResolvedValue(adminFace(admin?.sessionId ?? null))
  return route(new Request(`http://admin.localhost/api/desk/x?${query}`))
}

async function rowsOf(answer: Response): Promise<Record<string, string>[]> {
  expect(answer.headers.get('content-type')).toContain('text/csv')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return parse(await answer.text(), { bom: true, columns: true })
}

const now = new Date('2026-03-04T05:06:07Z')
const invoice = (tenantId: string, number: string, minor: bigint, currency: string) => ({
  ...{ tenantId, number, currency, stripeInvoiceId: `in_${number}`, status: 'open', attempts: 2 },
  ...{
    subtotalMinor: minor,
    totalMinor: minor,
    dueMinor: minor,
    issuedAt: now,
    failedAt: now,
    fetchedAt: now,
  },
  ...{ periodStartsAt: now, periodEndsAt: now },
})

beforeAll(async () => {
  const { id: tenantId } = await makeTenant({ name: '=Harbor Management' })
  await makeTenant({ name: 'Lakes' })
  const data = { messageId: '00000000-0000-7000-8000-000000000001', tenantId }
  await asPlatform(async tx => {
    await tx.platformInvoice.createMany({
      data: [invoice(tenantId, 'A-1', 123405n, 'USD'), invoice(tenantId, 'A-2', 900n, 'JPY')],
    })
    await tx.platformWebhookEvent.createMany({
      data: [{ id: 'evt_1', type: 'invoice.paid', tenantId, createdAt: now, outcome: 'applied' }],
    })
    await tx.platformDifference.createMany({
      data: [{ tenantId, kind: 'usage', subject: 'homeowners', meter: 'homeowners', ours: 7n, recount: 5n }],
    })
    await tx.$executeRaw`
      insert into jobs.job (name, data, output, source_name, source_id, source_created_on, source_retry_count)
      values ('dead-letters', ${data}, '{"message": "the provider is down"}', 'send-message', gen_random_uuid(), now(), 8)`
  })
})

const everybody: AdminRole[] = ['owner', 'billing', 'support']
const files: [string, Route, AdminRole[], Record<string, string>][] = [
  ['companies', tenants, everybody, { Company: "'=Harbor Management", State: 'Trial', Overdue: '1243.05' }],
  [
    'platform-invoices',
    invoices,
    everybody,
    { Number: 'A-1', Status: 'Open', Total: '1234.05', Currency: 'USD' },
  ],
  ['dunning', dunning, everybody, { Invoice: 'A-2', Due: '900', Currency: 'JPY', Account: 'Trial' }],
  ['differences', differences, everybody, { Meter: 'Homeowners', Ours: '7', Recount: '5', 'Off by': '2' }],
  ['webhooks', webhooks, everybody, { Event: 'invoice.paid', Outcome: 'Applied' }],
  [
    'dead-letters',
    jobs,
    ['owner', 'support'],
    { Job: 'Send a message', Tries: '9', Error: 'the provider is down' },
  ],
  ['platform-audit', audit, ['owner'], { What: 'List exported' }],
]

describe.each(files)('the file of %s', (name, route, roles, row) => {
  it.each(everybody)('goes to %s only with the permission, and into the audit log', async role => {
    const admin = await makeAdmin({ role })
    const answer = await fetchAs(admin, route, 'q=')
    const written = () =>
      asPlatform(tx => tx.platformAuditEntry.findMany({ where: { adminId: admin.adminId } }))
    if (!roles.includes(role)) {
      expect(answer.status).toBe(403)
      expect(await written()).toEqual([])
      return
    }
    expect(await rowsOf(answer)).toContainEqual(expect.objectContaining(row))
    expect(await written()).toMatchObject([{ action: 'list:exported', detail: { list: name, query: 'q=' } }])
  })

  it('goes to nobody who is not signed in', async () => {
    expect((await fetchAs(null, route)).status).toBe(401)
  })
})

describe('a file', () => {
  it('holds what the address asks for, in its columns and order', async () => {
    const admin = await makeAdmin()
    const rows = await rowsOf(await fetchAs(admin, tenants, 'sort=name.asc&columns=name,slug'))
    expect(rows.map(row => row.Company)).toEqual(["'=Harbor Management", 'Lakes'])
    expect(Object.keys(rows[0] ?? {})).toEqual(['Company', 'Address'])
    expect(await rowsOf(await fetchAs(admin, tenants, 'q=lakes'))).toHaveLength(1)
  })

  it('breaks off when the admin’s session ends half-way', async () => {
    const admin = await makeAdmin()
    const answer = await fetchAs(admin, tenants)
    await asPlatform(tx =>
      tx.platformAdminSession.updateMany({ where: { id: admin.sessionId }, data: { revokedAt: new Date() } }),
    )
    await expect(answer.text()).rejects.toThrow('ended during the export')
  })

  it('breaks off when the admin’s role changes half-way', async () => {
    const admin = await makeAdmin({ role: 'support' })
    const answer = await fetchAs(admin, jobs)
    await asPlatform(tx =>
      tx.platformAdmin.updateMany({ where: { id: admin.adminId }, data: { role: 'billing' } }),
    )
    await expect(answer.text()).rejects.toThrow('ended during the export')
  })
})
