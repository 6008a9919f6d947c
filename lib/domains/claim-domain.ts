import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { env } from '@/lib/env/env'
import { seePlans } from '@/lib/features/refuse-feature'
import { readDomains } from './read-domains'
import { isClaimable } from './rules'
import { checkSoon } from './schedule-check'

const answers: Record<string, string> = {
  own: 'Your company claimed this domain already.',
  'too-many': 'A company has at most five domains. Remove one first.',
}

/**
 * Claims a domain for the company, and looks for its record. Others may claim it too: it is whose record is found first.
 * @returns refusal 'not_in_plan', or 'invalid' with the sentence for `host`
 */
export async function claimDomain(
  tx: TenantTx,
  actor: Actor,
  { host }: { host: string },
): Promise<Result<{ domainId: string }>> {
  if (!isClaimable(host, env().ROOT_DOMAIN))
    return refuse('invalid', { fields: { host: 'This domain cannot be a company’s own.' } })
  const rows = await tx.$queryRaw<{ answer: string }[]>`select app.claim_domain(${host}) as answer`
  const answer = rows[0]?.answer ?? ''
  if (answer === 'not-in-plan')
    return refuse('not_in_plan', {
      params: { feature: 'A domain of your own', remedy: 'It comes with the plan Enterprise.' },
      link: seePlans,
    })
  if (answer !== 'claimed') return refuse('invalid', { fields: { host: answers[answer] ?? answer } })
  const claimed = (await readDomains(tx)).find(domain => domain.host === host)
  if (!claimed) throw new Error(`the claim of ${host} was not kept`)
  await recordAudit(tx, actor, {
    action: 'domain:claimed',
    subjectType: 'domain',
    subjectId: claimed.id,
    subjectLabel: host,
  })
  await checkSoon(tx, claimed.id)
  return ok({ domainId: claimed.id })
}
