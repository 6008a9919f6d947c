import type { Page } from '@playwright/test'
import { ask } from './ask'
import { expect, test } from './fixtures'
import { makePerson, type Person } from './make-person'

const company = 'seabreeze'

async function fillSignIn(page: Page, person: Pick<Person, 'email' | 'password'>): Promise<void> {
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('a password leads to the page that was asked for @both', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const person = await makePerson(company, 'manager')
  await page.goto(tenantUrl(company, '/account?from=mail'))
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount/)
  await expectNoViolations(page)
  await fillSignIn(page, person)
  await expect(page).toHaveURL(tenantUrl(company, '/account?from=mail'))
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await expectNoViolations(page)
})

test('a wrong password and an unknown address get the same answer', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const person = await makePerson(company, 'staff')
  await page.goto(tenantUrl(company, '/sign-in'))
  for (const email of [person.email, 'nobody@nowhere.example']) {
    await fillSignIn(page, { email, password: 'not-the-password' })
    await expect(page.getByRole('main').getByRole('alert')).toHaveText(
      'That email and password do not match an account here.',
    )
    await expect(page.getByLabel('Email')).toHaveValue(email)
  }
  await expectNoViolations(page)
})

test('a link by email signs in once @both', async ({ page, tenantUrl, inbox, expectNoViolations }) => {
  const person = await makePerson(company, 'homeowner')
  await page.goto(tenantUrl(company, '/sign-in'))
  await page.getByLabel('Email').fill(person.email)
  await page.getByRole('button', { name: 'Email me a sign-in link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your inbox' })).toBeFocused()
  await expectNoViolations(page)

  const mail = await inbox.waitFor(person.email)
  const link = mail.links.find(href => href.includes('/link/')) ?? ''
  // Scanners open every link of a mail.
  for (let scan = 0; scan < 3; scan += 1)
    expect((await ask(new URL(link).host, new URL(link).pathname)).status).toBe(200)
  await page.goto(link)
  await expect(page.getByText(person.email)).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(tenantUrl(company, '/portal'))

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
  await expectNoViolations(page)
})

test('a forgotten password is replaced, and other devices are signed out', async ({
  browser,
  page,
  tenantUrl,
  inbox,
  expectNoViolations,
}) => {
  const person = await makePerson(company, 'staff')
  const other = await (await browser.newContext()).newPage()
  await other.goto(tenantUrl(company, '/sign-in?next=/account'))
  await fillSignIn(other, person)
  await expect(other.getByRole('heading', { name: 'Your account' })).toBeVisible()

  await page.goto(tenantUrl(company, '/sign-in'))
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByRole('heading', { name: 'Reset your password' })).toBeVisible()
  await page.getByLabel('Email').fill(person.email)
  await page.getByRole('button', { name: 'Email me a reset link' }).click()
  const mail = await inbox.waitFor(person.email)
  await page.goto(mail.links.find(href => href.includes('/reset/')) ?? '')
  await page.getByLabel('New password').fill('Seabreeze2026')
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(page.getByLabel('New password')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('New password')).toHaveValue('Seabreeze2026')
  await expectNoViolations(page)
  await page.getByLabel('New password').fill('quiet-lantern-orbit-17')
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(page).toHaveURL(tenantUrl(company, '/manage'))

  await other.reload()
  await expect(other.getByText('This device was signed out.')).toBeVisible()
  await fillSignIn(other, person)
  await expect(other.getByRole('main').getByRole('alert')).toBeVisible()
  await fillSignIn(other, { ...person, password: 'quiet-lantern-orbit-17' })
  await expect(other).toHaveURL(tenantUrl(company, '/account'))
})

test('one device signs another out, then itself @both', async ({ browser, page, tenantUrl }) => {
  const person = await makePerson(company, 'homeowner')
  const other = await (await browser.newContext()).newPage()
  for (const device of [other, page]) {
    await device.goto(tenantUrl(company, '/sign-in?next=/account'))
    await fillSignIn(device, person)
    await expect(device.getByRole('heading', { name: 'Your account' })).toBeVisible()
  }
  const sessions = page.getByRole('listitem').filter({ hasText: 'Last seen' })
  await expect(sessions).toHaveCount(2)
  // A press before the page's scripts have come is lost.
  await expect(async () => {
    const button = sessions.getByRole('button', { name: 'Sign out' })
    if (await button.isVisible()) await button.click()
    await expect(sessions).toHaveCount(1, { timeout: 5_000 })
  }).toPass()
  await expect(sessions).toContainText('This device')
  await other.reload()
  await expect(other).toHaveURL(/\/sign-in\?next=%2Faccount&ended=revoked/)

  await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await page.goto(tenantUrl(company, '/account'))
  await expect(page).toHaveURL(/\/sign-in/)
})
