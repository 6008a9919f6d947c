import type { PlatformTx } from '@/lib/db/as-platform'
import { sql } from '@/lib/db/sql'
import type { RowOf } from '@/lib/lists/define-list'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { companyList } from './company-list'

/** What the list of companies says of one. */
export type CompanyRow = RowOf<typeof companyList>

/** Reads one company's row of the list of companies; null when there is no such company. */
export async function readCompanyFigures(tx: PlatformTx, tenantId: string): Promise<CompanyRow | null> {
  const scope = { where: sql`t.id = ${tenantId}::uuid`, count: false }
  const { rows } = await runList(tx, companyList, readListQuery(companyList, {}), scope)
  return rows[0] ?? null
}
