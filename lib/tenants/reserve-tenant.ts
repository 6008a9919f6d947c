import { ok, type Refusal, type Result } from '@/lib/action/result'
import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId } from '@/lib/db/in-tenant'
import { mapDatabaseError } from '@/lib/db/map-error'
import { reclaimSlug } from './reclaim-slug'

type Reservation = { slug: string; name: string; kind: string; externalId?: string }

async function enter({ slug, name, kind, externalId }: Reservation): Promise<Result<TenantId>> {
  try {
    const row = await asPlatform(tx =>
      tx.platformTenant.create({ data: { slug, name, kind, externalId }, select: { id: true } }),
    )
    return ok(row.id as TenantId)
  } catch (error) {
    const refusal: Refusal | null = mapDatabaseError(error)
    if (refusal) return refusal
    throw error
  }
}

/**
 * Enters a company into the directory, where it is nobody's yet to reach.
 * @returns refusal 'taken' with the sentence for `slug` or `externalId`
 */
export async function reserveTenant(input: Reservation): Promise<Result<TenantId>> {
  const reserved = await enter(input)
  if (reserved.ok || reserved.reason !== 'taken') return reserved
  return (await reclaimSlug(input.slug)) ? enter(input) : reserved
}

/** Strikes a company out of the directory again, and with it all the platform knew of it. */
export async function abandonTenant(id: TenantId): Promise<void> {
  await asPlatform(tx => tx.platformTenant.deleteMany({ where: { id } }))
}
