import { Download, ExternalLink } from 'lucide-react'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Status } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button-class'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { PageHeader } from '@/components/ui/page-header'
import { LocalDate } from '@/components/ui/time'
import { tenantPage } from '@/lib/action/tenant-page'
import { readMyInvoice } from '@/lib/invoices/read-my-invoice'
import { invoiceStatuses } from '@/lib/invoices/rules'
import { dateIn } from '@/lib/time/local-date'
import { InvoiceLines } from './invoice-lines'

export const metadata = { title: 'Invoice' }

/** One invoice of Portico's: its lines, where it stands, and the way to pay or keep it. */
export default tenantPage({ can: 'billing:read' }, async ({ tx, params, brand }) => {
  const id = z.uuid().safeParse(params.invoice)
  const invoice = id.success ? await readMyInvoice(tx, id.data) : null
  if (!invoice) notFound()
  const status = invoiceStatuses.find(({ value }) => value === invoice.status)
  const moment = (at: Date | null) => at && <LocalDate on={dateIn('UTC', at)} locale={brand.locale} />
  const { number, pageUrl, pdfUrl } = invoice
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={number ? `Invoice ${number}` : 'Invoice'}
        status={<Status tone={status?.tone}>{status?.label ?? invoice.status}</Status>}
        crumbs={[
          { label: 'Settings', href: '/manage/settings' },
          { label: 'Billing', href: '/manage/settings/billing' },
          { label: 'Invoices', href: '/manage/settings/billing/invoices' },
          { label: number ?? 'Invoice' },
        ]}
        actions={
          <>
            {pdfUrl && (
              <a href={pdfUrl} className={buttonClass('secondary')}>
                <Download aria-hidden />
                PDF
              </a>
            )}
            {pageUrl && (
              <a href={pageUrl} className={buttonClass(invoice.status === 'open' ? 'primary' : 'secondary')}>
                <ExternalLink aria-hidden />
                {invoice.status === 'open' ? 'Pay at Stripe' : 'See at Stripe'}
              </a>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-5">
        <InvoiceLines invoice={invoice} locale={brand.locale} />
        <Section title="Dates">
          <Details
            columns={2}
            items={[
              { label: 'Issued', value: moment(invoice.issuedAt) },
              { label: 'Due', value: moment(invoice.dueAt) },
              { label: 'Paid', value: moment(invoice.paidAt) },
              { label: 'Next attempt to charge', value: moment(invoice.nextAttemptAt) },
            ].filter(({ value }) => value !== null)}
          />
        </Section>
      </div>
    </div>
  )
})
