import { ok, type Result } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { inviteHomeowner } from './invite-homeowner'

/** What became of those who were chosen, counted. */
export type InviteCounts = { sent: number; already: number; withoutEmail: number; other: number }

/** Invites the chosen homeowners, leaving out whoever cannot be invited, and counts what became of each. */
export async function inviteHomeowners(
  tx: TenantTx,
  actor: Actor,
  { ids }: { ids: string[] },
): Promise<Result<InviteCounts>> {
  const counts: InviteCounts = { sent: 0, already: 0, withoutEmail: 0, other: 0 }
  for (const homeownerId of new Set(ids)) {
    const result = await inviteHomeowner(tx, actor, { homeownerId })
    if (result.ok) counts[result.value.outcome === 'sent' ? 'sent' : 'already'] += 1
    else if (result.reason === 'already_invited') counts.already += 1
    else if (result.reason === 'no_email') counts.withoutEmail += 1
    else counts.other += 1
  }
  return ok(counts)
}

/** Says the counts in one line. */
export function inviteSentence({ sent, already, withoutEmail, other }: InviteCounts): string {
  const parts = [
    sent === 1 ? '1 invitation on its way' : `${sent} invitations on their way`,
    already > 0 && `${already} already ${already === 1 ? 'has' : 'have'} access`,
    withoutEmail > 0 && `${withoutEmail} without an email address`,
    other > 0 && `${other} could not be invited`,
  ]
  return `${parts.filter(Boolean).join(' · ')}.`
}
