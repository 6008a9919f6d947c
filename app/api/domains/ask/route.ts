import { problemDetails } from '@/lib/action/problem'
import { siteRoute } from '@/lib/action/site-route'
import { asPlatform } from '@/lib/db/as-platform'
import { isVerified } from '@/lib/domains/is-verified'
import { domainSchema } from '@/lib/domains/schema'
import { countDomainAsk } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'

/** Tells a proxy whether to get a certificate for a host: 200 for a verified domain, else 404. */
export const GET = siteRoute({ purpose: 'on-demand TLS' }, async ({ face, query }) => {
  const wait = await countDomainAsk(face.address)
  if (wait !== null) return problemDetails(refuseTooMany(wait), { 'retry-after': String(wait) })
  const host = domainSchema.safeParse(query.get('domain') ?? '')
  const verified = host.success && (await asPlatform(tx => isVerified(tx, host.data)))
  return new Response(null, { status: verified ? 200 : 404, headers: { 'cache-control': 'no-store' } })
})
