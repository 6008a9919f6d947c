import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { newId } from '@/lib/db/new-id'
import { noticeToAdmins } from '@/lib/messaging/notice-to-admins'
import { limitState } from '@/lib/plans/rules'
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
  if (count !== 1) return
  await noticeToAdmins(tx, actor.tenantId, {
    key: `limit ${id}`,
    ...wordsOf(meter, use, used),
    path: '/manage/settings/billing',
    action: 'See plans',
  })
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
