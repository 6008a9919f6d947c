import pg from 'pg'
import { Prisma } from '@/lib/db/generated/client'
import { homeownerList } from '@/lib/homeowners/homeowner-list'
import type { List } from '@/lib/lists/define-list'
import { pageSql } from '@/lib/lists/list-sql'
import { readListQuery } from '@/lib/lists/read-list-query'
import { unitList } from '@/lib/units/unit-list'
import { compare, type Figure, timeInTurn } from './measure'

export type Measured = { tenantId: string; sessionId: string; homeowners: number }

const lists: [name: string, list: List, alias: string][] = [
  ['units', unitList, 'u'],
  ['homeowners', homeownerList, 'h'],
]

const prepared = (name: string, { text, values }: Prisma.Sql) => ({ name, text, values: values as unknown[] })

/** (a) The first page of a list under row-level security against the same statement by a role that bypasses it. */
export async function benchRowSecurity(
  adminUrl: string,
  appUrl: string,
  tenant: Measured,
): Promise<Figure[]> {
  const [app, admin] = [new pg.Client(appUrl), new pg.Client(adminUrl)]
  await Promise.all([app.connect(), admin.connect()])
  const figures: Figure[] = []
  try {
    await app.query('begin')
    await admin.query('begin')
    await app.query('select app.open_request($1, $2)', [tenant.tenantId, tenant.sessionId])
    await admin.query("select set_config('app.current_tenant', $1, true)", [tenant.tenantId])
    for (const [name, list, alias] of lists) {
      const query = readListQuery(list, {})
      const own = Prisma.sql`${Prisma.raw(alias)}.tenant_id = ${tenant.tenantId}::uuid`
      const under = prepared(`${name}-under`, pageSql(list, query, {}).sql)
      const without = prepared(`${name}-without`, pageSql(list, query, { where: own }).sql)
      const samples = await timeInTurn(2_000, [() => app.query(under), () => admin.query(without)])
      const what = `(a) ${name}, first page, tenant of ${tenant.homeowners.toLocaleString('en')}: with RLS / without`
      figures.push(compare(what, samples[0], samples[1], 1.15))
    }
  } finally {
    await Promise.all([app.end(), admin.end()])
  }
  return figures
}
