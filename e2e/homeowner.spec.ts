import type { Browser, Page } from '@playwright/test'
import pg from 'pg'
import { expect, test } from './fixtures'
import { makeProofPeople, type ProofPeople, slugs } from './proof-people'

/** A unit of the proof company that somebody has owned since 2020. */
async function addOwnedUnit({ world }: ProofPeople): Promise<string> {
  const db = new pg.Client(process.env.E2E_DATABASE_URL)
  await db.connect()
  try {
    const tenant = world.tenantId('a')
    // What watches over ownerships works within a tenant's context.
    await db.query(`select set_config('app.current_tenant', $1, false)`, [tenant])
    const unit = await db.query<{ id: string }>(
      `insert into app.units (tenant_id, association_id, label, label_sort) values ($1, $2, $3, '') returning id`,
      [tenant, world.id('a', 'associations', 'own'), `J${Date.now()}`],
    )
    const id = unit.rows[0]?.id ?? ''
    await db.query(
      `insert into app.ownerships (tenant_id, unit_id, homeowner_id, starts_on) values ($1, $2, $3, '2020-01-01')`,
      [tenant, id, world.id('a', 'homeowners', 'other')],
    )
    return id
  } finally {
    await db.end()
  }
}

/** A manager of the proof company at a desk, signed in, whatever device the journey itself is walked on. */
async function managerAtDesk(browser: Browser, home: string, cookie: string): Promise<Page> {
  const desk = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    isMobile: false,
    hasTouch: false,
    deviceScaleFactor: 1,
  })
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await desk.addCookies([{ name, value, url: home }])
  return desk.newPage()
}

test('a homeowner is added, given a unit and invited, and sees it on the phone @phone', async ({
  browser,
  page,
  tenantUrl,
  inbox,
  expectNoViolations,
}) => {
  test.slow()
  const people = await makeProofPeople()
  const url = (path: string) => tenantUrl(slugs.a, path)
  const unit = await addOwnedUnit(people)
  const name = `Marisol Vega ${Date.now()}`
  const email = `marisol.${Date.now()}@home.example`
  const desk = await managerAtDesk(browser, url('/'), people.cookie('manager'))

  await test.step('the manager adds the homeowner; what is wrong is said beside its field', async () => {
    await desk.goto(url('/manage/homeowners/new'))
    await desk.getByLabel('Name').fill(name)
    await desk.getByLabel('Email').fill('not an address')
    await desk.getByLabel('Phone').fill('12')
    await desk.getByRole('button', { name: 'Add homeowner' }).click()
    await expect(desk.getByLabel('Email')).toHaveAccessibleDescription(/name@example\.com/)
    await expect(desk.getByLabel('Phone')).toHaveAccessibleDescription(/\(305\) 555-0142/)
    await expectNoViolations(desk)
    await desk.getByLabel('Email').fill(email)
    await desk.getByLabel('Phone').fill('305.555.0142')
    await desk.getByRole('button', { name: 'Add homeowner' }).click()
    await expect(desk.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(desk.getByText('(305) 555-0142')).toBeVisible()
    await expectNoViolations(desk)
  })

  await test.step('the same address again is shown before it is added', async () => {
    await desk.goto(url('/manage/homeowners/new'))
    await desk.getByLabel('Name').fill('Somebody else')
    await desk.getByLabel('Email').fill(email)
    await desk.getByRole('button', { name: 'Add homeowner' }).click()
    await expect(desk.getByText('same email address')).toBeVisible()
    await expect(desk.getByRole('link', { name })).toBeVisible()
  })

  await test.step('the manager transfers a unit; shares must make one', async () => {
    await desk.goto(url(`/manage/units/${unit}`))
    await desk.getByRole('link', { name: 'Transfer' }).click()
    await desk.getByRole('combobox', { name: 'New owner' }).fill(name)
    await desk.getByRole('option', { name: email }).click()
    await desk.getByLabel('Share').fill('1/3')
    await expect(desk.getByText('they must add up to exactly 100%')).toBeVisible()
    await desk.getByRole('button', { name: 'Transfer' }).click()
    await expect(desk.getByText('These shares add up to 1/3')).toBeVisible()
    await desk.getByLabel('Share').fill('100%')
    await expectNoViolations(desk)
    await desk.getByRole('button', { name: 'Transfer' }).click()
    await expect(desk).toHaveURL(url(`/manage/units/${unit}`))
    await expect(desk.locator('#ownership').getByRole('link', { name })).toBeVisible()
  })

  await test.step('the manager invites the homeowner', async () => {
    await desk.locator('#ownership').getByRole('link', { name }).click()
    await desk.getByRole('button', { name: 'Invite to the portal' }).click()
    await expect(desk.getByRole('button', { name: 'Send again' })).toBeVisible()
    await expect(desk.getByText('Became owner of')).toBeVisible()
  })

  await test.step('the homeowner opens the invitation on the phone and sees the unit', async () => {
    const mail = await inbox.waitFor(email)
    const link = mail.links.find(one => one.includes('/invitation/'))
    expect(link).toMatch(new RegExp(`^${url('/invitation/')}[\\w-]{43}$`))
    await page.goto(link ?? '')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Continue without a password' }).click()
    await expect(page).toHaveURL(url('/portal'))
    await expect(page.getByRole('heading', { level: 1, name: 'Your unit' })).toBeVisible()
    await expect(page.getByText('100%')).toBeVisible()
    await expectNoViolations(page)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await page.getByRole('heading', { level: 2, name: /^Unit / }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Unit / })).toBeVisible()
    await expect(page.getByRole('heading', { name: /^Board of / })).toBeVisible()
    await expectNoViolations(page)
  })

  await test.step('the back office is not theirs', async () => {
    const answer = await page.goto(url('/manage/homeowners'))
    expect(answer?.status()).toBe(403)
  })
})
