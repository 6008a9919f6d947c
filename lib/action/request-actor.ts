import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { Account } from '@/lib/auth/account'
import { type Brand, readOpened, type UserActor } from '@/lib/auth/actor'
import { inTenant } from '@/lib/db/in-tenant'
import type { FeatureId } from '@/lib/features/registry'
import { requestFace, sessionFor } from './request-face'
import { Handoff } from './viewer-handoff'

/** Who is looking, and at whose pages. */
export type Viewer = {
  actor: UserActor | null
  brand: Brand
  account: Account
  state: string
  /** The feature of the page's spec that the company does not have; the page is then not opened. */
  missing?: FeatureId
}

async function look(): Promise<Viewer> {
  const request = await requestFace()
  const { tenant } = request
  if (!tenant) notFound()
  const context = { tenantId: tenant.id, sessionId: sessionFor(request, tenant) }
  return inTenant(context, async (_, answer) => readOpened(tenant.id, answer))
}

/**
 * Hands the viewer from the page, whose transaction proves the session, to the shell around it, so that a page costs
 * one tenant transaction and not one for the page and one for the navigation.
 */
export const viewerOfRequest = cache(() => new Handoff<Viewer>(look))

/** Waits for the page of this request to have proved who is looking. For shells only; pages are told. */
export function viewer(): Promise<Viewer> {
  return viewerOfRequest().wait()
}
