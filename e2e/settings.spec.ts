import { ask, hostOf } from './ask'
import { signInToDemo } from './demo-sign-in'
import { expect, test } from './fixtures'

/** A small blue picture, as PNG. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABgAAAAMCAIAAAD3UuoiAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAHElEQVQokWPgim+jCmIYNYhrNIy4RtNRPM5AAACaEQzwLNj5AAAAAABJRU5ErkJggg==',
  'base64',
)

test('an admin changes name, color and logo, and every page wears them', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  await signInToDemo(page, tenantUrl('palm-and-pier'), 'ruth.calloway@palm-and-pier.example')
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
  await expectNoViolations(page)
  await page.getByLabel('Support phone').fill('12')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Enter a phone number').first()).toBeVisible()
  await page.getByLabel('Support phone').fill('+1 239 555 0199')
  await page.getByLabel('Company name').fill('Palm & Pier Communities')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Saved').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Palm & Pier Communities' }).first()).toBeVisible()

  await page.getByRole('link', { name: 'Branding' }).click()
  await page.getByLabel('Any other').fill('#ffd84d')
  await expect(page.getByText('As used')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Save color' }).click()
  await expect(page.getByText('Branding saved').first()).toBeVisible()
  await page
    .getByLabel('Logo', { exact: true })
    .setInputFiles({ name: 'logo.gif', mimeType: 'image/png', buffer: Buffer.from('GIF89a') })
  await page.getByRole('button', { name: 'Upload logo' }).click()
  await expect(page.getByText('Use a PNG, JPEG, WebP or SVG picture.').first()).toBeVisible()
  await page
    .getByLabel('Logo', { exact: true })
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: picture })
  await page.getByRole('button', { name: 'Upload logo' }).click()
  await expect(page.getByRole('img', { name: 'Your logo' })).toBeVisible()
  const host = hostOf('palm-and-pier.localhost')
  const logo = await ask(host, '/api/logo')
  expect(logo.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  const again = await ask(host, '/api/logo', { headers: { 'if-none-match': String(logo.headers.etag) } })
  expect(again.status).toBe(304)
  await page.goto(tenantUrl('palm-and-pier', '/manage/audit'))
  await expect(page.getByText(/branding/i).first()).toBeVisible()
})

test('each company has its own manifest and icon, and strangers’ hosts have none', async () => {
  const host = hostOf('gulfline.localhost')
  const manifest = JSON.parse((await ask(host, '/manifest.webmanifest')).body)
  expect(manifest).toMatchObject({ name: 'Gulfline Homes & Stays', start_url: '/' })
  for (const { src, type } of manifest.icons) {
    expect((await ask(host, src)).headers['content-type']).toBe(type)
  }
  expect((await ask(hostOf('no-such-company.localhost'), '/manifest.webmanifest')).status).toBe(404)
  expect((await ask(hostOf('gulfline.localhost'), '/api/logo')).status).toBe(404)
})
