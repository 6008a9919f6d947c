import { signInToDemo } from './demo-sign-in'
import { expect, test } from './fixtures'

test('pages that are not there, or not for this person, say so inside the shell', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  await signInToDemo(page, tenantUrl('seabreeze'), 'helen.strauss@seabreeze.example')
  const missing = await page.goto(tenantUrl('seabreeze', '/manage/nowhere/at/all'))
  expect(missing?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' }).first()).toBeVisible()
  await expectNoViolations(page)
  const closed = await page.goto(tenantUrl('seabreeze', '/manage/people/invite'))
  expect(closed?.status()).toBe(403)
  await expect(page.getByRole('heading', { name: 'This is not open to you' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Team' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Associations' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Associations')
  await page.getByRole('link', { name: 'Units' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Units')
})

test('the outline of the next page stands while it is on its way', async ({ page, tenantUrl }) => {
  await signInToDemo(page, tenantUrl('seabreeze'), 'theo.lindqvist@seabreeze.example')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await page.route(
    url => url.pathname === '/manage/units' && url.searchParams.has('_rsc'),
    async route => {
      await held
      await route.continue()
    },
  )
  await page.getByRole('link', { name: 'Units' }).first().click()
  await expect(page.getByRole('status', { name: 'Loading' }).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
  release()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Units')
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
})

test('everything is a few letters away by keyboard', async ({ page, tenantUrl, expectNoViolations }) => {
  await signInToDemo(page, tenantUrl('seabreeze'), 'priya.raman@seabreeze.example')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or jump to…').fill('condo')
  const found = page.getByRole('group', { name: 'Associations' }).getByRole('option')
  await expect(found.first()).toBeVisible()
  // She looks after two associations, and finds no other.
  expect(await found.count()).toBeLessThanOrEqual(2)
  await expectNoViolations(page)
  const name = (await found.first().textContent()) ?? ''
  await found.first().click()
  await page.waitForURL(/\/manage\/associations\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name.slice(0, 8))
})
