import { ok, type Result, refuse } from '@/lib/action/result'
import { runInTenant } from '@/lib/action/run-in-tenant'
import type { SystemActor } from '@/lib/auth/actor'
import { hashPassword } from '@/lib/auth/hash-password'
import { judgePassword } from '@/lib/auth/judge-password'
import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { mapDatabaseError } from '@/lib/db/map-error'
import { forgetTenants } from '@/lib/tenancy/find-tenant'

import { provisionTenant } from './provision-tenant'
import { reclaimSlug } from './reclaim-slug'
import { resumeSignUp } from './resume-sign-up'
import type { SignUp } from './schema'

/** A company that now exists, and the one-time token that signs its first admin in. */
export type CreatedTenant = { slug: string; token: string }

async function reserve({ slug, company, kind }: SignUp): Promise<Result<TenantId>> {
  try {
    const row = await asPlatform(tx =>
      tx.platformTenant.create({ data: { slug, name: company, kind }, select: { id: true } }),
    )
    return ok(row.id as TenantId)
  } catch (error) {
    const refusal = mapDatabaseError(error)
    if (refusal) return refusal
    throw error
  }
}

const activate = (id: TenantId) =>
  asPlatform(tx => tx.platformTenant.update({ where: { id }, data: { status: 'active' } }))

const abandon = (id: TenantId) => asPlatform(tx => tx.platformTenant.deleteMany({ where: { id } }))

async function fill(tenantId: TenantId, input: SignUp): Promise<Result<{ token: string }>> {
  const passwordHash = await hashPassword(input.password)
  const actor: SystemActor = { kind: 'system', tenantId, purpose: 'sign-up' }
  return runInTenant({ tenantId, system: actor.purpose }, async tx => {
    const { token } = await provisionTenant(tx, actor, { ...input, passwordHash })
    // The directory is told last, inside the tenant's transaction: whichever of the two fails, neither stays.
    await tx.$executeRaw`set constraints all immediate`
    await activate(tenantId)
    return ok({ token })
  })
}

/**
 * Makes a company: reserves its address, fills it with its profile and first admin, and puts it into service. When
 * any step fails nothing stays behind. The same sign-up sent twice makes one company and answers the same.
 * @returns refusal 'weak_password' or 'taken' with the sentence for the field
 */
export async function createTenant(input: SignUp): Promise<Result<CreatedTenant>> {
  const weak = await judgePassword(input.password, [input.name, input.email, input.company, input.slug])
  if (weak) return refuse('weak_password', { fields: { password: weak } })
  let reserved = await reserve(input)
  if (!reserved.ok && (await reclaimSlug(input.slug))) reserved = await reserve(input)
  if (!reserved.ok) {
    const token = await resumeSignUp(input)
    return token ? ok({ slug: input.slug, token }) : reserved
  }
  try {
    const filled = await fill(reserved.value, input)
    if (!filled.ok) await abandon(reserved.value)
    return filled.ok ? ok({ slug: input.slug, ...filled.value }) : filled
  } catch (error) {
    await abandon(reserved.value)
    throw error
  } finally {
    forgetTenants()
  }
}
