import type { AccountState } from '@/lib/auth/account'
import type { PlatformTx } from '@/lib/db/as-platform'
import type { Account } from './account'

const accountOf = <R extends { state: string }>(row: R) => ({ ...row, state: row.state as AccountState })

/** Reads a company's account and keeps others from changing it until this transaction ends; null when there is none. */
export async function lockAccount(tx: PlatformTx, tenantId: string): Promise<Account | null> {
  await tx.$queryRaw`select from platform.accounts where tenant_id = ${tenantId}::uuid for update`
  const row = await tx.platformAccount.findUnique({ where: { tenantId } })
  return row && accountOf(row)
}

/** The accounts that time may move or remind, as they stand now. */
export async function listLiveAccounts(
  tx: PlatformTx,
): Promise<(Account & { tenantId: string; reminded: string | null })[]> {
  const rows = await tx.platformAccount.findMany({ orderBy: { tenantId: 'asc' } })
  return rows.map(row => ({ ...accountOf(row), tenantId: row.tenantId, reminded: row.reminded }))
}
