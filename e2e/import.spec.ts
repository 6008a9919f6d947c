import { randomUUID } from 'node:crypto'
import { readFile, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { demoSecrets } from '@/lib/env/demo-values'
import { expect, test } from './fixtures'

const excerpt = readFileSync('lib/imports/fixtures/florida-register-excerpt.csv')

/** A company of its own with a manager who has signed in, so that nothing else is on its lists. */
async function makeCompany(): Promise<{ slug: string; cookie: string }> {
  const slug = `import-${randomUUID().slice(0, 8)}`
  const db = new pg.Client(process.env.E2E_DATABASE_URL)
  await db.connect()
  try {
    const tenant = await db.query(
      `insert into platform.tenants (slug, name, kind, status) values ($1, 'Import Journey', 'associations', 'active') returning id`,
      [slug],
    )
    const id = tenant.rows[0].id as string
    await db.query("select set_config('app.current_tenant', $1, false)", [id])
    await db.query(
      `insert into app.tenants (tenant_id, name, kind) values ($1, 'Import Journey', 'associations')`,
      [id],
    )
    const user = await db.query(
      `insert into app.users (tenant_id, email, name, role) values ($1, 'mara@journey.example', 'Mara Manager', 'manager') returning id`,
      [id],
    )
    const session = await db.query(
      `insert into app.sessions (tenant_id, user_id, method, expires_at) values ($1, $2, 'password', now() + interval '1 day') returning id`,
      [id, user.rows[0].id],
    )
    const value = await encode({
      token: { sid: session.rows[0].id, tid: id },
      secret: demoSecrets.NEXTAUTH_SECRET,
    })
    return { slug, cookie: value }
  } finally {
    await db.end()
  }
}

const upload = (page: Page, name: string, content: Buffer) =>
  page.getByLabel('File to import').setInputFiles({ name, mimeType: 'text/csv', buffer: content })

test('a register is imported, then a roster of its homeowners', async ({
  page,
  context,
  tenantUrl,
  expectNoViolations,
}) => {
  test.setTimeout(300_000)
  const company = await makeCompany()
  const url = (path: string) => tenantUrl(company.slug, path)
  await context.addCookies([{ name: 'portico.session', value: company.cookie, url: url('/') }])

  await test.step('an empty list leads to the first file', async () => {
    await page.goto(url('/manage/imports'))
    await expect(page.getByText('Nothing imported yet')).toBeVisible()
    await page.getByRole('link', { name: 'Import a file' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Import a file' })).toBeVisible()
    await expectNoViolations(page)
    const sample = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download a sample roster' }).click()
    expect((await sample).suggestedFilename()).toBe('roster.csv')
  })

  await test.step('a file of the wrong kind is refused in words', async () => {
    await upload(page, 'scan.pdf', Buffer.from('%PDF-1.7 nothing to read'))
    await expect(page.getByText('This is a PDF.')).toBeVisible({ timeout: 30_000 })
    await expectNoViolations(page)
    await page.getByRole('link', { name: 'Import another file' }).click()
  })

  await test.step('every column of the register is recognised', async () => {
    await upload(page, 'register.csv', excerpt)
    await expect(page.getByText('16 of 16 columns matched')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByLabel('What “Condo Name” is')).toHaveValue('name')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Check the file' }).click()
  })

  await test.step('one company is chosen, whatever its spellings', async () => {
    await page.getByRole('button', { name: 'Import 71 rows' }).click({ timeout: 30_000 })
    await expect(page.getByText('No management company or county is chosen')).toBeVisible()
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await page.getByRole('searchbox', { name: 'Search management companies' }).fill('first service')
    await page.getByLabel(/FirstService Residential/).check()
    await expect(page.getByText(/^11 new associations with [\d,]+ units, 0 changed\.$/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Import 11 rows' })).toBeVisible()
    await page.reload()
    await expect(page.getByLabel(/FirstService Residential/)).toBeChecked()
    await page.getByRole('button', { name: 'Import 11 rows' }).click()
  })

  await test.step('the totals agree, and the associations are there', async () => {
    await expect(page.getByText('Imported, and the totals agree')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('row', { name: /Associations 11 11 Agree/ })).toBeVisible()
    await expectNoViolations(page)
    await page.getByRole('link', { name: 'See associations' }).click()
    await expect(page.getByText('Eola South, a Condo')).toBeVisible()
  })

  await test.step('a roster: good rows are taken, bad ones explained and handed back', async () => {
    const roster = [
      'Community;Unit #;Owner Name;E-mail;Cell;Owner Since',
      'EOLA SOUTH;1;"ÁVILA, RENÉE";renee@home.example;305-555-0134;3/1/2020',
      'EOLA SOUTH;2;Bo Lee;bo@home.example;;2019-05-05',
      'EOLA SOUTH;99;Cy Lee;;;',
      'Nowhere;1;Di Lee;;;',
    ].join('\r\n')
    await page.goto(url('/manage/imports/new'))
    await upload(page, 'owners.csv', Buffer.from(roster))
    await page.getByRole('button', { name: 'Check the file' }).click({ timeout: 30_000 })
    await expect(page.getByText('Eola South, a Condo has no unit “99”.')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('No association matches “Nowhere”.')).toBeVisible()
    await expectNoViolations(page)
    const refused = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download refused rows' }).click()
    const path = await (await refused).path()
    const text = await new Promise<string>((resolve, reject) =>
      readFile(path, 'utf8', (error, data) => (error ? reject(error) : resolve(data))),
    )
    expect(text.split('\r\n')[0]).toContain('Owner Since,Row in the file,Why it was refused')
    expect(text).toContain('EOLA SOUTH,99,Cy Lee')
    await page.getByRole('button', { name: 'Import 2 rows' }).click()
    await expect(page.getByText('Imported, and the totals agree')).toBeVisible({ timeout: 60_000 })
    await page.getByRole('link', { name: 'See homeowners' }).click()
    await expect(page.getByText('Renée Ávila')).toBeVisible()
  })

  await test.step('the same file again changes nothing', async () => {
    await page.goto(url('/manage/imports/new'))
    await upload(page, 'register.csv', excerpt)
    await page.getByRole('button', { name: 'Check the file' }).click({ timeout: 30_000 })
    await expect(page.getByRole('link', { name: /^Unchanged\s*11$/ })).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Cancel import' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel import' }).click()
    await expect(page.getByText('This import was cancelled')).toBeVisible()
    await page.goto(url('/manage/imports'))
    await expect(page.getByRole('link', { name: 'register.csv' })).toHaveCount(2)
    await expectNoViolations(page)
  })
})
