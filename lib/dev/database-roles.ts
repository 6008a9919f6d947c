import type { Client } from 'pg'

interface RolePasswords {
  /** Absent: the password stays as it is; a role made now then cannot sign in until it is given one. */
  appPassword?: string
  platformPassword?: string
}

/**
 * Makes the three roles if they are missing and lets their owner create schemas in this database. Needs an
 * administrator with CREATEROLE who owns the database, not a superuser.
 * @throws when a role exists with powers that would undo the isolation of tenants
 */
export async function ensureRoles(admin: Client, passwords: RolePasswords): Promise<void> {
  await ensureRole(admin, 'portico_owner', 'nologin')
  await ensureRole(admin, 'portico_app', 'login', passwords.appPassword)
  await ensureRole(admin, 'portico_platform', 'login', passwords.platformPassword)
  await refusePowers(admin)
  await joinOwner(admin)
  const { rows } = await admin.query<{ name: string }>('select quote_ident(current_database()) as name')
  const database = rows[0]?.name
  await admin.query(`revoke all on database ${database} from public`)
  await admin.query(`grant connect, create on database ${database} to portico_owner`)
  await admin.query(`grant connect on database ${database} to portico_app, portico_platform`)
}

async function ensureRole(admin: Client, name: string, login: string, password?: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [name])
  if (!rowCount) {
    await admin
      .query(`create role ${name} ${login} nosuperuser nobypassrls nocreaterole nocreatedb noreplication`)
      .catch(error => {
        // Another database of the same server is being migrated at the same moment: the role is there now.
        if (error.code !== '42710' && error.code !== '23505') throw error
      })
  }
  if (password) await admin.query(`alter role ${name} password ${admin.escapeLiteral(password)}`)
}

async function refusePowers(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname in ('portico_owner', 'portico_app', 'portico_platform')
       and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
  )
  if (rows.length === 0) return
  const names = rows.map(row => row.rolname).join(', ')
  throw new Error(`Take superuser, bypassrls, createrole, createdb and replication away from: ${names}`)
}

async function joinOwner(admin: Client): Promise<void> {
  const version = await admin.query<{ number: number }>(
    `select current_setting('server_version_num')::int as number`,
  )
  // From 16 on membership and the right to take the role are granted apart.
  const privilege = (version.rows[0]?.number ?? 0) >= 160_000 ? 'SET' : 'MEMBER'
  const { rows } = await admin.query<{ name: string; member: boolean }>(
    `select quote_ident(current_user) as name, pg_has_role(current_user, 'portico_owner', $1) as member`,
    [privilege],
  )
  if (rows[0] && !rows[0].member) await admin.query(`grant portico_owner to ${rows[0].name}`)
}
