import { z } from 'zod'
import type { TenantTx } from '@/lib/db/in-tenant'
import { type Fraction, fraction } from '@/lib/fraction/fraction'

/** A unit's record with what is needed of its association. */
export type UnitRecord = NonNullable<Awaited<ReturnType<typeof load>>>

async function load(tx: TenantTx, id: string) {
  const found = await tx.unit.findFirst({
    where: { id },
    omit: { tenantId: true, labelSort: true, associationSort: true, searchText: true },
    include: {
      association: {
        select: {
          name: true,
          zone: true,
          status: true,
          street: true,
          city: true,
          region: true,
          postalCode: true,
        },
      },
    },
  })
  if (!found) return null
  const {
    voteWeightNumerator,
    voteWeightDenominator,
    assessmentShareNumerator,
    assessmentShareDenominator,
    ...facts
  } = found
  const assessmentShare: Fraction | null =
    assessmentShareNumerator === null || assessmentShareDenominator === null
      ? null
      : fraction(assessmentShareNumerator, assessmentShareDenominator)
  return { ...facts, voteWeight: fraction(voteWeightNumerator, voteWeightDenominator), assessmentShare }
}

/** Reads a unit; null when there is none, or the actor cannot see it. */
export async function readUnit(tx: TenantTx, unitId: string): Promise<UnitRecord | null> {
  return z.uuid().safeParse(unitId).success ? load(tx, unitId) : null
}
