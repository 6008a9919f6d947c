import type { Choice } from '@/lib/lists/define-list'

/** Where an invoice stands, in words. */
export const invoiceStatuses: readonly Choice[] = [
  { value: 'draft', label: 'Draft', tone: 'neutral' },
  { value: 'open', label: 'Open', tone: 'info' },
  { value: 'paid', label: 'Paid', tone: 'positive' },
  { value: 'uncollectible', label: 'Uncollectible', tone: 'critical' },
  { value: 'void', label: 'Void', tone: 'neutral' },
]
