import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { ask, hostOf } from './ask'
import { signInToDemo } from './demo-sign-in'
import { expect, test } from './fixtures'
import { openAs } from './open-as'

const accountant = 'helen.strauss@seabreeze.example'
const usagePage = '/manage/settings/usage'

test('an accountant sees what is used, what it will cost, and takes it along as a file', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  await signInToDemo(page, tenantUrl('seabreeze'), accountant)
  await page.goto(tenantUrl('seabreeze', '/manage/settings'))
  await page.getByRole('link', { name: 'Usage', exact: true }).click()
  await expect(page.getByRole('heading', { name: /^Next bill, / })).toBeVisible()
  await expect(page.getByRole('row', { name: /^This month, before discounts \$/ })).toBeVisible()
  const homeowners = page.getByRole('figure').filter({ hasText: 'Homeowners' })
  await expect(homeowners.getByRole('img', { name: 'Homeowners' })).toBeVisible()
  await expectNoViolations(page)

  await homeowners.getByText('Show as table').click()
  await expect(homeowners.getByRole('row')).toHaveCount(31)
  await expectNoViolations(page)
  await page.getByRole('link', { name: '12 months' }).click()
  await expect(page.getByRole('img', { name: 'Homeowners, monthly average' })).toBeVisible()

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const path = await (await downloading).path()
  const [header, ...days] = parse(await readFile(path, 'utf8'), { bom: true }) as string[][]
  expect(header).toEqual([
    'Day (UTC)',
    'Homeowners',
    'Users',
    'Storage (bytes)',
    'Emails',
    'Text messages',
    'API calls',
  ])
  expect(Number(days.at(-1)?.[1])).toBeGreaterThan(1000)
})

test('the same on a phone fits its width @phone', async ({ page, tenantUrl, expectNoViolations }) => {
  await signInToDemo(page, tenantUrl('seabreeze'), accountant)
  await page.goto(tenantUrl('seabreeze', usagePage))
  await expect(page.getByRole('img', { name: 'Emails' })).toBeVisible()
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ])
  expect(content).toBeLessThanOrEqual(screen ?? 0)
  await expectNoViolations(page)
})

test('whoever may not see the bill does not see the usage', async ({ page, tenantUrl }) => {
  await openAs(page, tenantUrl('gulfline', usagePage), { company: 'gulfline', role: 'manager', name: 'Mo' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not open to you')
  await page.goto(tenantUrl('gulfline', '/manage/settings'))
  await expect(page.getByRole('link', { name: 'Usage', exact: true })).toHaveCount(0)
})

test('calls of the API are counted', async ({ page, tenantUrl }) => {
  test.setTimeout(60_000)
  const url = tenantUrl('palm-and-pier', '/manage')
  await openAs(page, url, { company: 'palm-and-pier', role: 'manager', name: 'Meter Reader' })
  const [{ value = '' } = {}] = (await page.context().cookies(url)).filter(
    one => one.name === 'portico.session',
  )
  const cookie = `portico.session=${value}`
  const host = hostOf('palm-and-pier.localhost')
  const db = new pg.Client(process.env.E2E_DATABASE_URL)
  await db.connect()
  const counted = async () => {
    const { rows } = await db.query(
      `select coalesce(sum(calls), 0)::int as calls from platform.api_calls c
         join platform.tenants t on t.id = c.tenant_id where t.slug = 'palm-and-pier'`,
    )
    return rows[0].calls
  }
  const before = await counted()
  for (let call = 0; call < 3; call++) expect((await ask(host, '/api/v1/units', { cookie })).status).toBe(200)
  expect((await ask(host, '/api/v1/units')).status).toBe(401)
  await expect.poll(counted, { timeout: 25_000 }).toBeGreaterThanOrEqual(before + 3)
  await db.end()
})
