import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import type { Role } from '@/lib/auth/permissions'
import { demoSecrets } from '@/lib/env/demo-values'

/** Opens a page as somebody new of a demo company who has signed in, for journeys that are not about signing in. */
export async function openAs(
  page: Page,
  url: string,
  person: { company: string; role: Role; name: string },
): Promise<void> {
  const db = new pg.Client(process.env.E2E_DATABASE_URL)
  await db.connect()
  try {
    // As the system, which alone may say that somebody's address is theirs.
    await db.query(
      `select set_config('app.current_role', 'system', false), set_config('app.current_tenant', id::text, false)
       from platform.tenants where slug = $1`,
      [person.company],
    )
    const { rows } = await db.query(
      `with person as (
         insert into app.users (tenant_id, email, name, role, email_verified_at)
         select id, $2, $3, $4, now() from platform.tenants where slug = $1 returning tenant_id, id)
       insert into app.sessions (tenant_id, user_id, method, expires_at)
       select tenant_id, id, 'password', now() + interval '1 day' from person returning tenant_id as tid, id as sid`,
      [person.company, `${randomUUID()}@journey.example`, person.name, person.role],
    )
    const value = await encode({ token: rows[0], secret: demoSecrets.NEXTAUTH_SECRET })
    await page.context().addCookies([{ name: 'portico.session', value, url: new URL(url).origin }])
  } finally {
    await db.end()
  }
  await page.goto(url)
  await page.waitForLoadState('networkidle')
}
