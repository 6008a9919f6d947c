import pg from 'pg'
import { expect, test } from './fixtures'
import { openAs } from './open-as'
import { makePlatformAdmin, signInAsAdmin } from './platform-admin'

const company = 'seabreeze'

async function tenantId(): Promise<string> {
  const db = new pg.Client(process.env.E2E_DATABASE_URL)
  await db.connect()
  try {
    const { rows } = await db.query('select id from platform.tenants where slug = $1', [company])
    return rows[0].id
  } finally {
    await db.end()
  }
}

test('a company lets support in, sees every step and takes the leave back', async ({
  browser,
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const support = await makePlatformAdmin('support', `Sam Support ${Date.now()}`)
  const desk = await (await browser.newContext()).newPage()
  const atCompany = tenantUrl('admin', `/tenants/${await tenantId()}`)
  await signInAsAdmin(desk, atCompany, support)

  const settings = tenantUrl(company, '/manage/settings/support')
  await openAs(page, settings, { company, role: 'admin', name: 'Ada Admin' })
  await expectNoViolations(page)
  const purpose = `Look at the import of ${Date.now()}`
  await page.getByLabel('Purpose').fill(purpose)
  await page.getByLabel('For how long').selectOption('1')
  await page.getByRole('button', { name: 'Let support in' }).click()
  await expect(page.getByText(purpose).first()).toBeVisible()
  await expectNoViolations(page)

  await desk.reload()
  await expectNoViolations(desk)
  await desk.getByRole('button', { name: 'Enter as guest' }).click()
  await expect(desk).toHaveURL(new RegExp(`${company}\\.[^/]+/support/`))
  const link = desk.url()
  await expectNoViolations(desk)
  await desk.getByRole('button', { name: 'Enter', exact: true }).click()
  await expect(desk).toHaveURL(tenantUrl(company, '/manage'))
  const banner = desk.getByRole('region', { name: 'Support access' })
  await expect(banner).toContainText(`${support.name} of Portico is here as your guest until`)
  await expectNoViolations(desk)

  await desk.goto(tenantUrl(company, '/manage/units'))
  await expect(banner).toBeVisible()
  for (const closed of ['/manage/people', '/manage/settings/support', '/manage/audit', '/account']) {
    const answer = await desk.goto(tenantUrl(company, closed))
    expect(answer?.status(), closed).toBe(403)
  }

  const again = await (await browser.newContext()).newPage()
  await again.goto(link)
  await again.getByRole('button', { name: 'Enter', exact: true }).click()
  await expect(again.getByText('This link has expired or was already used.').first()).toBeVisible()

  await page.reload()
  const visit = page.getByRole('listitem').filter({ hasText: purpose }).first()
  await visit.getByRole('link', { name: /steps? recorded/ }).click()
  await expect(page.getByText(`${support.name} of Portico`).first()).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Units', exact: true }).first()).toBeVisible()

  await page.goto(settings)
  const leave = page.getByRole('main').locator('div').filter({ hasText: purpose })
  await leave.getByRole('button', { name: 'End access' }).first().click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'End access' }).click()
  await expect(visit.getByText('Ended early')).toBeVisible()
  await desk.goto(tenantUrl(company, '/manage/units'))
  await expect(desk).toHaveURL(/\/sign-in\?next=/)
})
