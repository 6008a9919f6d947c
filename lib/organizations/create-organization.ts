import { hashRequest } from '@/lib/action/idempotency'
import { ok, type Refusal, type Result, refuse } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { ApiActor } from '@/lib/auth/read-api-token'
import { asPlatform } from '@/lib/db/as-platform'
import { isClaimable } from '@/lib/domains/rules'
import { env } from '@/lib/env/env'
import { provisionCompany } from '@/lib/tenants/provision-company'
import { reclaimSlug } from '@/lib/tenants/reclaim-slug'
import { describeOrganization, findOrganization, type Organization } from './read-organization'
import { readTierFeatures } from './read-plan-features'
import type { NewOrganization } from './schema'
import { chosenFeatures, refuseBeyondPlan } from './settings'

/** The API's names of what the directory calls otherwise. */
const fieldNames: Record<string, string> = { slug: 'subdomain', externalId: 'id' }

function inApiWords(refusal: Refusal): Refusal {
  const fields = Object.entries(refusal.fields ?? {}).map(([name, text]) => [fieldNames[name] ?? name, text])
  return { ...refusal, ...(fields.length > 0 && { fields: Object.fromEntries(fields) }) }
}

const taken = 'This id is already taken.'

type Made = Result<Organization> | { reserved: string } | null

async function lookForMade(id: string, requestHash: string): Promise<Made> {
  return asPlatform(async tx => {
    const row = await tx.platformTenant.findUnique({ where: { externalId: id } })
    if (!row)
      // By a tenant's id that company is found, and no other may be.
      return (await findOrganization(tx, id)) ? refuse('other_company', { fields: { id: taken } }) : null
    if (row.status === 'provisioning') return { reserved: row.slug }
    const same = await tx.platformProvisioningRun.findFirst({
      where: { tenantId: row.id, outcome: 'done', requestHash },
    })
    const found = await findOrganization(tx, id)
    if (!same || !found) return refuse('other_company', { fields: { id: taken } })
    return ok(describeOrganization(found))
  })
}

/** The company that was made under this id, when it was made from the same request. */
async function findMade(id: string, requestHash: string): Promise<Result<Organization> | null> {
  const made = await lookForMade(id, requestHash)
  if (!made || !('reserved' in made)) return made
  // What a server that died had begun is nobody's.
  return (await reclaimSlug(made.reserved)) ? null : refuse('in_progress')
}

/** The domain that the company says is its own; its address under the platform's domain is none to prove. */
function ownDomain({ domain, subdomain }: NewOrganization): string | undefined {
  return domain === `${subdomain}.${env().ROOT_DOMAIN.toLowerCase()}` ? undefined : domain
}

/**
 * Makes a company for another system. Its id settles repetitions: the same request sent again answers with the company
 * that is there, and another one under the same id is refused. The company has no admin yet; the next step is to
 * invite one.
 * @returns refusal 'not_in_plan', 'other_company', 'in_progress', 'taken' with the field, or 'not_set_up'
 */
export async function createOrganization(
  api: ApiActor,
  input: NewOrganization,
): Promise<Result<{ made: boolean; organization: Organization }>> {
  const { adminId, apiTokenId } = api
  const requestHash = hashRequest(JSON.stringify(input))
  const known = await findMade(input.id, requestHash)
  if (known) return known.ok ? ok({ made: false, organization: known.value }) : known
  const { branding, features } = input.settings ?? {}
  const included = await asPlatform(tx => readTierFeatures(tx, input.subscriptionTier))
  const beyond = refuseBeyondPlan(features, included)
  if (beyond) return beyond
  const domain = ownDomain(input)
  if (domain && !isClaimable(domain, env().ROOT_DOMAIN))
    return refuse('invalid', { fields: { domain: 'This domain cannot be a company’s own.' } })
  const made = await provisionCompany({
    via: 'api',
    adminId,
    apiTokenId,
    requestHash,
    externalId: input.id,
    slug: input.subdomain,
    name: input.name,
    brandName: branding?.companyName,
    accent: branding?.primaryColor,
    kind: 'both',
    tier: input.subscriptionTier,
    domain,
    features: chosenFeatures(features),
    admin: null,
  })
  if (!made.ok) {
    const race = made.reason === 'taken' ? await findMade(input.id, requestHash) : null
    if (race) return race.ok ? ok({ made: false, organization: race.value }) : race
    return inApiWords(made)
  }
  return asPlatform(async tx => {
    const { tenantId } = made.value
    await recordPlatformAudit(tx, api, { action: 'tenant:created', tenantId, detail: { id: input.id } })
    const row = await findOrganization(tx, tenantId)
    if (!row) throw new Error(`tenant ${tenantId} is not in the directory`)
    return ok({ made: true, organization: describeOrganization(row) })
  })
}
