import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { hashPassword } from '@/lib/auth/hash-password'
import type { Role } from '@/lib/auth/permissions'

export interface Person {
  id: string
  name: string
  email: string
  password: string
}

/** Puts a person who can sign in into a company of the demo, for one journey alone. */
export async function makePerson(slug: string, role: Role, name = 'Nadia Brook'): Promise<Person> {
  const email = `${randomUUID().slice(0, 8)}@journey.example`
  const password = 'otter-canal-maple-91'
  const db = new pg.Client(process.env.E2E_DATABASE_URL)
  await db.connect()
  try {
    // As the system, which alone may set somebody's password for them.
    await db.query(
      `select set_config('app.current_role', 'system', false), set_config('app.current_tenant', id::text, false)
       from platform.tenants where slug = $1`,
      [slug],
    )
    const { rows } = await db.query(
      `insert into app.users (tenant_id, email, name, role, password_hash, email_verified_at)
       select id, $2, $3, $4, $5, now() from platform.tenants where slug = $1 returning id`,
      [slug, email, name, role, await hashPassword(password)],
    )
    return { id: rows[0].id, name, email, password }
  } finally {
    await db.end()
  }
}
