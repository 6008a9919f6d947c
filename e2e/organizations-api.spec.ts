import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { apiScopes } from '@/lib/auth/read-api-token'
import { addApiToken } from './add-api-token'
import { ask, hostOf } from './ask'
import { expect, test } from './fixtures'

let authorization = ''

test.beforeAll(async () => {
  const db = new pg.Client(process.env.E2E_DATABASE_URL)
  await db.connect()
  authorization = await addApiToken(db, apiScopes)
  await db.end()
})

async function call(method: string, path: string, json?: object, headers: Record<string, string> = {}) {
  const answer = await ask(hostOf('admin.localhost'), `/api/admin/organizations${path}`, {
    method,
    headers: { authorization, accept: 'application/json', ...headers },
    ...(json && { body: JSON.stringify(json) }),
  })
  return { status: answer.status, headers: answer.headers, body: JSON.parse(answer.body) }
}

test('another system makes a company, invites its admin, closes it and opens it again', async ({
  page,
  inbox,
  tenantUrl,
}) => {
  const id = `api-${randomUUID().slice(0, 8)}`
  const organization = {
    id,
    name: 'Acme Property Management',
    subdomain: id,
    domain: `${id}.hostpilotpro.com`,
    subscriptionTier: 'pro',
    settings: {
      branding: { companyName: 'Acme', primaryColor: '#2563eb' },
      features: { enableHostawayIntegration: true, enableSmsNotifications: true },
    },
  }
  const key = { 'idempotency-key': id }
  const made = await call('POST', '', organization, key)
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ id, status: 'active', subscriptionTier: 'pro' })
  const replayed = await call('POST', '', organization, key)
  expect(replayed).toMatchObject({ status: 201, body: { tenantId: made.body.tenantId } })
  expect(replayed.headers['idempotent-replayed']).toBe('true')
  const wrong = await call('POST', '', { ...organization, colour: 'blue' })
  expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/colour' }] } })
  expect(wrong.headers['content-type']).toBe('application/problem+json')

  const email = `ana@${id}.example`
  expect((await call('POST', `/${id}/invitations`, { email, name: 'Ana Ruiz' })).status).toBe(201)
  const invitation = await inbox.waitFor(email)
  await page.goto(invitation.links.find(link => link.includes('/invitation/')) ?? '')
  await expect(page.getByText('Acme').first()).toBeVisible()

  expect((await call('POST', `/${id}/suspend`, { reason: 'Unpaid since March' })).body.status).toBe(
    'suspended',
  )
  expect((await call('POST', `/${id}/reactivate`)).body.status).toBe('active')
  const closed = await call('POST', `/${id}/delete-request`, { reason: 'Moved away' })
  expect(closed.body).toMatchObject({ status: 'closed', deletion: { dueAt: expect.any(String) } })
  expect((await call('DELETE', `/${id}/delete-request`)).body.status).toBe('active')
  const listed = await call('GET', '?limit=5')
  expect(listed.body.data.map((one: { id: string }) => one.id)).toContain(id)
  await page.goto(tenantUrl(id, '/sign-in'))
  await expect(page.getByText('Acme').first()).toBeVisible()
})
