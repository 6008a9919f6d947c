import type pg from 'pg'
import type { World } from './build-world'
import { attempt, lookAs } from './look-as'

/** Calls every function that runs as its owner from tenant A with what belongs to B, and lists what it gave away. */
export async function findFunctionFaults(app: pg.ClientBase, world: World): Promise<string[]> {
  const faults: string[] = []
  const theirs = (table: string) => world.id('b', table, 'own')
  const sets = {
    chosen_associations: 'associations',
    chosen_units: 'units',
    my_homeowners: 'homeowners',
    my_units: 'units',
    my_associations: 'associations',
  }
  for (const audience of ['limited', 'homeowner'] as const) {
    for (const [name, table] of Object.entries(sets)) {
      const { rows } = await lookAs(app, world, audience, 'a', () =>
        app.query(`select x from app.${name}() x`),
      )
      const ids = rows.map(r => r.x)
      if (ids.includes(theirs(table))) faults.push(`app.${name}() shows ${audience} of A a row of B`)
      const mine = name.startsWith(audience === 'limited' ? 'chosen' : 'my')
      if (mine !== ids.includes(world.id('a', table, 'own')))
        faults.push(`app.${name}() is wrong for ${audience}`)
    }
  }
  faults.push(...(await accountFaults(app, world)))
  const opened = await lookAs(app, world, 'none', 'a', () =>
    app.query('select app.open_request($1, $2) as answer', [
      world.tenantId('a'),
      world.id('b', 'sessions', 'admin'),
    ]),
  )
  if (opened.rows[0]?.answer.state !== 'revoked') faults.push("app.open_request accepts B's session for A")
  const forged = { tenantId: world.tenantId('b') }
  await lookAs(app, world, 'admin', 'a', async () => {
    const job = await attempt(app, () => app.query("select app.enqueue_job('send-message', $1)", [forged]))
    if ('state' in job) faults.push(`app.enqueue_job failed with ${job.state}`)
  })
  const none = await lookAs(app, world, 'none', 'a', () =>
    attempt(app, () => app.query("select app.enqueue_job('send-message', '{}')")),
  )
  if (!('state' in none)) faults.push('app.enqueue_job works without a tenant')
  for (const table of ['jobs.job', 'jobs.queue', 'platform.tenants', 'platform.admins']) {
    const peek = await lookAs(app, world, 'system', 'a', () =>
      attempt(app, () => app.query(`select 1 from ${table}`)),
    )
    if (!('state' in peek)) faults.push(`portico_app can read ${table}`)
  }
  return faults
}

/**
 * What each audience of A is told of the company as a customer: who sees the bill A's use, invoices and plans, the own
 * people the limits of A's plans, everybody else nothing.
 */
async function accountFaults(app: pg.ClientBase, world: World): Promise<string[]> {
  const faults: string[] = []
  for (const audience of ['admin', 'limited', 'guest', 'homeowner', 'anonymous', 'none'] as const) {
    const { rows } = await lookAs(app, world, audience, 'a', () =>
      app.query(
        `select jsonb_array_length(app.my_limits()) as limits, (select sum(quantity) from app.my_usage('-infinity', 'infinity')) as used,
          (select sum(total_minor) from app.my_invoices()) as billed,
          jsonb_array_length(app.my_billing() -> 'periods') as plans`,
      ),
    )
    const told = `${rows[0]?.limits} ${rows[0]?.used} ${rows[0]?.billed} ${rows[0]?.plans}`
    const right = { admin: '2 1 1 2', limited: '2 null null null' }[String(audience)] ?? '0 null null null'
    if (told !== right) faults.push(`${audience} of A is told of an account: ${told}`)
  }
  const lines = await linesToldAcross(app, world)
  return lines === 0 ? faults : [...faults, `A is told ${lines} lines of B's invoices`]
}

async function linesToldAcross(app: pg.ClientBase, world: World): Promise<number> {
  const ids = await lookAs(app, world, 'admin', 'b', () => app.query('select id from app.my_invoices()'))
  const told = await lookAs(app, world, 'admin', 'a', () =>
    app.query('select l.* from unnest($1::uuid[]) i, app.my_invoice_lines(i) l', [ids.rows.map(r => r.id)]),
  )
  return ids.rows.length === 0 ? Number.NaN : told.rows.length
}
