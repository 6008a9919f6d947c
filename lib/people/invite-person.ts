import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import { createSignInLink, hashToken, linkMinutes } from '@/lib/auth/create-sign-in-link'
import { type Role, roleLabels, staffRoles } from '@/lib/auth/permissions'
import { revokeLinks } from '@/lib/auth/revoke-links'
import type { TenantTx } from '@/lib/db/in-tenant'
import { claimLimit } from '@/lib/limits/claim-limit'
import { queueMessage } from '@/lib/messaging/queue-message'
import { urlOfTenant } from '@/lib/tenancy/url-of-tenant'
import { refusesRights } from './rules'

/** Whom to invite; `homes` says to a homeowner which homes it is about. */
export type Invitation = { email: string; name: string; role: Role; phone?: string | null; homes?: string }

/**
 * Gives a person access and mails them the link to take it up; again for somebody who has not taken it up yet, whose
 * earlier invitations then end.
 * @returns refusal 'already_invited' when the person has signed in before, is suspended or was invited into another
 * role, 'limit_reached' when the plan has no room for a colleague more, 'beyond_own_rights' when the role is more than the inviter has to give
 */
export async function invitePerson(
  tx: TenantTx,
  actor: Actor,
  input: Invitation,
): Promise<Result<{ userId: string; messageId: string }>> {
  const beyond = refusesRights(actor, null, { role: input.role, own: {} })
  if (beyond) return refuse(beyond)
  const email = input.email.trim().toLowerCase()
  const known = await tx.user.findFirst({ where: { email } })
  const other = known && known.role !== input.role
  if (known && (other || known.emailVerifiedAt || known.passwordHash || known.suspendedAt))
    return refuse('already_invited', { fields: { email: accessOf(known.role as Role) } })
  if (!known && staffRoles.has(input.role)) {
    const claimed = await claimLimit(tx, actor, 'users', 1)
    if (!claimed.ok) return claimed
  }
  const facts = { name: input.name, role: input.role, phone: input.phone ?? null, invitedAt: new Date() }
  const { id: userId } = known
    ? await tx.user.update({
        where: { tenantId_id: { tenantId: known.tenantId, id: known.id } },
        data: facts,
      })
    : await tx.user.create({ data: { email, ...facts } })
  await recordAudit(tx, actor, {
    action: known ? 'user:re-invited' : 'user:invited',
    subjectType: 'user',
    subjectId: userId,
    subjectLabel: input.name,
    after: { email, role: input.role },
  })
  const { messageId } = await sendInvitation(tx, actor, { ...input, userId, email })
  return ok({ userId, messageId })
}

const accessOf = (role: Role) =>
  `Somebody has access with this address already: ${roleLabels[role].toLowerCase()}.`

async function sendInvitation(
  tx: TenantTx,
  actor: Actor,
  to: { userId: string; email: string; name: string; homes?: string },
) {
  // All of them: one that was asked for at an address since corrected would still let its reader in.
  await revokeLinks(tx, to.userId)
  const createdBy = (actor.kind === 'user' && actor.userId) || undefined
  const { token } = await createSignInLink(tx, { userId: to.userId, purpose: 'invitation', createdBy })
  const company = await tx.tenant.findFirstOrThrow({ select: { name: true } })
  return queueMessage(tx, {
    template: 'invitation',
    data: {
      name: to.name,
      invitedBy: actor.kind === 'user' ? actor.name : company.name,
      url: await urlOfTenant(actor.tenantId, `/invitation/${token}`),
      expiresInDays: linkMinutes.invitation / (24 * 60),
      ...(to.homes && { homes: to.homes }),
    },
    to: { email: to.email },
    userId: to.userId,
    key: `invitation ${hashToken(token)}`,
  })
}
