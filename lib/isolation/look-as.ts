import type pg from 'pg'
import type { Tenant, World } from './build-world'
import type { Audience } from './expected'
import type { Kind } from './samples'

const people: Partial<Record<Audience, Kind>> = { admin: 'admin', limited: 'limited', homeowner: 'own' }

const guestSession = (world: World, audience: Audience, tenant: Tenant) =>
  audience === 'guest' ? world.id(tenant, 'support_visits', 'own') : null

/** Runs `look` as portico_app with an audience's context in one tenant, and rolls back whatever it did. */
export async function lookAs<T>(
  app: pg.ClientBase,
  world: World,
  audience: Audience,
  tenant: Tenant,
  look: () => Promise<T>,
): Promise<T> {
  await app.query('begin')
  try {
    if (audience === 'system') await app.query('select app.open_system($1)', [world.tenantId(tenant)])
    else if (audience !== 'none') {
      const person = people[audience]
      const session = person ? world.id(tenant, 'sessions', person) : guestSession(world, audience, tenant)
      await app.query('select app.open_request($1, $2)', [world.tenantId(tenant), session])
    }
    return await look()
  } finally {
    await app.query('rollback')
  }
}

/** What became of a statement: rows it touched, or the SQLSTATE that stopped it. The transaction stays usable. */
export async function attempt(
  app: pg.ClientBase,
  run: () => Promise<pg.QueryResult>,
): Promise<{ rows: number } | { state: string }> {
  await app.query('savepoint attempt')
  try {
    const result = await run()
    return { rows: result.rowCount ?? 0 }
  } catch (error) {
    return { state: (error as { code?: string }).code ?? 'unknown' }
  } finally {
    await app.query('rollback to savepoint attempt')
  }
}
