import type { Page } from '@playwright/test'
import { signInToDemo } from './demo-sign-in'
import { expect, test } from './fixtures'

const apiKey = 're_journey_5up3r_private_key'

/** Collects everything the server says, so that a secret can be looked for in it. */
function listenTo(page: Page) {
  const said: Promise<string>[] = []
  page.on('response', response => {
    const type = response.headers()['content-type'] ?? ''
    if (/html|x-component|json|csv/.test(type)) said.push(response.text().catch(() => ''))
  })
  return async () => (await Promise.all(said)).join('\n')
}

test('an admin enters a key, it is tested, replaced and removed, and is never shown again', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  const everythingSaid = listenTo(page)
  await signInToDemo(page, tenantUrl('palm-and-pier'), 'ruth.calloway@palm-and-pier.example')
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByRole('link', { name: 'Credentials' }).click()
  await expect(page.getByRole('heading', { name: 'Hostaway' })).toBeVisible()
  await expect(page.getByText('Portico does not').first()).toBeVisible()
  await expectNoViolations(page)

  await page.getByRole('link', { name: 'Resend' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Resend')
  await expectNoViolations(page)
  await page.getByLabel('API key').fill('nonsense')
  await page.getByLabel('Sender address').fill('notices@mail.portico.example')
  await page.getByRole('button', { name: 'Save and test' }).click()
  await expect(page.getByText('it starts with re_').first()).toBeVisible()
  await page.getByLabel('API key').fill(apiKey)
  await page.getByRole('button', { name: 'Save and test' }).click()
  await expect(page.getByText('Resend knows the key').first()).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('In use').first()).toBeVisible()
  await expect(page.getByText('••••••••_key').first()).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Tested the connection' }).first()).toBeVisible()
  await expectNoViolations(page)

  await page.getByLabel('API key').fill(`${apiKey}_2`)
  await page.getByLabel('Sender address').fill('notices@not-verified.example')
  await page.getByRole('button', { name: 'Save and test' }).click()
  await expect(page.getByText('not-verified.example is not in this Resend account').first()).toBeVisible({
    timeout: 20_000,
  })
  await expect(page.getByText('Test failed').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Key 1/ })).toContainText('In use')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: 'Discard key' }).click()
  await expect(page.getByRole('heading', { name: /^Key 2/ })).toBeHidden()

  await page.getByRole('button', { name: 'Edit details' }).click()
  await page.getByRole('dialog').getByLabel('Expires on').fill('2031-05-01')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('May 1, 2031').first()).toBeVisible()

  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('button', { name: 'Remove keys' }).click()
  await expect(page.getByText('Not set up').first()).toBeVisible()
  await page.goto(tenantUrl('palm-and-pier', '/manage/audit'))
  await expect(page.getByText('Credential removed').first()).toBeVisible()
  expect(await everythingSaid()).not.toContain(apiKey.slice(0, -4))
})

test('a manager sees neither the tab nor the page', async ({ page, tenantUrl }) => {
  await signInToDemo(page, tenantUrl('palm-and-pier'), 'samir.haddad@palm-and-pier.example')
  const answer = await page.goto(tenantUrl('palm-and-pier', '/manage/settings'))
  expect(answer?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
  await expect(page.getByRole('link', { name: 'Credentials' })).toHaveCount(0)
  for (const path of ['/manage/settings/credentials', '/manage/settings/credentials/resend']) {
    expect((await page.goto(tenantUrl('palm-and-pier', path)))?.status()).toBe(403)
  }
})
