import type { Pool } from 'pg'
import { pools } from './pools'

interface RolePowers {
  role: string
  /** Names of what the role is or may do and must not. */
  powers: string[]
}

// A superuser, a role with BYPASSRLS and, but for FORCE, an owner see the rows of every tenant; so does code that
// whoever owns a table hangs on it, for others write there.
const question = `
  select current_user as role, array_remove(array[
    case when rolsuper then 'superuser' end,
    case when rolbypassrls then 'bypassrls' end,
    case when rolcreaterole then 'createrole' end,
    case when rolcreatedb then 'createdb' end,
    case when rolreplication then 'replication' end,
    case when pg_has_role(current_user, 'portico_owner', 'member') then 'member of portico_owner' end,
    case when exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relowner = r.oid and n.nspname in ('app', 'platform', 'jobs')
    ) then 'owner of tables' end,
    case when exists (
      select from pg_namespace n where n.nspname in ('app', 'platform', 'jobs') and has_schema_privilege(n.oid, 'create')
    ) then 'creator in schemas' end
  ], null) as powers
  from pg_roles r where rolname = current_user`

/**
 * Checks, before anything is served, that the two roles this process signs in with cannot see past the policies.
 * @throws a sentence naming the role and its powers
 */
export async function assertRoles(): Promise<void> {
  const { app, platform } = pools()
  await refusePowers(app, 'APP_DATABASE_URL', 'portico_app')
  await refusePowers(platform, 'PLATFORM_DATABASE_URL', 'portico_platform')
}

async function refusePowers(pool: Pool, variable: string, expected: string): Promise<void> {
  const { rows } = await pool.query<RolePowers>(question)
  const { role, powers } = rows[0] ?? { role: 'nobody', powers: ['unknown'] }
  if (role !== expected) throw new Error(`${variable} signs in as ${role}; it must be ${expected}`)
  if (powers.length > 0) throw new Error(`${role} has powers it must not have: ${powers.join(', ')}`)
}
