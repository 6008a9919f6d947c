import { closePools } from '@/lib/db/pools'
import { syncCatalogue } from '@/lib/stripe-sync/sync-catalogue'

// `npm run stripe:catalogue`: makes what is missing at Stripe of products, prices and meters. Safe to run again; the
// worker does the same when it starts and every night.
try {
  if (!(await syncCatalogue())) throw new Error('STRIPE_SECRET_KEY is not set')
} finally {
  await closePools()
}
