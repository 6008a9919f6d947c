import { assertRoles } from '@/lib/db/assert-roles'
import { closePools } from '@/lib/db/pools'
import { env } from '@/lib/env/env'
import { startWorker } from '@/lib/jobs/start-worker'
import { log } from '@/lib/log/log'
import { syncCatalogue } from '@/lib/stripe-sync/sync-catalogue'
import { handlers } from './handlers'
import { runAdminMail } from './run-admin-mail'
import { runHour } from './run-hour'
import { runNight } from './run-night'

// `npm run worker`: does the queue's jobs until it is asked to stop.
const platformUrl = env().PLATFORM_DATABASE_URL
await assertRoles()
// Stripe may be away: then the night tries again, and jobs that need a price wait for it.
await syncCatalogue().catch(error => log().error({ err: error }, 'the catalogue at Stripe is not complete'))
const worker = await startWorker({
  platformUrl,
  handlers,
  rounds: { hourly: runHour, nightly: runNight, 'admin-mail': runAdminMail },
})

let stopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    log().info({ signal }, 'worker stopping')
    worker
      .stop()
      .then(closePools)
      .then(
        () => process.exit(0),
        error => {
          log().error({ err: error }, 'worker stopped badly')
          process.exit(1)
        },
      )
  })
}
