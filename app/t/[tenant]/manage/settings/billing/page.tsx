import { SettingsHeader } from '@/app/t/[tenant]/manage/settings/settings-header'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { tenantPage } from '@/lib/action/tenant-page'
import { can } from '@/lib/auth/actor'
import { myInvoiceList } from '@/lib/invoices/my-invoice-list'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { isSetUp } from '@/lib/stripe-sync/is-set-up'
import { readMyBilling } from '@/lib/subscriptions/read-billing'
import { addDays, dateIn } from '@/lib/time/local-date'
import { firstDayOf, monthOf } from '@/lib/time/month'
import { readUsage } from '@/lib/usage/read-usage'
import { AwaitMethod } from './await-method'
import { ContactSection } from './contact-section'
import { EndSection } from './end-section'
import { InvoicesSection } from './invoices-section'
import { NextBill } from './next-bill'
import { PaymentSection } from './payment-section'
import { PlanSection } from './plan-section'
import { standingOf } from './words'

export const metadata = { title: 'Billing' }

/** What the company has, what it costs, how it is paid, and where it stands. */
export default tenantPage({ can: 'billing:read' }, async ({ tx, actor, brand, account, query }) => {
  const now = new Date()
  const today = dateIn('UTC', now)
  const billing = await readMyBilling(tx)
  const usage = await readUsage(tx, { from: firstDayOf(monthOf(today)), until: addDays(today, 1) })
  const invoices = await runList(tx, myInvoiceList, readListQuery(myInvoiceList, {}), {
    count: false,
    zone: brand.zone,
  })
  const mayChange = can(actor, 'billing:write')
  const standing = standingOf(billing, now, brand.locale)
  const unpaid = billing.overdueSince ? invoices.rows.find(row => row.status === 'open') : undefined
  const { locale } = brand
  return (
    <>
      <SettingsHeader current="/manage/settings/billing" actor={actor} account={account} />
      <div className="flex max-w-4xl flex-col gap-5">
        {!isSetUp() && (
          <Notice tone="caution" title="Billing is not set up on this server">
            Nothing is charged, and payment methods cannot be added. Whoever runs the server finds how in
            docs/billing.md.
          </Notice>
        )}
        {standing && (
          <Notice
            tone={standing.tone}
            title={standing.title}
            action={
              unpaid && (
                <ButtonLink size="sm" href={`/manage/settings/billing/invoices/${unpaid.id}`}>
                  See the open invoice
                </ButtonLink>
              )
            }
          >
            {standing.text}
          </Notice>
        )}
        {query.returned === 'changed' && <Notice tone="positive" title="Your plan is changed" live />}
        {query.returned === 'saved' && !billing.method && <AwaitMethod />}
        <PlanSection
          billing={billing}
          mayChange={mayChange && billing.state !== 'cancelled'}
          today={today}
          locale={locale}
        />
        <NextBill billing={billing} usage={usage} now={now} locale={locale} />
        <PaymentSection
          billing={billing}
          mayChange={mayChange && isSetUp() && billing.state !== 'cancelled'}
          locale={locale}
        />
        <InvoicesSection
          rows={invoices.rows.slice(0, 4)}
          onTrial={billing.state === 'trialing'}
          locale={locale}
        />
        <ContactSection
          email={billing.billingEmail}
          coupons={billing.coupons.map(({ code, description }) => ({ code, description }))}
          mayChange={mayChange}
        />
        {mayChange && billing.state !== 'cancelled' && (
          <EndSection billing={billing} now={now} locale={locale} />
        )}
      </div>
    </>
  )
})
