import { type Refusal, type Result, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { hasAdmin, holdAccess } from './keep-an-admin'
import { readRights, type Subject } from './read-rights'
import { rereadActor } from './reread-actor'
import { type Rights, refusesRights } from './rules'

/** What every change of somebody's access goes by. */
export type AccessChange<T> = {
  userId: string
  /** The rights the person would have; the same ones when the change is about something else. */
  to: (subject: Subject) => Rights
  write: (subject: Subject) => Promise<Result<T>>
}

function refusalFor(actor: Actor, subject: Subject, to: Rights): Refusal | null {
  if (actor.kind === 'user' && actor.userId === subject.id) return refuse('own_rights')
  const reason = refusesRights(actor, subject.rights, to)
  return reason && refuse(reason)
}

/**
 * Changes somebody's access under the rules that hold for all of it: one change at a time, never one's own, never
 * beyond the rights one has by then, and an admin is left afterwards.
 * @returns refusal 'forbidden' for whoever lost the right meanwhile, 'not_found', 'own_rights', 'beyond_own_rights', 'last_admin', or the change's own
 */
export async function changeAccess<T>(
  tx: TenantTx,
  actor: Actor,
  change: AccessChange<T>,
): Promise<Result<T>> {
  await holdAccess(tx)
  const now = await rereadActor(tx, actor)
  if (!now) return refuse('forbidden')
  const subject = await readRights(tx, change.userId)
  if (!subject) return refuse('not_found')
  const refusal = refusalFor(now, subject, change.to(subject))
  if (refusal) return refusal
  const done = await change.write(subject)
  if (done.ok && !(await hasAdmin(tx))) return refuse('last_admin')
  return done
}
