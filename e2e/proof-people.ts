import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import type { AdminRole } from '@/lib/auth/admin-actor'
import { type Role, roles } from '@/lib/auth/permissions'
import { apiScopes } from '@/lib/auth/read-api-token'
import { demoSecrets } from '@/lib/env/demo-values'
import { buildWorld, describeWorld, type World } from '@/lib/isolation/build-world'
import { type ApiToken, addApiToken } from './add-api-token'

export const slugs = { a: 'proof-a', b: 'proof-b' }

export type Visitor = Role | 'anonymous' | 'stranger' | 'suspended' | 'revoked' | 'expired'

export interface ProofPeople {
  world: World
  /** The Cookie header of a visitor to tenant A; empty for the anonymous. */
  cookie: (visitor: Visitor) => string
  /** The Cookie header of somebody new in a role, for what may sign its caller out. */
  fresh: (role: Role) => Promise<string>
  /** The Cookie header of somebody new in a role of tenant B. */
  freshOfB: (role: Role) => Promise<string>
  /** The Cookie header of somebody of Portico whom tenant A let in. */
  guest: string
  /** The Cookie headers of platform admins by role, and of an owner whose second factor is still to come. */
  admin: Record<AdminRole | 'pending', string>
  /** Authorization headers of the platform's API by what the token is good for. */
  api: Record<ApiToken, string>
}

const cookieOf = async (sid: string, tid: string | null) =>
  `portico.session=${await encode({ token: { sid, tid }, secret: demoSecrets.NEXTAUTH_SECRET })}`

async function addPerson(
  db: pg.Client,
  tenantId: string,
  name: string,
  role: Role,
  how = '',
): Promise<string> {
  // Triggers that run as the tables' owner see one tenant only, like everybody else.
  await db.query("select set_config('app.current_tenant', $1, false)", [tenantId])
  const user = await db.query(
    `insert into app.users (tenant_id, email, name, role, suspended_at) values ($1, $2, $3, $4, $5) returning id`,
    [tenantId, `${name}-${randomUUID()}@proof.example`, name, role, how === 'suspended' ? new Date() : null],
  )
  const session = await db.query(
    `insert into app.sessions (tenant_id, user_id, method, expires_at, revoked_at)
       values ($1, $2, 'password', now() + $3::interval, $4) returning id`,
    [
      tenantId,
      user.rows[0].id,
      how === 'expired' ? '-1 hour' : '1 day',
      how === 'revoked' ? new Date() : null,
    ],
  )
  return cookieOf(session.rows[0].id, tenantId)
}

async function addGuest(db: pg.Client, tenantId: string, createdBy: string): Promise<string> {
  await db.query("select set_config('app.current_tenant', $1, false)", [tenantId])
  const visit = await db.query(
    `with given as (insert into app.support_grants (tenant_id, purpose, created_by, expires_at)
       values ($1, 'To prove what guests may', $2, now() + interval '1 day') returning id)
     insert into app.support_visits (tenant_id, grant_id, admin_id, admin_name, token_hash, handed_over_at)
       select $1, id, gen_random_uuid(), 'Proof', gen_random_uuid()::text, now() from given returning id`,
    [tenantId, createdBy],
  )
  return cookieOf(visit.rows[0].id, tenantId)
}

async function addAdmin(db: pg.Client, role: AdminRole, factor = 'passed'): Promise<string> {
  const admin = await db.query(
    `insert into platform.admins (email, name, role, password_hash) values ($1, 'Proof', $2, 'none') returning id`,
    [`${randomUUID()}@proof.example`, role],
  )
  const session = await db.query(
    `insert into platform.admin_sessions (admin_id, expires_at, factor_passed_at) values ($1, now() + interval '1 day', $2) returning id`,
    [admin.rows[0].id, factor === 'passed' ? new Date() : null],
  )
  return cookieOf(session.rows[0].id, null)
}

/** Gives a company every feature that can be switched, or none of them. */
async function decideFeatures(db: pg.Client, tenantId: string, effect: 'grant' | 'deny'): Promise<void> {
  await db.query(
    `insert into platform.feature_overrides (tenant_id, feature, effect, reason) select $1, id, $2, 'proof' from platform.features`,
    [tenantId, effect],
  )
  await db.query('update app.feature_choices set is_on = true where tenant_id = $1', [tenantId])
}

/** Builds the world once for all journeys, however many workers ask. */
async function ensureWorld(db: pg.Client): Promise<World> {
  await db.query('select pg_advisory_lock(7171)')
  const { rowCount } = await db.query('select from platform.tenants where slug = $1', [slugs.a])
  if (rowCount) return describeWorld(db)
  const world = await buildWorld(db)
  for (const tenant of ['a', 'b'] as const) {
    await db.query(
      `insert into platform.tenants (id, slug, name, kind, status) values ($1, $2, $2, 'both', 'active')
        on conflict (id) do update set slug = excluded.slug, name = excluded.name`,
      [world.tenantId(tenant), slugs[tenant]],
    )
    await decideFeatures(db, world.tenantId(tenant), tenant === 'a' ? 'grant' : 'deny')
  }
  await db.query(`update platform.accounts set state = 'read_only' where tenant_id = $1`, [
    world.tenantId('b'),
  ])
  return world
}

/**
 * Puts two tenants with a row of everything and a person of every kind into the journeys' database. A has every
 * feature; B has none that can be switched, and is read-only.
 */
export async function makeProofPeople(): Promise<ProofPeople> {
  return withDatabase(async db => {
    const world = await ensureWorld(db)
    const cookies = new Map<Visitor, string>([['anonymous', '']])
    const a = world.tenantId('a')
    for (const role of roles) cookies.set(role, await addPerson(db, a, `proof-${role}`, role))
    // The homeowner who owns something, so that the portal has something to show.
    cookies.set('homeowner', await cookieOf(world.id('a', 'sessions', 'own'), a))
    for (const how of ['suspended', 'revoked', 'expired'] as const) {
      cookies.set(how, await addPerson(db, a, `proof-${how}`, 'admin', how))
    }
    cookies.set('stranger', await addPerson(db, world.tenantId('b'), 'proof-stranger', 'admin'))
    const guest = await addGuest(db, a, world.id('a', 'users', 'admin'))
    const admin = {
      owner: await addAdmin(db, 'owner'),
      billing: await addAdmin(db, 'billing'),
      support: await addAdmin(db, 'support'),
      pending: await addAdmin(db, 'owner', 'pending'),
    }
    const api = {} as Record<ApiToken, string>
    for (const what of [...apiScopes, 'revoked', 'expired'] as const)
      api[what] = await addApiToken(db, what === 'revoked' || what === 'expired' ? apiScopes : [what], what)
    return {
      world,
      api,
      cookie: visitor => cookies.get(visitor) ?? '',
      fresh: role => withDatabase(later => addPerson(later, a, `proof-${role}`, role)),
      freshOfB: role => withDatabase(later => addPerson(later, world.tenantId('b'), `proof-${role}`, role)),
      guest,
      admin,
    }
  })
}

async function withDatabase<T>(work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client(process.env.E2E_DATABASE_URL)
  await db.connect()
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}
