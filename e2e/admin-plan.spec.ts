import pg from 'pg'
import { expect, test } from './fixtures'
import { makePlatformAdmin, signInAsAdmin } from './platform-admin'

async function ask<T extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<T[]> {
  const db = new pg.Client(process.env.E2E_DATABASE_URL)
  await db.connect()
  try {
    return (await db.query<T>(sql, values)).rows
  } finally {
    await db.end()
  }
}

/** Makes a company on trial, for one journey alone. */
async function makeCompany(name: string): Promise<string> {
  const slug = `plans-${Date.now().toString(36)}`
  const [row] = await ask<{ id: string }>(
    `insert into platform.tenants (slug, name, kind, status) values ($1, $2, 'associations', 'active') returning id`,
    [slug, name],
  )
  const id = row?.id ?? ''
  await ask(`insert into app.tenants (tenant_id, name, kind) values ($1, $2, 'associations')`, [id, name])
  return id
}

test('an admin of billing changes a company’s plan after seeing what it comes to @both', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const id = await makeCompany('Harbor Plans')
  const url = (path: string) => tenantUrl('admin', `/tenants/${id}/billing${path}`)
  await signInAsAdmin(page, url(''), await makePlatformAdmin('billing', `Bill Billing ${Date.now()}`))
  await page.getByRole('link', { name: 'Change plan' }).click()
  await expect(page.getByRole('heading', { name: 'Change the plan' })).toBeVisible()
  await expect(page.getByText('Current', { exact: true })).toBeVisible()
  await expectNoViolations(page)

  await page.getByRole('link', { name: 'Add Pro' }).click()
  await expect(page.getByRole('heading', { name: 'Add Pro' })).toBeVisible()
  await expect(page.getByText('$50.00')).toBeVisible()
  await expect(page.getByText('$199.00')).toBeVisible()
  await expect(page.getByText('Free', { exact: true })).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Add Pro' }).click()
  await expect(page.getByText('Say why, in a few words.').first()).toBeVisible()
  await page.getByLabel('Reason').fill('Agreed by phone')
  await page.getByRole('button', { name: 'Add Pro' }).click()
  await page.waitForURL(url(''))
  await expect(page.getByText('$149.00 a month', { exact: false })).toBeVisible()
  await expectNoViolations(page)
  const entries = await ask<{ detail: unknown }>(
    `select detail from platform.audit_entries where tenant_id = $1 and action = 'plan:changed'`,
    [id],
  )
  expect(entries).toEqual([{ detail: { from: null, to: 'pro-1', reason: 'Agreed by phone' } }])
})

test('a plan that is too small is refused with what exceeds it, also where it became so meanwhile @both', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const id = await makeCompany('Growing Plans')
  const url = (path: string) => tenantUrl('admin', `/tenants/${id}/billing${path}`)
  const owner = await makePlatformAdmin('owner', `Olga Owner ${Date.now()}`)
  await signInAsAdmin(page, url('/change/basic-1'), owner)
  await expect(page.getByRole('heading', { name: 'Add Basic' })).toBeVisible()
  await ask(
    `insert into app.users (tenant_id, role, email, name)
      select set_config('app.current_tenant', $1, true)::uuid, 'staff', 'grown-' || n || '@example.test', 'Grown ' || n from generate_series(1, 7) n`,
    [id],
  )
  await ask(
    `insert into platform.usage_days (tenant_id, meter, on_day, quantity) values ($1, 'properties', $2, 31)`,
    [id, new Date().toISOString().slice(0, 10)],
  )
  const tooMany = [
    'There are 7 users; Basic includes 5. Suspend 2 of them first.',
    'There are 31 properties; Basic includes 20. Archive 11 of them first.',
  ]
  await page.getByLabel('Reason').fill('They asked for less')
  await page.getByRole('button', { name: 'Add Basic' }).click()
  for (const sentence of tooMany) await expect(page.getByText(sentence)).toBeVisible()

  await page.reload()
  await expect(page.getByText('Growing Plans cannot have Basic now')).toBeVisible()
  for (const sentence of tooMany) await expect(page.getByText(sentence)).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Other plans' }).click()
  for (const sentence of tooMany) await expect(page.getByText(sentence)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Add Pro' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Add Basic' })).toHaveCount(0)
  const open = await ask(
    `select plan_version_id from platform.subscriptions where tenant_id = $1 and ends_on is null`,
    [id],
  )
  expect(open).toEqual([{ plan_version_id: 'per-homeowner-1' }])
})

test('for a company that pays the preview has Stripe’s figures', async ({ page, tenantUrl }) => {
  const [company] = await ask<{ id: string }>(`select id from platform.tenants where slug = 'seabreeze'`, [])
  const url = tenantUrl('admin', `/tenants/${company?.id}/billing/change/pro-1`)
  await signInAsAdmin(page, url, await makePlatformAdmin('billing', `Bill Billing ${Date.now()}`))
  await expect(page.getByText('For the rest of this month, with the next bill')).toBeVisible()
  await expect(page.getByText(/^Next bill, /)).toBeVisible()
})

test('support sees a company’s plan and changes nothing', async ({ page, tenantUrl }) => {
  const id = await makeCompany('Supported Plans')
  const url = (path: string) => tenantUrl('admin', `/tenants/${id}/billing${path}`)
  await signInAsAdmin(page, url(''), await makePlatformAdmin('support', `Sue Support ${Date.now()}`))
  await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible()
  await expect(page.getByText('Per homeowner')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Change plan' })).toHaveCount(0)
  for (const path of ['/change', '/change/pro-1']) {
    await page.goto(url(path))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not open to you')
  }
})
