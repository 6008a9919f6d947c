import Link from 'next/link'
import { Status } from '@/components/ui/badge'
import { Section, SectionLink } from '@/components/ui/card'
import { formatMoney } from '@/components/ui/format-number'
import { LocalDate } from '@/components/ui/time'
import type { myInvoiceList } from '@/lib/invoices/my-invoice-list'
import { invoiceStatuses } from '@/lib/invoices/rules'
import type { RowOf } from '@/lib/lists/define-list'

/** The latest invoices, with the way to all of them. */
export function InvoicesSection({
  rows,
  onTrial,
  locale,
}: {
  rows: RowOf<typeof myInvoiceList>[]
  onTrial: boolean
  locale: string
}) {
  return (
    <Section
      title="Invoices"
      actions={
        rows.length > 0 && <SectionLink href="/manage/settings/billing/invoices">All invoices</SectionLink>
      }
      padded={false}
    >
      {rows.length === 0 && (
        <p className="p-4 text-muted">No invoices yet.{onTrial && ' The first comes when the trial ends.'}</p>
      )}
      <ul className="divide-y">
        {rows.map(row => {
          const status = invoiceStatuses.find(({ value }) => value === row.status)
          return (
            <li
              key={row.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2.5"
            >
              <Link
                href={`/manage/settings/billing/invoices/${row.id}`}
                className="font-medium hover:underline underline-offset-4"
              >
                {row.number ?? 'Invoice'}
              </Link>
              <span className="flex items-center gap-x-4 text-13 max-sm:w-full max-sm:[&>:last-child]:ml-auto sm:gap-x-6">
                {row.issuedOn && (
                  <span className="text-muted">
                    <LocalDate on={row.issuedOn} locale={locale} />
                  </span>
                )}
                <Status tone={status?.tone}>{status?.label ?? row.status}</Status>
                <span className="min-w-20 text-right tabular-nums">
                  {formatMoney(String(row.total ?? 0), String(row.currency), locale)}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
