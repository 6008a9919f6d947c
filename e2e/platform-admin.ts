import { randomBytes, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { sealFactorKey } from '@/lib/admins/factor-key'
import { codeOf, stepAt } from '@/lib/admins/totp'
import type { AdminRole } from '@/lib/auth/admin-actor'
import { hashPassword } from '@/lib/auth/hash-password'
import { newId } from '@/lib/db/new-id'
import { demoSecrets } from '@/lib/env/demo-values'

export interface PlatformAdmin {
  id: string
  name: string
  email: string
  password: string
  /** The key of the authenticator app; null for somebody who has none yet. */
  key: Buffer | null
}

function demoRing() {
  const [id = '', key = ''] = demoSecrets.VAULT_KEYS.split(':')
  return [{ id, key: Buffer.from(key, 'base64') }] as const
}

/** Puts a platform admin who can sign in into the journeys' database, for one journey alone. */
export async function makePlatformAdmin(
  role: AdminRole,
  name: string,
  given: { enrolled: boolean } = { enrolled: true },
): Promise<PlatformAdmin> {
  const id = newId()
  const key = given.enrolled ? randomBytes(20) : null
  const email = `${randomUUID().slice(0, 8)}@platform.example`
  const password = 'otter-canal-maple-91'
  const secret = key && sealFactorKey(id, key, demoRing())
  const db = new pg.Client(process.env.E2E_DATABASE_URL)
  await db.connect()
  try {
    await db.query(
      `insert into platform.admins (id, name, email, role, password_hash, factor_secret, factor_enrolled_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, name, email, role, await hashPassword(password), secret, key && new Date()],
    )
  } finally {
    await db.end()
  }
  return { id, name, email, password, key }
}

/** The code an authenticator app shows, or will show in `ahead` steps of half a minute. */
export function codeNow(key: Buffer, ahead = 0): string {
  return codeOf(key, stepAt(new Date()) + ahead)
}

/** Gives email and password of a platform admin; the second factor comes next. */
export async function givePassword(
  page: Page,
  admin: Pick<PlatformAdmin, 'email' | 'password'>,
): Promise<void> {
  await page.getByLabel('Email').fill(admin.email)
  await page.getByLabel('Password', { exact: true }).fill(admin.password)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
}

/** Signs an enrolled platform admin in, with password and code, on the page that asked for it. */
export async function signInAsAdmin(page: Page, url: string, admin: PlatformAdmin): Promise<void> {
  if (!admin.key) throw new Error(`${admin.name} has no authenticator app`)
  await page.goto(url)
  await givePassword(page, admin)
  await page.getByLabel('Code').fill(codeNow(admin.key))
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.waitForURL(url)
}
