import { z } from 'zod'
import type { TenantTx } from '@/lib/db/in-tenant'
import { type PortalStatus, portalStatusOf } from './rules'

const accessFacts = {
  email: true,
  invitedAt: true,
  lastSeenAt: true,
  suspendedAt: true,
  emailVerifiedAt: true,
  passwordHash: true,
} as const

/** A homeowner's record. */
export type HomeownerRecord = NonNullable<Awaited<ReturnType<typeof load>>>

async function load(tx: TenantTx, id: string) {
  const found = await tx.homeowner.findFirst({ where: { id }, include: { user: { select: accessFacts } } })
  if (!found) return null
  const { user, tenantId: _, nameSort: __, searchText: ___, ...facts } = found
  const portal: PortalStatus = portalStatusOf(user)
  const access = user && { email: user.email, invitedAt: user.invitedAt, lastSeenAt: user.lastSeenAt }
  return { ...facts, portal, access }
}

/** Reads a homeowner with where they stand with the portal; null when there is none, or the actor cannot see them. */
export async function readHomeowner(tx: TenantTx, homeownerId: string): Promise<HomeownerRecord | null> {
  return z.uuid().safeParse(homeownerId).success ? load(tx, homeownerId) : null
}
