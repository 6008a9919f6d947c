import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { apiScopes } from '@/lib/auth/read-api-token'
import { addApiToken } from './add-api-token'
import { ask, hostOf } from './ask'
import { expect, test } from './fixtures'
import { openAs } from './open-as'

async function inDatabase<T>(work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client(process.env.E2E_DATABASE_URL)
  await db.connect()
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}

/** A company of a tier, made as another system would. */
async function makeCompany(tier: string): Promise<string> {
  const authorization = await inDatabase(db => addApiToken(db, apiScopes))
  const id = `${tier}-${randomUUID().slice(0, 8)}`
  const body = JSON.stringify({ id, name: 'Lakeside Homes', subdomain: id, subscriptionTier: tier })
  const made = await ask(hostOf('admin.localhost'), '/api/admin/organizations', {
    method: 'POST',
    headers: { authorization },
    body,
  })
  expect(made.status).toBe(201)
  return id
}

const asks = async (host: string) =>
  (await ask(hostOf('localhost'), `/api/domains/ask?domain=${encodeURIComponent(host)}`)).status

test('a company claims a domain, sees the record to set, and answers there once it is verified', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const company = await makeCompany('enterprise')
  const host = `portal.${company}.com`
  await openAs(page, tenantUrl(company, '/manage/settings/domain'), {
    company,
    role: 'admin',
    name: 'Ana Ruiz',
  })
  await page.getByLabel('Domain').fill('not a domain')
  await page.getByRole('button', { name: 'Add domain' }).click()
  await expect(page.getByText('Enter a domain, like portal.example.com.')).toBeVisible()
  await page.getByLabel('Domain').fill(`https://${host}/`)
  await page.getByRole('button', { name: 'Add domain' }).click()
  await expect(page.getByRole('heading', { name: host })).toBeVisible()
  await expect(page.getByText(`_portico.${host}`)).toBeVisible()
  await expect(page.getByText('Pending')).toBeVisible()
  await expectNoViolations(page)
  expect(await asks(host)).toBe(404)

  await inDatabase(db =>
    db.query(`update platform.domains set status = 'verified', verified_at = now() where host = $1`, [host]),
  )
  // The directory may be read from five seconds ago.
  await expect
    .poll(async () => String((await ask(hostOf(`${company}.localhost`), '/sign-in?x=1')).headers.location), {
      timeout: 15_000,
    })
    .toBe(`http://${hostOf(host)}/sign-in?x=1`)
  expect(await asks(host)).toBe(200)
  const there = await ask(hostOf(host), '/sign-in')
  expect(there.status).toBe(200)
  expect(there.body).toContain('Lakeside Homes')
})

test('a company without the plan is told which one has it', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const company = await makeCompany('basic')
  await openAs(page, tenantUrl(company, '/manage/settings/domain'), {
    company,
    role: 'admin',
    name: 'Ana Ruiz',
  })
  await expect(page.getByText('A domain of your own comes with Enterprise')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add domain' })).toHaveCount(0)
  await expectNoViolations(page)
})

test('the first steps tick themselves off and can be put away', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const company = await makeCompany('pro')
  await openAs(page, tenantUrl(company, '/manage'), { company, role: 'admin', name: 'Ana Ruiz' })
  await expect(page.getByText('1 of 6 done')).toBeVisible()
  await expectNoViolations(page)
  await page.goto(tenantUrl(company, '/manage/settings'))
  await page.getByLabel('Support phone').fill('(305) 555-0123')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/saved/i).first()).toBeVisible()
  await page.goto(tenantUrl(company, '/manage'))
  await expect(page.getByText('2 of 6 done')).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByRole('heading', { name: 'First steps' })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'First steps' })).toHaveCount(0)
})
