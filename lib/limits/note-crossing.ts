import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { newId } from '@/lib/db/new-id'
import { queueMessage } from '@/lib/messaging/queue-message'
import { limitState } from '@/lib/plans/rules'
import { urlOfTenant } from '@/lib/tenancy/url-of-tenant'
import { type LimitedMeter, limitedMeters } from './meters'
import type { LimitUse } from './read-limit'

/**
 * Records that an addition comes within a fifth of a limit, and tells the admins; once, until there was room again.
 * The claim must be held.
 * @param use what is used before the addition
 */
export async function noteCrossing(
  tx: TenantTx,
  actor: Actor,
  meter: LimitedMeter,
  use: LimitUse,
  adding: number,
): Promise<void> {
  const { allowed } = use
  const used = use.used + adding
  if (use.state === 'ok')
    await tx.limitCrossing.updateMany({ where: { meter, easedAt: null }, data: { easedAt: new Date() } })
  if (limitState(used, allowed) === 'ok') return
  const id = newId()
  const { count } = await tx.limitCrossing.createMany({
    data: [{ id, meter, allowed, used }],
    skipDuplicates: true,
  })
  if (count === 1) await tellAdmins(tx, actor, `limit ${id}`, wordsOf(meter, use, used))
}

function wordsOf(meter: LimitedMeter, { allowed, plan }: LimitUse, used: number) {
  const { words } = limitedMeters[meter]
  const [has, may] = [used, allowed].map(count => count.toLocaleString('en-US'))
  const room =
    used >= allowed
      ? 'There is no room for more.'
      : `There is room for ${(allowed - used).toLocaleString('en-US')} more.`
  return {
    subject: `${has} of ${may} ${words} are in use`,
    body: `Your ${plan.name} plan includes ${may} ${words}, and ${has} are in use now. ${room}\n\nYou can change to a larger plan at any time; it takes effect at once.`,
  }
}

async function tellAdmins(
  tx: TenantTx,
  actor: Actor,
  key: string,
  words: { subject: string; body: string },
): Promise<void> {
  const url = await urlOfTenant(actor.tenantId, '/manage/settings/billing')
  const admins = await tx.user.findMany({
    where: { role: 'admin', suspendedAt: null },
    select: { id: true, name: true, email: true },
  })
  for (const { id, name, email } of admins) {
    await queueMessage(tx, {
      template: 'notice',
      data: { name, ...words, url, action: 'See plans' },
      to: { email },
      userId: id,
      key: `${key}:${id}`,
    })
  }
}
