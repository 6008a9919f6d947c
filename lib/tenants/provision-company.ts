import { ok, type Result, refuse } from '@/lib/action/result'
import { runInTenant } from '@/lib/action/run-in-tenant'
import type { SystemActor } from '@/lib/auth/actor'
import { asPlatform } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { newId } from '@/lib/db/new-id'
import { checkSoon } from '@/lib/domains/schedule-check'
import type { FeatureId } from '@/lib/features/registry'
import { enqueueTenantJob } from '@/lib/jobs/enqueue-tenant-job'
import { forgetTenants } from '@/lib/tenancy/find-tenant'
import { chooseTier, type Tier } from './choose-tier'
import { fillTenant } from './fill-tenant'
import { ProvisioningRun, type RunFacts } from './provisioning-run'
import { abandonTenant, reserveTenant } from './reserve-tenant'
import { provisioningSteps } from './rules'

/** A company to be: by whom, under which name and address, and what it starts with. */
export type NewCompany = RunFacts & {
  kind: 'associations' | 'rentals' | 'both'
  externalId?: string
  /** What its people and their mails call it; its name unless told. */
  brandName?: string
  accent?: string
  zone?: string
  /** One tier and nothing else, in place of what its kind starts with. */
  tier?: Tier
  features?: { feature: FeatureId; on: boolean }[]
  /** A domain it says is its own; it answers there once that is verified. */
  domain?: string
  /** Without a password the person is invited. */
  admin: { name: string; email: string; passwordHash?: string } | null
}

export type ProvisionedCompany = { tenantId: TenantId; slug: string; token: string | null }

async function place(id: TenantId): Promise<void> {
  // Every company starts in the shared database; that it answers for this one is seen before anything is put there.
  await asPlatform(tx => tx.platformTenant.update({ where: { id }, data: { placement: null } }))
  await inTenant({ tenantId: id, system: 'provisioning' }, tx => tx.tenant.count())
}

async function open(id: TenantId, domain: { id: string; host: string } | null): Promise<void> {
  await asPlatform(async tx => {
    if (domain) await tx.platformDomain.createMany({ data: [{ tenantId: id, ...domain }] })
    await tx.platformTenant.update({ where: { id }, data: { status: 'active' } })
    await enqueueTenantJob(tx, id, 'sync-billing', {}, { key: 'sync-billing' })
  })
}

async function fill(id: TenantId, run: ProvisioningRun, input: NewCompany) {
  const { tier } = input
  await run.step('placement', () => place(id))
  await run.step('trial', async () => tier && asPlatform(tx => chooseTier(tx, id, tier)))
  const actor: SystemActor = { kind: 'system', tenantId: id, purpose: input.via }
  return runInTenant({ tenantId: id, system: actor.purpose }, async tx => {
    const filled = await fillTenant(tx, actor, run, input)
    if (!filled.ok) return filled
    return run.step('subdomain', async () => {
      const domain = input.domain ? { id: newId(), host: input.domain } : null
      if (domain) await checkSoon(tx, domain.id)
      // The directory is told last, inside the tenant's transaction: whichever of the two fails, neither stays.
      await tx.$executeRaw`set constraints all immediate`
      await open(id, domain)
      return filled
    })
  })
}

/**
 * Sets a company up, step by step, each on record: directory, database, trial, settings, first admin, welcome mail,
 * address. When any step fails nothing stays behind but the record, which says which.
 * @returns refusal 'taken' with the field, a refusal of `invitePerson`, or 'not_set_up' with the step and the error's id
 */
export async function provisionCompany(input: NewCompany): Promise<Result<ProvisionedCompany>> {
  const { via, slug, name, adminId, apiTokenId, requestHash } = input
  const run = await ProvisioningRun.start({ via, slug, name, adminId, apiTokenId, requestHash })
  let id: TenantId | null = null
  try {
    const reserved = await run.step('tenant', () => reserveTenant(input))
    if (reserved.ok) id = reserved.value
    const filled = reserved.ok ? await fill(reserved.value, run, input) : reserved
    if (!filled.ok || !id) {
      if (id) await abandonTenant(id)
      await run.refuse()
      return filled.ok ? refuse('busy') : filled
    }
    await run.succeed(id)
    return ok({ tenantId: id, slug, token: filled.value.token })
  } catch (error) {
    if (id) await abandonTenant(id)
    const step = provisioningSteps[run.current]
    return refuse('not_set_up', { params: { id: await run.fail(error), step } })
  } finally {
    forgetTenants()
  }
}
