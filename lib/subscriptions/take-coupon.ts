import { ok, type Result, refuse } from '@/lib/action/result'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { enqueueJob } from '@/lib/jobs/enqueue-job'
import { countCoupon, countFromAddress } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'

const refusals: Record<string, string> = {
  unknown: 'This code is not valid, or not any more.',
  again: 'You have used this code already.',
  spent: 'This code has been used as often as it may be.',
}

/**
 * Takes a promotion code for the company's next bills. Tries are counted for the company and for where they come from,
 * right ones too.
 * @param address the network address of whoever asks
 * @returns refusal 'bad_coupon' with why, or 'too_many', beside the field `code`
 */
export async function takeCoupon(
  tx: TenantTx,
  actor: Actor,
  { code }: { code: string },
  address: string,
): Promise<Result> {
  const wait = (await countFromAddress('coupon', address)) ?? (await countCoupon(actor.tenantId))
  if (wait) {
    const tooMany = refuseTooMany(wait)
    return { ...tooMany, fields: { code: tooMany.message } }
  }
  const [row] = await tx.$queryRaw<{ outcome: string }[]>`select app.use_coupon(${code}) as outcome`
  const why = refusals[row?.outcome ?? 'unknown']
  if (why) return refuse('bad_coupon', { params: { why }, fields: { code: why } })
  await recordAudit(tx, actor, {
    action: 'coupon:used',
    subjectType: 'coupon',
    subjectLabel: code,
  })
  await enqueueJob(tx, 'sync-billing', {}, { key: 'sync-billing' })
  return ok()
}
