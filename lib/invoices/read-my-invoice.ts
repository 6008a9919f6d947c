import type { TenantTx } from '@/lib/db/in-tenant'
import type { Invoice } from './invoice'

export type MyInvoiceLine = {
  at: number
  description: string
  quantity: bigint | null
  amountMinor: bigint
  periodStartsAt: Date | null
  periodEndsAt: Date | null
}

/** Reads one of the company's own invoices with its lines; null when it is not the company's. */
export async function readMyInvoice(
  tx: TenantTx,
  id: string,
): Promise<(Invoice & { lines: MyInvoiceLine[] }) | null> {
  const [invoice] = await tx.$queryRaw<Invoice[]>`
    select id::text, number, status, currency, subtotal_minor as "subtotalMinor", discount_minor as "discountMinor",
      tax_minor as "taxMinor", total_minor as "totalMinor", due_minor as "dueMinor", paid_minor as "paidMinor",
      period_starts_at as "periodStartsAt", period_ends_at as "periodEndsAt", issued_at as "issuedAt", due_at as "dueAt",
      paid_at as "paidAt", next_attempt_at as "nextAttemptAt", page_url as "pageUrl", pdf_url as "pdfUrl"
    from app.my_invoices() where id = ${id}::uuid`
  if (!invoice) return null
  const lines = await tx.$queryRaw<MyInvoiceLine[]>`
    select at, description, quantity, amount_minor as "amountMinor", period_starts_at as "periodStartsAt",
      period_ends_at as "periodEndsAt" from app.my_invoice_lines(${id}::uuid)`
  return { ...invoice, lines }
}
