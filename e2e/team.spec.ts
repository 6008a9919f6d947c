import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { makePerson, type Person } from './make-person'

const company = 'seabreeze'

async function signIn(page: Page, url: string, person: Person): Promise<void> {
  await page.goto(url)
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(url)
}

test('an admin invites a colleague, who takes it up', async ({
  browser,
  page,
  tenantUrl,
  inbox,
  expectNoViolations,
}) => {
  const admin = await makePerson(company, 'admin', 'Ada Admin')
  await signIn(page, tenantUrl(company, '/manage/people/invite'), admin)
  await expectNoViolations(page)
  const email = `new-${admin.email}`
  await expect(async () => {
    await page.getByLabel('All, also those added later').check()
    await page.getByLabel('Only chosen ones').check()
    await expect(page.getByPlaceholder('Search by name or city')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await page.getByLabel('Name', { exact: true }).fill('Ines New')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Agent').check()
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await expect(page.getByText('Choose at least one association.').first()).toBeVisible()
  await expect(page.getByLabel('Email')).toHaveValue(email)
  await page.getByRole('checkbox').first().check()
  await expect(page.getByText('1 chosen')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await expect(page.getByRole('heading', { name: 'Ines New' })).toBeVisible()
  await expect(page.getByText('Invited', { exact: true }).first()).toBeVisible()
  await expectNoViolations(page)

  const mail = await inbox.waitFor(email)
  const colleague = await (await browser.newContext()).newPage()
  await colleague.goto(mail.links.find(href => href.includes('/invitation/')) ?? '')
  await expect(colleague.getByRole('heading', { name: 'Welcome, Ines New' })).toBeVisible()
  await expectNoViolations(colleague)
  await colleague.getByLabel('New password').fill('quiet-lantern-orbit-17')
  await colleague.getByRole('button', { name: 'Set password and continue' }).click()
  await expect(colleague).toHaveURL(tenantUrl(company, '/manage'))
})

test('a role, a denial and a suspension count from the next page on', async ({
  browser,
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const [admin, colleague] = [
    await makePerson(company, 'admin', 'Ada Admin'),
    await makePerson(company, 'manager', 'Max Manager'),
  ]
  const theirs = await (await browser.newContext()).newPage()
  await signIn(theirs, tenantUrl(company, '/manage/people'), colleague)
  await expect(theirs.getByRole('heading', { name: 'Team' })).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'Invite a colleague' })).toHaveCount(0)

  await signIn(page, tenantUrl(company, `/manage/people/${colleague.id}`), admin)
  await page.getByLabel('See the team').uncheck()
  await expect(page.getByText('Denied')).toBeVisible()
  await page.getByRole('button', { name: 'Save permissions' }).click()
  await expect(page.getByText('Permissions saved')).toBeVisible()
  await theirs.reload()
  await expect(theirs.getByRole('heading', { name: 'Team' })).toHaveCount(0)

  await page.getByLabel('Role', { exact: true }).selectOption('admin')
  await page.getByRole('button', { name: 'Change role' }).click()
  await expect(page.getByText('Role changed')).toBeVisible()
  await theirs.goto(tenantUrl(company, '/manage/people/invite'))
  await expect(theirs.getByRole('heading', { name: 'Invite a colleague' })).toBeVisible()

  await page.getByRole('button', { name: 'Suspend' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByRole('button', { name: 'Restore access' })).toBeVisible()
  await expectNoViolations(page)
  await theirs.reload()
  await expect(theirs.getByText('Your access has been suspended.')).toBeVisible()
})

test('the team and its roles are laid out for all to read', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  await signIn(page, tenantUrl(company, '/manage/people'), await makePerson(company, 'admin', 'Ada Admin'))
  await expect(page.getByRole('link', { name: 'Marisol Vega' })).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Roles and permissions' }).click()
  const row = page.getByRole('row', { name: 'See the audit log' })
  await expect(row.getByRole('cell')).toHaveText(['yes', 'no', 'no', 'no', 'no', 'no', 'no'])
  await expectNoViolations(page)
})
