import { signInToDemo } from './demo-sign-in'
import { expect, test } from './fixtures'
import { openAs } from './open-as'

const billing = '/manage/settings/billing'
const fresh = () => `payer-${Date.now().toString(36)}`

test('a new company previews a plan, changes it, and gives a card at Stripe', async ({
  page,
  siteUrl,
  tenantUrl,
  expectNoViolations,
}) => {
  test.setTimeout(120_000)
  const slug = fresh()
  await page.goto(siteUrl('/sign-up'))
  await page.getByLabel('Company name').fill('Payer Management')
  await page.getByLabel('Your address').fill(slug)
  await expect(page.getByText(/is free$/)).toBeVisible()
  await page.getByLabel('Your name').fill('Ana Ruiz')
  await page.getByLabel('Work email').fill(`ana@${slug}.example`)
  await page.getByLabel('Password').fill('orbit-lantern-velvet-43')
  await page.getByRole('button', { name: 'Create your company' }).click()
  await page.waitForURL(tenantUrl(slug, '/manage'))

  await page.goto(tenantUrl(slug, billing))
  await expect(page.getByText(/You are on trial: \d+ days left/)).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Change plan' }).click()
  await expect(page.getByRole('heading', { name: 'Enterprise' })).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Add Pro' }).click()
  await expect(page.getByText('$199.00')).toBeVisible()
  await expect(page.getByText('Free', { exact: true })).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Add Pro' }).click()
  await expect(page.getByText('Your plan is changed')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your plans' })).toBeVisible()
  await expect(page.getByText('$149.00 a month')).toBeVisible()

  await page.getByRole('button', { name: 'Add payment method' }).click()
  await page.getByLabel('Card number').fill('4242 4242 4242 4242')
  await page.locator('button.main').click()
  await page.waitForURL(url => url.pathname === billing)
  await expect(page.getByText('Visa ending in 4242').first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/From then on the plan is charged to Visa ending in 4242/)).toBeVisible()

  await page.getByLabel('Send bills to').fill('nonsense')
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(page.getByText('Enter an email address, like accounts@example.com.').first()).toBeVisible()
  await page.getByLabel('Send bills to').fill(`bills@${slug}.example`)
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(page.getByText('Saved').first()).toBeVisible()
  await page.getByLabel('Promotion code').fill('welcome-20')
  await page.getByRole('button', { name: 'Use code' }).click()
  await expect(page.getByText('20 % off for 3 months')).toBeVisible()

  await page.getByRole('button', { name: 'Cancel account' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel account' }).click()
  await expect(page.getByText(/^The account ends on/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Take the cancellation back' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText(/You are on trial/)).toBeVisible()
  await expectNoViolations(page)

  await page.goto(tenantUrl(slug, '/manage/audit'))
  for (const words of ['Plan changed', 'Account cancelled', 'Cancellation taken back', 'Promotion code used'])
    await expect(page.getByText(words).first()).toBeVisible()
})

test('a company that pays reads its invoices, lines and all @both', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  await signInToDemo(page, tenantUrl('seabreeze'), 'helen.strauss@seabreeze.example')
  await page.goto(tenantUrl('seabreeze', billing))
  await expect(page.getByText('In good standing')).toBeVisible()
  await expect(page.getByText('Visa ending in 4242')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Replace' })).toHaveCount(0)
  await page.getByRole('link', { name: 'All invoices' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invoices')
  await expectNoViolations(page)
  await page
    .getByRole('link', { name: /-\d{4}$/ })
    .first()
    .click()
  await expect(page.getByText(/Homeowners, daily average/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'PDF' })).toHaveAttribute('href', /\/invoices\/.+\/pdf$/)
  await expectNoViolations(page)
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ])
  expect(content).toBeLessThanOrEqual(screen ?? 0)
})

test('a company whose card was declined is told what to do', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  await openAs(page, tenantUrl('palm-and-pier', billing), {
    company: 'palm-and-pier',
    role: 'admin',
    name: 'Worried Payer',
  })
  await expect(page.getByText('A payment failed')).toBeVisible()
  await expect(page.getByText('Open', { exact: true })).toBeVisible()
  await expectNoViolations(page)
})

test('whoever does not see the bill is kept from it', async ({ page, tenantUrl }) => {
  const manager = { company: 'gulfline', role: 'manager' as const, name: 'Mo' }
  await openAs(page, tenantUrl('gulfline', billing), manager)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not open to you')
  await page.goto(tenantUrl('gulfline', `${billing}/change`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not open to you')
})
