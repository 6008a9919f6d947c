import { expect, test } from './fixtures'

const password = 'orbit-lantern-velvet-43'
const fresh = (word: string) => `${word}-${Date.now().toString(36)}`

test('a company signs up on the apex and stands in its own back office @both', async ({
  page,
  siteUrl,
  tenantUrl,
  inbox,
  expectNoViolations,
}, info) => {
  const slug = fresh(`harbor-${info.project.name}`)
  const email = `ana@${slug}.example`
  await page.goto(siteUrl())
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Create your company' }).first().click()

  await page.getByLabel('Company name').fill('Harbor & Sons Management, LLC')
  await expect(page.getByLabel('Your address')).toHaveValue('harbor-and-sons-management')
  await page.getByLabel('Your address').fill('admin')
  await expect(page.getByText('This address is reserved')).toBeVisible()
  await page.getByLabel('Your address').fill(slug)
  await expect(page.getByText(/is free$/)).toBeVisible()
  await page.getByRole('button', { name: 'Garnet' }).click()
  await page.getByLabel('Your name').fill('Ana Ruiz')
  await page.getByLabel('Work email').fill(email)
  await page.getByLabel('Password').fill('harbor123')
  await page.getByRole('button', { name: 'Create your company' }).click()
  await expect(page.getByText('Use at least 10 characters.', { exact: false }).last()).toBeVisible()
  await expect(page.getByLabel('Work email')).toHaveValue(email)
  await expectNoViolations(page)

  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create your company' }).click()
  await page.waitForURL(tenantUrl(slug, '/manage'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome, Ana')
  await expect(page.getByText('1 of 6 done')).toBeVisible()
  await expect(page).toHaveTitle(/Harbor & Sons Management, LLC/)
  const accent = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--brand-accent-l'))
  expect(await accent()).toMatch(/^oklch\(0\.4/)
  await expectNoViolations(page)
  const mail = await inbox.waitFor(email, { subject: 'Welcome' })
  expect(mail.links).toContain(tenantUrl(slug, '/sign-in'))
})

test('an address that is taken is refused, and another is offered', async ({ page, siteUrl }) => {
  await page.goto(siteUrl('/sign-up'))
  await page.getByLabel('Your address').fill('seabreeze')
  await page.getByRole('button', { name: 'Take seabreeze-management' }).click()
  await expect(page.getByLabel('Your address')).toHaveValue('seabreeze-management')
  await expect(page.getByText(/is free$/)).toBeVisible()
})

test('somebody who forgot the address is led to it, or told nothing', async ({
  page,
  siteUrl,
  tenantUrl,
  inbox,
  expectNoViolations,
}) => {
  await page.goto(siteUrl('/find'))
  await expectNoViolations(page)
  await page.getByLabel('Your company’s address').fill('no-such-company')
  await page.getByRole('button', { name: 'Go to sign in' }).click()
  await expect(page.getByText('There is no company at this address.')).toBeVisible()
  await page.getByLabel('Your email').fill('joan.whitfield@seabreeze.example')
  await page.getByRole('button', { name: 'Email me my links' }).click()
  await expect(page.getByText('Look into your inbox')).toBeVisible()
  const mail = await inbox.waitFor('joan.whitfield@seabreeze.example', { subject: /sign-in link/i })
  expect(mail.links.some(link => link.startsWith(tenantUrl('seabreeze', '/link/')))).toBe(true)

  await page.reload()
  await page.getByLabel('Your email').fill('nobody@nowhere.example')
  await page.getByRole('button', { name: 'Email me my links' }).click()
  await expect(page.getByText('Look into your inbox')).toBeVisible()

  await page.reload()
  await page.getByLabel('Your company’s address').fill('seabreeze')
  await page.getByRole('button', { name: 'Go to sign in' }).click()
  await page.waitForURL(tenantUrl('seabreeze', '/sign-in'))
})
