/** What an invoice of Portico's to a company says, wherever it is read; money in the minor units of its currency. */
export type Invoice = {
  id: string
  number: string | null
  status: string
  currency: string
  subtotalMinor: bigint
  discountMinor: bigint
  taxMinor: bigint
  /** After discounts, with tax. */
  totalMinor: bigint
  /** What is left to pay of it after money on balance. */
  dueMinor: bigint
  paidMinor: bigint
  periodStartsAt: Date
  periodEndsAt: Date
  issuedAt: Date | null
  dueAt: Date | null
  paidAt: Date | null
  nextAttemptAt: Date | null
  pageUrl: string | null
  pdfUrl: string | null
}
