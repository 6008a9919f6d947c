import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { expect, test } from './fixtures'
import { makePlatformAdmin, signInAsAdmin } from './platform-admin'

async function rollUp(): Promise<void> {
  const db = new pg.Client(process.env.E2E_DATABASE_URL)
  await db.connect()
  // What the worker does every hour; the journey does not wait for the full hour.
  await db.query(
    "select platform.roll_up_metrics((now() at time zone 'UTC')::date - 2, (now() at time zone 'UTC')::date + 1)",
  )
  await db.end()
}

test('the overview leads from a figure to the companies it is made of @both', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  await rollUp()
  const owner = await makePlatformAdmin('owner', `Olga Owner ${Date.now()}`)
  await signInAsAdmin(page, tenantUrl('admin'), owner)
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('link', { name: /^Annual run rate/ }).click()
  await expect(page.getByRole('heading', { name: 'Annual run rate' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Seabreeze', exact: false }).first()).toBeVisible()
  await expectNoViolations(page)
})

test('an admin extends a trial, gives credit and leaves a note; all of it is in the audit log', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const owner = await makePlatformAdmin('owner', `Olga Owner ${Date.now()}`)
  await signInAsAdmin(page, tenantUrl('admin', '/tenants?q=seabreeze'), owner)
  await expectNoViolations(page)
  await page
    .getByRole('link', { name: /Seabreeze/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible()
  await expectNoViolations(page)

  await page.getByRole('link', { name: 'Billing' }).click()
  await page.getByRole('button', { name: 'Give credit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Amount').fill('12,5')
  await dialog.getByLabel('Reason').fill('An outage on Tuesday')
  await dialog.getByRole('button', { name: 'Give credit' }).click()
  await expect(dialog.getByText('Enter an amount, like 25 or 12.50.')).toBeVisible()
  await dialog.getByLabel('Amount').fill('12.50')
  await dialog.getByRole('button', { name: 'Give credit' }).click()
  await expect(page.getByText('$12.50').first()).toBeVisible()
  await expectNoViolations(page)

  await page.getByRole('link', { name: 'Usage', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Limits of its plans' })).toBeVisible()
  await expectNoViolations(page)

  await page.getByRole('link', { name: 'Notes' }).click()
  const note = `Called them, all well. ${Date.now()}`
  await page.getByLabel('New note').fill(note)
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByText(note)).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('article').filter({ hasText: note }).getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText(note)).toBeHidden()

  await page.goto(tenantUrl('admin', '/audit'))
  for (const action of ['Credit given', 'Note written', 'Note removed'])
    await expect(page.getByText(action).first()).toBeVisible()
})

test('money has its pages: invoices, dunning, differences, webhooks @both', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const billing = await makePlatformAdmin('billing', `Bill Billing ${Date.now()}`)
  await signInAsAdmin(page, tenantUrl('admin', '/invoices'), billing)
  for (const [path, title] of [
    ['/invoices', 'Invoices'],
    ['/dunning', 'Dunning'],
    ['/differences', 'Differences'],
    ['/webhooks', 'Webhooks'],
  ] as const) {
    await page.goto(tenantUrl('admin', path))
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible()
    await expectNoViolations(page)
  }
})

test('an owner makes an API token, sees it once, finds it and revokes it @both', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const owner = await makePlatformAdmin('owner', `Olga Owner ${Date.now()}`)
  const name = `Sales portal ${Date.now()}`
  await signInAsAdmin(page, tenantUrl('admin', '/tokens'), owner)
  await page.getByRole('button', { name: 'New token' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Used by').fill(name)
  await dialog.getByLabel('Read companies').check()
  await expectNoViolations(page)
  await dialog.getByRole('button', { name: 'Make token' }).click()
  await expect(dialog.getByText(/^ptc_\w{8}_/)).toBeVisible()
  await expectNoViolations(page)
  await dialog.getByRole('button', { name: 'I have copied it' }).click()

  await page.goto(tenantUrl('admin', `/tokens?q=${encodeURIComponent(name)}`))
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row.getByText('Active')).toBeVisible()
  if ((page.viewportSize()?.width ?? 0) > 640) await row.getByRole('checkbox').check()
  else {
    await row.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { name })).toBeVisible()
    await expectNoViolations(page)
  }
  await page.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText(/revoked$/).first()).toBeVisible()
  await page.goto(tenantUrl('admin', `/tokens?f.state=revoked&q=${encodeURIComponent(name)}`))
  await expect(row.getByText('Revoked')).toBeVisible()
})

test('a list of the dashboard goes along as CSV, as it was narrowed', async ({ page, tenantUrl }) => {
  const support = await makePlatformAdmin('support', `Sue Support ${Date.now()}`)
  await signInAsAdmin(page, tenantUrl('admin', '/'), support)
  await page.goto(tenantUrl('admin', '/tenants?q=seabreeze&columns=name,slug'))
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^portico-companies-\d{4}-\d\d-\d\d\.csv$/)
  expect(await readFile(await file.path(), 'utf8')).toBe(
    '\ufeffCompany,Address\r\nSeabreeze Association Management,seabreeze\r\n',
  )
})

test('support sees how a company’s messages fared, to nobody in particular, and tries a job again @both', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const error = `the provider is down ${Date.now()}`
  const db = new pg.Client(process.env.E2E_DATABASE_URL)
  await db.connect()
  const { rows } = await db.query<{ id: string; recipient: string }>(
    `select t.id, (select recipient from app.messages m where m.tenant_id = t.id order by created_at desc limit 1)
      from platform.tenants t where slug = 'gulfline'`,
  )
  const { id, recipient } = rows[0] ?? { id: '', recipient: '' }
  await db.query(
    `insert into jobs.job (name, data, output, source_name, source_id, source_created_on, source_retry_count)
      values ('dead-letters', $1, $2, 'sweep', gen_random_uuid(), now(), 3)`,
    [{ tenantId: id }, { message: error }],
  )
  await db.end()
  const support = await makePlatformAdmin('support', `Sue Support ${Date.now()}`)
  await signInAsAdmin(page, tenantUrl('admin', `/tenants/${id}`), support)
  await page.getByRole('link', { name: 'Messages', exact: true }).click()
  await expect(page.getByText(/those that did not arrive first/)).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await expectNoViolations(page)
  expect(recipient).toContain('@')
  expect(await page.content()).not.toContain(recipient)

  await page.goto(tenantUrl('admin', `/tenants/${id}/jobs`))
  const job = page.getByRole('row').filter({ hasText: error })
  await expect(job.getByText('Given up')).toBeVisible()
  await expectNoViolations(page)
  if ((page.viewportSize()?.width ?? 0) > 640) {
    await job.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('1 put back into their queues')).toBeVisible()
  } else {
    await job.getByRole('link').click()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('Put back into its queue')).toBeVisible()
    await page.goto(tenantUrl('admin', `/tenants/${id}/jobs`))
  }
  await expect(job).toBeHidden()
})

test('billing is kept from jobs and messages', async ({ page, tenantUrl }) => {
  const billing = await makePlatformAdmin('billing', `Bill Billing ${Date.now()}`)
  await signInAsAdmin(page, tenantUrl('admin', '/tenants?q=gulfline'), billing)
  await page
    .getByRole('link', { name: /Gulfline/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible()
  for (const part of ['Messages', 'Jobs']) {
    await expect(page.getByRole('link', { name: part, exact: true })).toHaveCount(0)
    await page.goto(`${page.url().replace(/\/(messages|jobs)$/, '')}/${part.toLowerCase()}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not open to you')
  }
})
