import type { TenantTx } from '@/lib/db/in-tenant'
import { fraction } from '@/lib/fraction/fraction'
import { type ShareSum, sumShares } from './rules'

type Group = { numerator: bigint | null; denominator: bigint | null; units: number }

/** Adds up the assessment shares of an association's active units, exactly. */
export async function readShareSum(tx: TenantTx, associationId: string): Promise<ShareSum> {
  const groups = await tx.$queryRaw<Group[]>`
    select assessment_share_numerator as numerator, assessment_share_denominator as denominator, count(*)::int as units
    from app.units where association_id = ${associationId}::uuid and status = 'active' group by 1, 2`
  return sumShares(
    groups.map(({ numerator, denominator, units }) => ({
      units,
      share: numerator === null || denominator === null ? null : fraction(numerator, denominator),
    })),
  )
}
