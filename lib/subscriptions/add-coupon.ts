import { z } from 'zod'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import type { PlatformTx } from '@/lib/db/as-platform'
import { couponSchema } from './schema'

/** A promotion code as it is entered on the command line: `20%` or an amount such as `15.00`, for some months or ever. */
export const newCouponSchema = couponSchema.extend({
  off: z.string().regex(/^(\d{1,3}(\.\d{1,2})?%|\d{1,6}\.\d{2})$/, 'must be like 20% or 15.00'),
  months: z.union([z.literal('ever').transform(() => null), z.coerce.number().int().min(1).max(60)]),
  description: z.string().trim().min(1).max(100),
})

const hundredths = (text: string) => {
  const [whole = '0', part = ''] = text.split('.')
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'))
}

/** Puts a promotion code on offer, as the operator at the command line; amounts are USD. @throws when there is one of this code already */
export async function addCoupon(tx: PlatformTx, input: z.output<typeof newCouponSchema>): Promise<void> {
  const { code, off, months, description } = input
  const amount = hundredths(off.replace('%', ''))
  const kind = off.endsWith('%')
    ? { percentBasisPoints: Number(amount) }
    : { amountMinor: amount, currency: 'USD' }
  await tx.platformCoupon.createMany({ data: [{ code, description, months, ...kind }] })
  await recordPlatformAudit(
    tx,
    { adminId: null },
    {
      action: 'coupon:added',
      detail: { code, off, months: months ?? 'ever', description, from: 'command line' },
    },
  )
}
