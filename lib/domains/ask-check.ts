import { ok, type Result, refuse } from '@/lib/action/result'
import type { TenantTx } from '@/lib/db/in-tenant'
import { readDomains } from './read-domains'
import { checkSoon } from './schedule-check'

/** Has one of the company's claims looked at now. Refusal: 'not_found'. */
export async function askCheck(tx: TenantTx, { domainId }: { domainId: string }): Promise<Result> {
  const known = (await readDomains(tx)).some(domain => domain.id === domainId)
  if (!known) return refuse('not_found')
  await checkSoon(tx, domainId)
  return ok()
}
