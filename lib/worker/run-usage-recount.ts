import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { closePools } from '@/lib/db/pools'
import { log } from '@/lib/log/log'
import { parseLocalDate } from '@/lib/time/local-date'
import { recountUsage } from '@/lib/usage/recount-usage'

// `npm run usage:recount -- seabreeze 2026-11-01`: counts a company's use anew from the facts, from that UTC day on, and
// writes records that correct what was wrong. Differences that are gone by that are resolved.
const [slug = '', day = ''] = process.argv.slice(2)
const from = parseLocalDate(day)
try {
  const tenant = await asPlatform(tx =>
    tx.platformTenant.findUnique({ where: { slug }, select: { id: true } }),
  )
  if (tenant && from) {
    const { open } = await recountUsage(tenant.id as TenantId, from, new Date())
    log().info({ company: slug, from, open }, 'use counted anew')
  } else {
    console.error(
      'Usage: npm run usage:recount -- <the company’s subdomain> <the first day, like 2026-11-01>',
    )
    process.exitCode = 1
  }
} finally {
  await closePools()
}
