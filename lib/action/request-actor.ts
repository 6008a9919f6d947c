import { cache } from 'react'
import type { Brand, UserActor } from '@/lib/auth/actor'

/** Who is looking, and at whose pages. */
export type Viewer = { actor: UserActor | null; brand: Brand; state: string }

/**
 * Hands the viewer from the page, whose transaction proves the session, to the shell around it, so that a page costs
 * one tenant transaction and not one for the page and one for the navigation.
 */
export const viewerOfRequest = cache(() => Promise.withResolvers<Viewer>())

/** Waits for the page of this request to have proved who is looking. For shells only; pages are told. */
export function viewer(): Promise<Viewer> {
  return viewerOfRequest().promise
}
