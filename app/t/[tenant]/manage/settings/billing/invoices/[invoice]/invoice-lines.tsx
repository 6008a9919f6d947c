import { Section } from '@/components/ui/card'
import { formatLocalDate } from '@/components/ui/format-date'
import { formatMoney, formatNumber } from '@/components/ui/format-number'
import { TableHead } from '@/components/ui/table-head'
import type { readMyInvoice } from '@/lib/invoices/read-my-invoice'
import { dateIn } from '@/lib/time/local-date'

const columns = [
  { label: 'Description' },
  { label: 'Quantity', end: true, className: 'max-sm:hidden' },
  { label: 'Amount', end: true },
]

type Invoice = NonNullable<Awaited<ReturnType<typeof readMyInvoice>>>

/** What an invoice is for, line by line, and what its sum comes to. */
export function InvoiceLines({ invoice, locale }: { invoice: Invoice; locale: string }) {
  const money = (minor: bigint) => formatMoney(minor, invoice.currency, locale)
  const credit = invoice.totalMinor - invoice.dueMinor
  const open = invoice.status === 'open'
  const sums = [
    { label: 'Sum', minor: invoice.subtotalMinor },
    { label: 'Discounts', minor: -invoice.discountMinor },
    { label: 'Tax', minor: invoice.taxMinor },
    { label: 'Paid from your credit', minor: credit > 0n ? -credit : 0n },
    { label: 'Paid already', minor: open ? -invoice.paidMinor : 0n },
  ].filter(({ minor }, index) => index === 0 || minor !== 0n)
  return (
    <Section title="Charges" padded={false}>
      <table className="w-full text-left">
        <TableHead columns={columns} />
        <tbody className="tabular-nums">
          {invoice.lines.map(line => (
            <tr key={line.at} className="border-b">
              <th scope="row" className="px-4 py-2 font-normal">
                {line.description}
                <span className="block text-13 text-muted">{periodWords(line, locale)}</span>
              </th>
              <td className="px-4 py-2 text-right max-sm:hidden">
                {line.quantity === null ? '' : formatNumber(line.quantity, locale)}
              </td>
              <td className="px-4 py-2 text-right">{money(line.amountMinor)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot className="tabular-nums">
          {sums.map(({ label, minor }) => (
            <tr key={label}>
              <th scope="row" className="px-4 py-1.5 font-normal text-muted">
                {label}
              </th>
              <td className="max-sm:hidden" />
              <td className="px-4 py-1.5 text-right">{money(minor)}</td>
            </tr>
          ))}
          <tr className="font-semibold">
            <th scope="row" className="px-4 py-2.5">
              {invoice.status === 'paid' ? 'Paid' : open ? 'To pay' : 'Total'}
            </th>
            <td className="max-sm:hidden" />
            <td className="px-4 py-2.5 text-right">
              {money(open ? invoice.dueMinor - invoice.paidMinor : invoice.dueMinor)}
            </td>
          </tr>
        </tfoot>
      </table>
    </Section>
  )
}

/** Both days included, as people say it. */
function periodWords({ periodStartsAt, periodEndsAt }: Invoice['lines'][number], locale: string): string {
  if (!periodStartsAt || !periodEndsAt || periodStartsAt >= periodEndsAt) return ''
  const from = dateIn('UTC', periodStartsAt)
  const to = dateIn('UTC', new Date(periodEndsAt.getTime() - 1))
  return `${formatLocalDate(from, 'medium', locale)} to ${formatLocalDate(to, 'medium', locale)}`
}
