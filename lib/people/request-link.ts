import type { Actor } from '@/lib/auth/actor'
import { createSignInLink, hashToken, linkMinutes } from '@/lib/auth/create-sign-in-link'
import { safeNext } from '@/lib/auth/safe-next'
import type { TenantTx } from '@/lib/db/in-tenant'
import { queueMessage } from '@/lib/messaging/queue-message'
import { urlOfTenant } from '@/lib/tenancy/url-of-tenant'
import { accountKey } from '@/lib/throttle/account-key'
import { countMail } from '@/lib/throttle/attempts'

const mails = {
  'sign-in': { template: 'sign-in-link', path: '/link' },
  reset: { template: 'password-reset', path: '/reset' },
} as const

/**
 * Mails a one-time link for signing in or for a new password, if the address belongs to somebody who may sign in.
 * It tells nobody whether it did. Beyond three mails in ten minutes it sends no more: those sent still work.
 */
export async function requestLink(
  tx: TenantTx,
  actor: Actor,
  input: { email: string; purpose: 'sign-in' | 'reset'; next?: string },
): Promise<void> {
  const { email, purpose } = input
  const mayMail = await countMail(`${purpose}:${accountKey(actor.tenantId, email)}`)
  const user = await tx.user.findFirst({
    where: { email, suspendedAt: null },
    select: { id: true, name: true },
  })
  if (!user || !mayMail) return
  const { token } = await createSignInLink(tx, { userId: user.id, purpose })
  const { template, path } = mails[purpose]
  const next = safeNext(input.next)
  const query = next === '/' ? '' : `?${new URLSearchParams({ next })}`
  await queueMessage(tx, {
    template,
    data: {
      name: user.name,
      url: await urlOfTenant(actor.tenantId, `${path}/${token}${query}`),
      expiresInMinutes: linkMinutes[purpose],
    },
    to: { email },
    userId: user.id,
    key: `${template} ${hashToken(token)}`,
  })
}
