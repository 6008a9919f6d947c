import { createHash } from 'node:crypto'
import type pg from 'pg'
import { type CatalogTable, readCatalog } from '@/lib/dev/read-catalog'
import { type Kind, samples } from './samples'

export type Tenant = 'a' | 'b'

/** Two tenants with a row of every table for every kind, and how to name each row. */
export type World = {
  tables: CatalogTable[]
  tenantId: (tenant: Tenant) => string
  id: (tenant: Tenant, table: string, kind: Kind) => string
  /** A row of the table like the world's own, or a further one; with its tenant and, where it has one, its id. */
  row: (tenant: Tenant, table: string, kind: Kind, extra?: string) => Record<string, unknown>
}

const idOf = (...parts: string[]) => {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Tables with one row a tenant. */
export const singletons: ReadonlySet<string> = new Set(['tenants', 'settings'])

const kindsOf = (table: string): Kind[] =>
  singletons.has(table)
    ? ['own']
    : ['users', 'sessions'].includes(table)
      ? ['admin', 'limited', 'own', 'other']
      : ['own', 'other']

/** Parents before children. A key that points back at a later table is left to the row itself. */
function inOrder(tables: CatalogTable[]): CatalogTable[] {
  const done = new Set<string>()
  const result: CatalogTable[] = []
  const ready = (t: CatalogTable) =>
    t.foreignKeys.every(
      fk => done.has(fk.toTable) || fk.toTable === t.name || fk.toSchema !== 'app' || t.name === 'tenants',
    )
  while (result.length < tables.length) {
    const next = tables.filter(t => !done.has(t.name) && ready(t))
    if (next.length === 0) throw new Error('the foreign keys of app run in a circle')
    for (const t of next) {
      done.add(t.name)
      result.push(t)
    }
  }
  return result
}

function nameRows(tables: CatalogTable[]): World {
  const tenantId = (tenant: Tenant) => idOf(tenant)
  const id = (tenant: Tenant, table: string, kind: Kind) => idOf(tenant, table, kind)
  return {
    tables,
    tenantId,
    id,
    row: (tenant, table, kind, extra) => {
      const sample = samples[table]
      if (!sample) throw new Error(`lib/isolation/samples.ts has no row for app.${table}`)
      const word = `${tenant}-${table.slice(0, 12)}-${kind}${extra ? `-${extra}` : ''}`
      const body = sample({ tenant, kind, id: (t, k) => id(tenant, t, k), word, extra: extra !== undefined })
      const hasId = tables.find(t => t.name === table)?.columns.some(c => c.name === 'id')
      const ownId = extra ? idOf(tenant, table, kind, extra) : id(tenant, table, kind)
      return { tenant_id: tenantId(tenant), ...(hasId && { id: ownId }), ...body }
    },
  }
}

/** Inserts one row. */
export function insertRow(client: pg.ClientBase, table: string, row: Record<string, unknown>, suffix = '') {
  const columns = Object.keys(row)
  const places = columns.map((_, i) => `$${i + 1}`)
  return client.query(
    `insert into app.${table} (${columns}) values (${places}) ${suffix}`,
    Object.values(row),
  )
}

/** Names the rows of the world in a database, whether or not they are there yet. */
export async function describeWorld(admin: pg.Client): Promise<World> {
  return nameRows(await readCatalog(admin, ['app']))
}

/** What the platform knows of both companies: A is on trial and used 1 a day, B is overdue and used 2. */
async function addCustomers(admin: pg.Client, world: World): Promise<void> {
  for (const [tenant, state, used] of [
    ['a', 'trialing', 1],
    ['b', 'past_due', 2],
  ] as const) {
    const id = world.tenantId(tenant)
    await admin.query(
      `insert into platform.tenants (id, slug, name, kind, status) values ($1, $2, $2, 'both', 'active')`,
      [id, `world-${tenant}`],
    )
    await admin.query('update platform.accounts set state = $2 where tenant_id = $1', [id, state])
    await admin.query(
      `insert into platform.usage_days (tenant_id, meter, on_day, quantity) values ($1, 'users', '2026-01-01', $2)`,
      [id, used],
    )
    await admin.query(
      `with invoice as (insert into platform.invoices (tenant_id, id, stripe_invoice_id, status, currency, subtotal_minor,
          total_minor, due_minor, period_starts_at, period_ends_at, fetched_at)
        values ($1, $4, 'in_' || $2::text, 'open', 'USD', $3, $3, $3, now(), now(), now()) returning tenant_id, id)
      insert into platform.invoice_lines (tenant_id, invoice_id, position, description, amount_minor)
        select tenant_id, id, 0, 'A line', $3 from invoice`,
      [id, tenant, used, world.id(tenant, 'invoices', 'own')],
    )
  }
}

/** Fills an empty, migrated database with the world, as its administrator. */
export async function buildWorld(admin: pg.Client): Promise<World> {
  const world = await describeWorld(admin)
  await addCustomers(admin, world)
  for (const t of inOrder(world.tables)) {
    for (const tenant of ['a', 'b'] as const) {
      // Triggers that run as the tables' owner see one tenant only, like everybody else.
      await admin.query("select set_config('app.current_tenant', $1, false)", [world.tenantId(tenant)])
      for (const kind of kindsOf(t.name)) await insertRow(admin, t.name, world.row(tenant, t.name, kind))
    }
  }
  await admin.query("select set_config('app.current_tenant', '', false)")
  return world
}
