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
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
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

test('an admin sets tax, commission, sender and quiet hours, and switches a feature off', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  await signInToDemo(page, tenantUrl('palm-and-pier'), 'ruth.calloway@palm-and-pier.example')
  const parts = page.getByRole('navigation', { name: 'Settings' })
  await page.goto(tenantUrl('palm-and-pier', '/manage/settings'))
  await parts.getByRole('link', { name: 'Money and tax' }).click()
  await page.getByLabel('Tax on prices').selectOption('exclusive')
  await page.getByLabel('Rate').fill('seven')
  await page.getByLabel('Commission', { exact: true }).selectOption('percent')
  await page.getByLabel('Share').fill('20.5')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Enter a percentage').first()).toBeVisible()
  await expectNoViolations(page)
  await page.getByLabel('Rate').fill('7.5')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Saved').first()).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Rate')).toHaveValue('7.5')
  await expect(page.getByLabel('Share')).toHaveValue('20.5')

  await parts.getByRole('link', { name: 'Messages' }).click()
  await page.getByLabel('Sender name').fill('Palm & Pier')
  await page.getByLabel('Keep messages back at certain hours').check()
  await page.getByLabel('Until').fill('21:00')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Choose another time than the start.').first()).toBeVisible()
  await page.getByLabel('Until').fill('07:30')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Saved').first()).toBeVisible()
  await expectNoViolations(page)

  await parts.getByRole('link', { name: 'Features' }).click()
  const api = page.getByRole('switch', { name: 'REST API' })
  await expect(api).toBeChecked()
  await expectNoViolations(page)
  await api.click()
  await expect(page.getByText('REST API is off')).toBeVisible()
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const refused = await ask(hostOf('palm-and-pier.localhost'), '/api/v1/units', { cookie })
  expect([refused.status, JSON.parse(refused.body).reason]).toEqual([403, 'switched_off'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(api).toBeChecked()
  await expect
    .poll(async () => (await ask(hostOf('palm-and-pier.localhost'), '/api/v1/units', { cookie })).status)
    .toBe(200)
})

test('whoever saves over a change they have not seen is told', async ({ page, tenantUrl }) => {
  const url = tenantUrl('palm-and-pier', '/manage/settings/messages')
  await signInToDemo(page, tenantUrl('palm-and-pier'), 'ruth.calloway@palm-and-pier.example')
  await page.goto(url)
  const other = await page.context().newPage()
  await other.goto(url)
  await other.getByLabel('Replies go to').fill('answers@palm-and-pier.example')
  await other.getByRole('button', { name: 'Save changes' }).click()
  await expect(other.getByText('Saved').first()).toBeVisible()
  await page.getByLabel('Replies go to').fill('late@palm-and-pier.example')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Somebody changed this meanwhile').first()).toBeVisible()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByLabel('Replies go to')).toHaveValue('answers@palm-and-pier.example')
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
