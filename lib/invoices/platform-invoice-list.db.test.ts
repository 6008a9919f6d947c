import { expect, it } from 'vitest'
import { asPlatform } from '@/lib/db/as-platform'
import type { List } from '@/lib/lists/define-list'
import { readListQuery } from '@/lib/lists/read-list-query'
import { runList } from '@/lib/lists/run-list'
import { testDatabase } from '@/lib/testing/create-test-database'
import { makeTenant } from '@/lib/testing/make-tenant'
import { dunningList } from './dunning-list'
import { platformInvoiceList } from './platform-invoice-list'

testDatabase()

it.each<[string, List]>([
  ['invoices', platformInvoiceList],
  ['dunning', dunningList],
])('shows admins a row of the list of %s with and without a page at Stripe', async (_, list) => {
  const { id: tenantId } = await makeTenant()
  const now = new Date()
  const invoice = {
    ...{
      tenantId,
      status: 'open',
      currency: 'USD',
      attempts: 1,
      fetchedAt: now,
      issuedAt: now,
      failedAt: now,
    },
    ...{ subtotalMinor: 4900n, totalMinor: 4900n, dueMinor: 4900n, periodStartsAt: now, periodEndsAt: now },
  }
  const page = 'https://invoice.stripe.example/a'
  await asPlatform(tx =>
    tx.platformInvoice.createMany({
      data: [
        { ...invoice, stripeInvoiceId: `in_a_${tenantId}`, number: 'A-1', pageUrl: page },
        { ...invoice, stripeInvoiceId: `in_b_${tenantId}`, number: 'A-2' },
      ],
    }),
  )
  const { rows } = await asPlatform(tx => runList(tx, list, readListQuery(list, new URLSearchParams())))
  expect(rows).toContainEqual(expect.objectContaining({ number: 'A-1', tenantId, page }))
  expect(rows).toContainEqual(expect.objectContaining({ number: 'A-2', tenantId, page: null }))
})
