import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures'
import { openAs } from './open-as'

const company = 'gulfline'
const mara = { company, role: 'manager', name: 'Mara Manager' } as const

test('a manager adds an association, its units and its board', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  test.setTimeout(240_000)
  const name = `Harbor Light ${Date.now()}`
  const parts = page.getByRole('navigation', { name: 'Parts of the record' })
  await openAs(page, tenantUrl(company, '/manage/associations/new'), mara)

  await test.step('what is missing is said beside its field, and what was typed stays', async () => {
    await page.getByLabel('City').fill('Naples')
    await page.getByRole('button', { name: 'Add association' }).click()
    await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/Write a name/)
    await expect(page.getByLabel('City')).toHaveValue('Naples')
    await expectNoViolations(page)
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('County').fill('Collier')
    await page.getByLabel('Governing law').selectOption('US-FL')
    await page.getByRole('button', { name: 'Add association' }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByText('Equal for every unit')).toBeVisible()
    await expectNoViolations(page)
  })

  await test.step('a series of units, seen before it is added', async () => {
    await parts.getByRole('link', { name: 'Units' }).click()
    await expect(page.getByText('No units yet')).toBeVisible()
    await expectNoViolations(page)
    await page.getByRole('link', { name: 'Add units' }).click()
    await page.getByLabel('Numbers').fill('01–04')
    await page.getByLabel('Floors').fill('1–3')
    await expect(page.getByText('12 units')).toBeVisible()
    await page.getByLabel('Assessment share').fill('8.33%')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Add units' }).click()
    await expect(page.getByRole('link', { name: '304', exact: true })).toBeVisible()
    await expect(page.getByText('They add up to 99.96%', { exact: false })).toBeVisible()
    await expectNoViolations(page)
  })

  await test.step('all of them at once get the exact share', async () => {
    await page.getByRole('checkbox', { name: /all/i }).first().check()
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByRole('dialog').getByLabel('Assessment share').fill('1/12')
    await page.getByRole('dialog').getByRole('button', { name: 'Change 12' }).click()
    await expect(page.getByText('They add up to', { exact: false })).toHaveCount(0)
    await expect(page.getByRole('cell', { name: '1/12' })).toHaveCount(12)
  })

  await test.step('an office has one holder', async () => {
    await parts.getByRole('link', { name: 'Board' }).click()
    const president = page.getByRole('listitem').filter({ hasText: 'President' })
    const dialog = page.getByRole('dialog')
    for (const place of [0, 1]) {
      await page.getByRole('button', { name: 'Add a board member' }).click()
      await page.getByRole('combobox', { name: 'Homeowner' }).fill('an')
      await page.getByRole('listbox', { name: 'Homeowners' }).getByRole('option').nth(place).click()
      await dialog.getByLabel('Office').selectOption('president')
      await expectNoViolations(page)
      await dialog.getByRole('button', { name: 'Add', exact: true }).click()
      if (place === 0) await expect(president).toBeVisible()
    }
    await expect(dialog.getByLabel('Office')).toHaveAccessibleDescription(/holds the office of president/)
    await page.keyboard.press('Escape')
    await expect(president).toHaveCount(1)
    await expectNoViolations(page)
  })

  await test.step('the record says who did what', async () => {
    await parts.getByRole('link', { name: 'Activity' }).click()
    await expect(page.getByText('Added 12 units, 101 to 304')).toBeVisible()
    await expect(page.getByText('joined the board as president')).toBeVisible()
    await expect(page.getByText('Mara Manager').first()).toBeVisible()
    await expectNoViolations(page)
  })

  await test.step('archived with its units, and restored', async () => {
    await page.getByRole('button', { name: 'Archive' }).click()
    await expect(page.getByRole('alertdialog')).toContainText('Its 12 units go into the archive with it')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click()
    await expect(page.getByText('Archived', { exact: true }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Restore' }).click()
    await expect(parts.getByRole('link', { name: 'Units 12' })).toBeVisible()
  })
})

test('lists sort, search, filter, page, keep views and leave as a file', async ({
  page,
  tenantUrl,
  expectNoViolations,
}) => {
  test.setTimeout(180_000)
  await openAs(page, tenantUrl(company, '/manage/units'), mara)
  await expect(page.getByRole('heading', { level: 1, name: 'Units' })).toBeVisible()
  await expectNoViolations(page)

  const first = await page.getByRole('row').nth(1).textContent()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(/after=/)
  await expect(page.getByRole('row').nth(1)).not.toHaveText(first ?? '')
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(page.getByRole('row').nth(1)).toHaveText(first ?? '')

  await page.getByRole('searchbox').fill('12')
  await expect(page).toHaveURL(/q=12/)
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Save this view…' }).click()
  const view = `Twelves ${Date.now()}`
  await page.getByRole('dialog').getByLabel('Name').fill(view)
  await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click()
  await expect(page).toHaveURL(/view=/)
  await expect(page.getByRole('button', { name: view })).toBeVisible()
  await expectNoViolations(page)

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ])
  const lines = (await readFile(await file.path(), 'utf8')).replace(/\r\n$/, '').split('\r\n')
  const total = Number((await page.getByText(/^[\d,]+ units$/).textContent())?.replace(/\D/g, ''))
  expect(lines[0]).toBe('\ufeffUnit,Association,Owners,Votes,Assessment share')
  expect(lines).toHaveLength(total + 1)
})

test('an association opens on the phone @phone', async ({ page, tenantUrl, expectNoViolations }) => {
  test.setTimeout(180_000)
  await openAs(page, tenantUrl(company, '/manage/associations'), {
    company,
    role: 'accountant',
    name: 'Stan Stiles',
  })
  await expect(page.getByRole('heading', { level: 1, name: 'Associations' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Add an association' })).toHaveCount(0)
  await expectNoViolations(page)
  await page.locator('tbody a').first().click()
  await expect(page.getByRole('heading', { name: 'Facts' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Archive' })).toHaveCount(0)
  await expectNoViolations(page)
  for (const part of ['Units', 'Board', 'Activity']) {
    await page
      .getByRole('navigation', { name: 'Parts of the record' })
      .getByRole('link', { name: part })
      .click()
    await expect(page).toHaveURL(new RegExp(`/${part.toLowerCase()}$`))
    await expectNoViolations(page)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  }
})
