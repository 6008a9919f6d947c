import type { Page } from '@playwright/test'
import { fromBase32 } from '@/lib/admins/totp'
import { expect, test } from './fixtures'
import { codeNow, givePassword, makePlatformAdmin, signInAsAdmin } from './platform-admin'

/** Sets an authenticator app up with the key that the page shows, and answers with the recovery codes. */
async function enrol(page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { name: 'Set up your second factor' })).toBeVisible()
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  const key = fromBase32((await page.locator('code').first().textContent()) ?? '')
  await page.getByLabel('Code from the app').fill(codeNow(key))
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByRole('heading', { name: 'Keep your recovery codes' })).toBeFocused()
  const codes = await page.getByRole('listitem').allTextContents()
  expect(codes).toHaveLength(10)
  return codes
}

test('the first sign-in sets a second factor up, and a recovery code stands in for it once', async ({
  browser,
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const admin = await makePlatformAdmin('owner', 'Greta First', { enrolled: false })
  await page.goto(tenantUrl('admin', '/jobs'))
  await expectNoViolations(page)
  await givePassword(page, admin)
  await expect(page.getByRole('heading', { name: 'Set up your second factor' })).toBeVisible()
  await expectNoViolations(page)
  await page.getByLabel('Code from the app').fill('000000')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText('That code is not right.').first()).toBeVisible()
  const [code = ''] = await enrol(page)
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page).toHaveURL(tenantUrl('admin', '/jobs'))

  for (const works of [true, false]) {
    const other = await (await browser.newContext()).newPage()
    await other.goto(tenantUrl('admin', '/account'))
    await givePassword(other, admin)
    await expect(other.getByRole('heading', { name: 'Enter your code' })).toBeVisible()
    await expectNoViolations(other)
    await other.getByLabel('Code').fill(code.toLowerCase())
    await other.getByRole('button', { name: 'Continue', exact: true }).click()
    if (works) await expect(other).toHaveURL(tenantUrl('admin', '/account'))
    else await expect(other.getByText('That code is not right.').first()).toBeVisible()
  }
})

test('a password alone opens nothing, and a code counts once', async ({ browser, page, tenantUrl }) => {
  const admin = await makePlatformAdmin('support', 'Ruth Once')
  const home = tenantUrl('admin', '/tenants')
  await page.goto(home)
  await givePassword(page, admin)
  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible()
  await page.goto(home)
  await expect(page).toHaveURL(/\/sign-in\?next=/)

  const given = codeNow(admin.key ?? Buffer.alloc(0))
  for (const works of [true, false]) {
    const other = await (await browser.newContext()).newPage()
    await other.goto(home)
    await givePassword(other, admin)
    await other.getByLabel('Code').fill(given)
    await other.getByRole('button', { name: 'Continue', exact: true }).click()
    if (works) await expect(other).toHaveURL(home)
    else await expect(other.getByText('This code was used already.').first()).toBeVisible()
  }
})

test('an owner invites an admin, who chooses a password and sets a second factor up', async ({
  browser,
  page,
  tenantUrl,
  inbox,
  expectNoViolations,
}) => {
  const owner = await makePlatformAdmin('owner', 'Olga Owner')
  await signInAsAdmin(page, tenantUrl('admin', '/admins'), owner)
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Invite an admin' }).click()
  await expect(page.getByRole('heading', { name: 'Invite an admin' })).toBeVisible()
  await expectNoViolations(page)
  const email = `new-${owner.email}`
  const name = `Nils New ${Date.now()}`
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expectNoViolations(page)

  const mail = await inbox.waitFor(email)
  const invited = await (await browser.newContext()).newPage()
  await invited.goto(mail.links.find(href => href.includes('/invitation/')) ?? '')
  await expect(invited.getByRole('heading', { name: `Welcome, ${name}` })).toBeVisible()
  await expectNoViolations(invited)
  await invited.getByLabel('New password').fill('quiet-lantern-orbit-17')
  await invited.getByRole('button', { name: 'Set password and continue' }).click()
  await enrol(invited)
  await invited.getByRole('button', { name: 'I have kept them' }).click()
  await invited.goto(tenantUrl('admin', `/admins?q=${encodeURIComponent(name)}`))
  await expect(invited.getByRole('link', { name })).toBeVisible()
  await expect(invited.getByRole('link', { name: 'Invite an admin' })).toHaveCount(0)

  await page.reload()
  await page.getByRole('button', { name: 'Suspend' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByText('Suspended', { exact: true }).first()).toBeVisible()
  await invited.reload()
  await expect(invited).toHaveURL(/\/sign-in\?next=/)
})

test('an admin changes their own recovery codes with a code of the app', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const admin = await makePlatformAdmin('billing', 'Bea Billing')
  await signInAsAdmin(page, tenantUrl('admin', '/account'), admin)
  await expectNoViolations(page)
  // The next step's, since the present one signed in.
  await page
    .getByLabel('Code from the app, for new recovery codes')
    .fill(codeNow(admin.key ?? Buffer.alloc(0), 1))
  await page.getByRole('button', { name: 'Make new recovery codes' }).click()
  await expect(page.getByRole('heading', { name: 'Keep your recovery codes' })).toBeVisible()
  await expectNoViolations(page)
})
