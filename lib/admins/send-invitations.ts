import { randomBytes } from 'node:crypto'
import { hashToken } from '@/lib/auth/create-sign-in-link'
import { asPlatform } from '@/lib/db/as-platform'
import { env } from '@/lib/env/env'
import { sendEmail } from '@/lib/integrations/resend/send-email'
import { renderEmail } from '@/lib/messaging/render-email'
import { adminUrl } from '@/lib/tenancy/tenant-url'
import { ownBrand } from './own-brand'

type Waiting = { id: string; name: string; email: string; invitedBy: string | null }

/**
 * Sends the invitations of platform admins that wait, at most twenty. The token of each is made here and kept nowhere;
 * one that could not be sent waits for the next round, which makes another.
 * @throws when any could not be sent
 */
export async function sendInvitations(): Promise<void> {
  const waiting = await asPlatform(
    tx => tx.$queryRaw<Waiting[]>`
      select l.id, a.name, a.email, b.name as "invitedBy" from platform.admin_links l
      join platform.admins a on a.id = l.admin_id left join platform.admins b on b.id = l.created_by
      where l.sent_at is null and l.revoked_at is null and l.expires_at > now() and a.suspended_at is null
      order by l.created_at limit 20`,
  )
  const outcomes = []
  for (const invitation of waiting) outcomes.push(await send(invitation))
  const failed = outcomes.filter(outcome => outcome === 'unknown').length
  if (failed > 0) throw new Error(`${failed} invitations of admins could not be sent`)
}

async function send({ id, name, email, invitedBy }: Waiting) {
  const token = randomBytes(32).toString('base64url')
  // Marked before it leaves: of two workers, one sends it.
  const { count } = await asPlatform(tx =>
    tx.platformAdminLink.updateMany({
      where: { id, sentAt: null },
      data: { sentAt: new Date(), tokenHash: hashToken(token) },
    }),
  )
  if (count === 0) return 'accepted'
  const url = adminUrl(`/invitation/${token}`)
  const data = { name, invitedBy: invitedBy ?? ownBrand.company, url, expiresInDays: 7 }
  const { html, text } = await renderEmail({ template: 'invitation', data }, ownBrand)
  const subject = 'You are invited to Portico’s administration'
  const tags = { kind: 'admin-invitation' }
  const message = {
    from: env().MAIL_FROM,
    to: email,
    subject,
    html,
    text,
    tags,
    idempotencyKey: hashToken(token),
  }
  const { outcome } = await sendEmail(message, null)
  if (outcome === 'unknown')
    await asPlatform(tx => tx.platformAdminLink.update({ where: { id }, data: { sentAt: null } }))
  return outcome
}
