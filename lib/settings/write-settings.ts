import type { TenantTx } from '@/lib/db/in-tenant'
import type { messagesColumns, moneyColumns } from './rules'

/** Writes a part of the settings; the first time makes the company's row. The settings must be held. */
export async function writeSettings(
  tx: TenantTx,
  columns: ReturnType<typeof moneyColumns> | ReturnType<typeof messagesColumns>,
): Promise<void> {
  const { count } = await tx.setting.updateMany({ data: columns })
  if (count === 0) await tx.setting.createMany({ data: [columns] })
}
