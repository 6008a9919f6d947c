import type { Page } from '@playwright/test'
import { demoPassword } from '@/lib/env/demo-values'

/** Signs somebody of the demo's companies in, and waits for their home. */
export async function signInToDemo(page: Page, companyUrl: string, email: string): Promise<void> {
  await page.goto(new URL('/sign-in', companyUrl).href)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/(manage|portal)$/)
}
