import { asPlatform } from '@/lib/db/as-platform'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { requestLink } from '@/lib/people/request-link'

const atOnce = 4

async function sendFrom(tenantId: TenantId, email: string): Promise<boolean> {
  return inTenant({ tenantId, system: 'find-portal' }, async tx => {
    const known = await tx.user.findFirst({ where: { email, suspendedAt: null }, select: { id: true } })
    if (!known) return false
    const actor = { kind: 'system' as const, tenantId, purpose: 'find-portal' }
    await requestLink(tx, actor, { email, purpose: 'sign-in' })
    return true
  })
}

/**
 * Mails a person a sign-in link from every company where the address may sign in. Each mail comes from its company
 * and names no other; the platform itself keeps no list of who is where, so every company is asked in turn.
 * @returns how many companies know the address; never to be shown
 */
export async function sendPortalLinks(email: string): Promise<number> {
  const rows = await asPlatform(tx =>
    tx.platformTenant.findMany({ where: { status: 'active' }, select: { id: true }, orderBy: { id: 'asc' } }),
  )
  const queue = rows.map(row => row.id as TenantId)
  let found = 0
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) if (await sendFrom(next, email)) found += 1
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return found
}
