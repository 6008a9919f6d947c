import type { TenantTx } from '@/lib/db/in-tenant'

/** Who emails say they are from, and where replies go. */
export type Sender = { name: string; replyTo: string | null }

/** Reads whom the company's emails come from: as its settings say, else under its name and with its support address. */
export async function readSender(tx: TenantTx): Promise<Sender> {
  const company = await tx.tenant.findFirstOrThrow({ select: { name: true, supportEmail: true } })
  const settings = await tx.setting.findFirst({ select: { senderName: true, replyTo: true } })
  return { name: settings?.senderName ?? company.name, replyTo: settings?.replyTo ?? company.supportEmail }
}
