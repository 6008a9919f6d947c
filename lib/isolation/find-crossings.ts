import type pg from 'pg'
import type { CatalogTable } from '@/lib/dev/read-catalog'
import { insertRow, type World } from './build-world'
import { audiences } from './expected'
import { keyOf } from './find-visibility-faults'
import { attempt, lookAs } from './look-as'

type Outcome = Awaited<ReturnType<typeof attempt>>

const touchedNothing = (outcome: Outcome) =>
  'rows' in outcome ? outcome.rows === 0 : outcome.state === '42501'
const refused = (outcome: Outcome) => 'state' in outcome && outcome.state === '42501'

/** Everything one table lets tenant A's context try on tenant B's rows. */
async function crossTable(
  app: pg.ClientBase,
  world: World,
  table: CatalogTable,
): Promise<[string, boolean][]> {
  const name = `app.${table.name}`
  const theirs = world.row('b', table.name, 'own')
  const extra = world.row('b', table.name, 'own', 'extra')
  const { where, values } = keyOf(table, theirs)
  const key = table.primaryKey.join(', ')
  const b = [world.tenantId('b')]
  return [
    [
      'select',
      touchedNothing(await attempt(app, () => app.query(`select 1 from ${name} where tenant_id = $1`, b))),
    ],
    [
      'select by key',
      touchedNothing(await attempt(app, () => app.query(`select 1 from ${name} where ${where}`, values))),
    ],
    [
      'update',
      touchedNothing(
        await attempt(app, () =>
          app.query(`update ${name} set tenant_id = tenant_id where tenant_id = $1`, b),
        ),
      ),
    ],
    [
      'delete',
      touchedNothing(await attempt(app, () => app.query(`delete from ${name} where tenant_id = $1`, b))),
    ],
    ['insert', refused(await attempt(app, () => insertRow(app, table.name, extra)))],
    [
      'upsert',
      refused(
        await attempt(app, () =>
          insertRow(
            app,
            table.name,
            theirs,
            `on conflict (${key}) do update set tenant_id = excluded.tenant_id`,
          ),
        ),
      ),
    ],
    [
      'give away',
      touchedNothing(await attempt(app, () => app.query(`update ${name} set tenant_id = $1`, b))),
    ],
  ]
}

/**
 * Tries, with tenant A's context in every audience's place, to read, change, remove, add, upsert and give away rows
 * of tenant B, table by table.
 */
export async function findCrossings(app: pg.ClientBase, world: World): Promise<string[]> {
  const faults: string[] = []
  for (const audience of audiences) {
    for (const table of world.tables) {
      const tries = await lookAs(app, world, audience, 'a', () => crossTable(app, world, table))
      for (const [what, held] of tries)
        if (!held) faults.push(`app.${table.name}: ${audience} of A can ${what} B's rows`)
    }
  }
  return faults
}

/** Tries to point every foreign key of a row of tenant A at a row of tenant B. */
export async function findForeignReferences(app: pg.ClientBase, world: World): Promise<string[]> {
  const faults: string[] = []
  for (const table of world.tables) {
    for (const { columns, toTable } of table.foreignKeys.filter(fk => fk.columns.length > 1)) {
      const column = columns.at(-1) ?? ''
      const outcome = await lookAs(app, world, 'system', 'a', () =>
        attempt(app, () => pointAt(app, world, table, column, world.id('b', toTable, 'own'))),
      )
      const held = 'state' in outcome && ['23503', '42501'].includes(outcome.state)
      if (!held)
        faults.push(
          `app.${table.name}.${column}: a row of A can point at B's ${toTable} (${JSON.stringify(outcome)})`,
        )
    }
  }
  return faults
}

/** Writes another row's id into a column: of a new row, or of the tenant's only row. */
function pointAt(app: pg.ClientBase, world: World, table: CatalogTable, column: string, id: string) {
  if (table.name === 'tenants') return app.query(`update app.tenants set ${column} = $1`, [id])
  return insertRow(app, table.name, { ...world.row('a', table.name, 'own', 'extra'), [column]: id })
}
