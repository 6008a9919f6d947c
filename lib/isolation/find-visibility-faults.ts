import type pg from 'pg'
import type { CatalogTable } from '@/lib/dev/read-catalog'
import { insertRow, singletons, type World } from './build-world'
import { type Audience, audiences, expected } from './expected'
import { attempt, lookAs } from './look-as'
import type { Reach } from './samples'

const denied = (outcome: { rows: number } | { state: string }) =>
  'rows' in outcome ? outcome.rows === 0 : outcome.state === '42501'

const isBroken = (outcome: { rows: number } | { state: string }) =>
  'state' in outcome && outcome.state !== '42501'

/** The condition that names one row by its primary key, and its values. */
export function keyOf(table: CatalogTable, row: Record<string, unknown>) {
  const columns = table.primaryKey
  return { where: columns.map((c, i) => `${c} = $${i + 1}`).join(' and '), values: columns.map(c => row[c]) }
}

/** Tries all four verbs on one row. */
async function verbsOn(app: pg.ClientBase, world: World, table: CatalogTable, reach: Reach) {
  const name = `app.${table.name}`
  const { where, values } = keyOf(table, world.row('a', table.name, reach))
  const touched =
    table.columns.find(c => !table.primaryKey.includes(c.name) && !c.generated)?.name ?? 'tenant_id'
  const tries = {
    s: await attempt(app, () => app.query(`select 1 from ${name} where ${where}`, values)),
    i: await attempt(app, () => insertRow(app, table.name, freshRow(world, table.name, reach))),
    u: await attempt(app, () =>
      app.query(`update ${name} set ${touched} = ${touched} where ${where}`, values),
    ),
    d: await attempt(app, () => app.query(`delete from ${name} where ${where}`, values)),
  }
  return tries
}

const freshRow = (world: World, table: string, reach: Reach) => {
  const row = world.row('a', table, reach, 'extra')
  return table === 'tenants' ? { ...row, tenant_id: world.tenantId('a') } : row
}

/** Outcomes that prove a verb was allowed though something after the policies stopped it. */
const passedPolicies: Record<string, string> = {
  'tenants i': '23505',
  'settings i': '23505',
  'message_secrets i': '23505',
  '* d': '23503',
}

/**
 * Compares, table by table, what every audience can do with what `expected` says. A table without an entry is a
 * fault, and so is a right that is missing: the matrix is exact in both directions.
 */
export async function findVisibilityFaults(app: pg.ClientBase, world: World): Promise<string[]> {
  const faults: string[] = []
  for (const table of world.tables) {
    const matrix = expected[table.name]
    if (!matrix) {
      faults.push(`app.${table.name} is not in lib/isolation/expected.ts`)
      continue
    }
    const reaches: Reach[] = singletons.has(table.name) ? ['own'] : ['own', 'other']
    for (const audience of audiences) {
      for (const reach of reaches) faults.push(...(await compare(app, world, table, audience, reach)))
    }
  }
  return faults
}

async function compare(
  app: pg.ClientBase,
  world: World,
  table: CatalogTable,
  audience: Audience,
  reach: Reach,
) {
  const right = expected[table.name]?.[audience]?.[reach] ?? ''
  const tries = await lookAs(app, world, audience, 'a', () => verbsOn(app, world, table, reach))
  return Object.entries(tries).flatMap(([verb, outcome]) => {
    const where = `app.${table.name}: ${audience} ${verb} ${reach}`
    const passed = [`${table.name} ${verb}`, `* ${verb}`].some(
      key => 'state' in outcome && passedPolicies[key] === outcome.state,
    )
    if (isBroken(outcome) && !passed) return [`${where} broke with ${JSON.stringify(outcome)}`]
    const allowed = passed || !denied(outcome)
    return allowed === right.includes(verb) ? [] : [`${where} is ${allowed ? 'allowed' : 'refused'}`]
  })
}
