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

// Two connections of the same server differ by a tenth in what the same statement costs them, for as long as they live.
const pairs = 8
const eachPair = 250

/** Times a list's first page on a new pair of connections: as the app's role, and as one that bypasses policies. */
async function timePair(
  urls: { adminUrl: string; appUrl: string },
  tenant: Measured,
  [, list, alias]: (typeof lists)[number],
): Promise<number[][]> {
  const [app, admin] = [new pg.Client(urls.appUrl), new pg.Client(urls.adminUrl)]
  try {
    await Promise.all([app.connect(), admin.connect()])
    await app.query('begin')
    await admin.query('begin')
    await app.query('select app.open_request($1, $2)', [tenant.tenantId, tenant.sessionId])
    await admin.query("select set_config('app.current_tenant', $1, true)", [tenant.tenantId])
    const query = readListQuery(list, {})
    const own = Prisma.sql`${Prisma.raw(alias)}.tenant_id = ${tenant.tenantId}::uuid`
    const under = prepared('under', pageSql(list, query, {}).sql)
    const without = prepared('without', pageSql(list, query, { where: own }).sql)
    return await timeInTurn(eachPair, [() => app.query(under), () => admin.query(without)])
  } finally {
    await Promise.all([app.end(), admin.end()])
  }
}

/** (a) The first page of a list under row-level security against the same statement by a role that bypasses it. */
export async function benchRowSecurity(
  adminUrl: string,
  appUrl: string,
  tenant: Measured,
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const list of lists) {
    const samples: number[][] = [[], []]
    for (let pair = 0; pair < pairs; pair++) {
      const timed = await timePair({ adminUrl, appUrl }, tenant, list)
      for (const [at, own] of samples.entries()) own.push(...(timed[at] ?? []))
    }
    const what = `(a) ${list[0]}, first page, tenant of ${tenant.homeowners.toLocaleString('en')}: with RLS / without`
    figures.push(compare(what, samples[0], samples[1], 1.15))
  }
  return figures
}
