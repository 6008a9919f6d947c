import { ok, type Result, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { lowestWithRoom } from '@/lib/plans/rules'
import { readPlansForSale } from '@/lib/subscriptions/read-plan-versions'
import { dateIn } from '@/lib/time/local-date'
import { holdLimit } from './hold-limit'
import { type LimitedMeter, limitedMeters } from './meters'
import { noteCrossing } from './note-crossing'
import { type LimitUse, readLimit } from './read-limit'

/**
 * Takes room for some more of what plans limit, in the transaction that adds them and before it does. Claims of one
 * company and meter wait for each other, so that the last room is given once however many ask at the same time.
 * @returns refusal 'limit_reached', with the plan that has room
 */
export async function claimLimit(
  tx: TenantTx,
  actor: Actor,
  meter: LimitedMeter,
  adding: number,
): Promise<Result> {
  await holdLimit(tx, meter)
  const use = await readLimit(tx, meter)
  if (!use) return ok()
  if (use.used + adding > use.allowed) return refuseFull(tx, meter, use, adding)
  await noteCrossing(tx, actor, meter, use, adding)
  return ok()
}

async function refuseFull(
  tx: TenantTx,
  meter: LimitedMeter,
  { plan, used, allowed }: LimitUse,
  adding: number,
) {
  const offer = await readPlansForSale(tx, dateIn('UTC', new Date()))
  const roomy = lowestWithRoom(meter, used + adding - 1, offer)
  const more = roomy?.limits[meter]
  const remedy = roomy
    ? `Upgrade to ${roomy.name} for ${more?.toLocaleString('en-US') ?? 'as many as you like'}.`
    : 'Ask us for a larger plan.'
  return refuse('limit_reached', {
    params: {
      plan: plan.name,
      limit: allowed.toLocaleString('en-US'),
      what: limitedMeters[meter].words,
      remedy,
    },
    link: { href: '/manage/settings/billing', label: 'See plans' },
  })
}
