import type { UserActor } from '@/lib/auth/actor'
import { staffRoles } from '@/lib/auth/permissions'

/** Why a page is closed to somebody where it is not the role that another admin could change. */
export function whyClosed(actor: UserActor): string | undefined {
  if (actor.guest) return 'Guests of Portico’s support cannot open this page.'
  if (!staffRoles.has(actor.role)) return 'This page is for the people who work at the company.'
}
