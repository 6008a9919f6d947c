import { type Fraction, formatFraction } from '@/lib/fraction/fraction'

type Typed = { voteWeight?: Fraction | null; assessmentShare?: Fraction | null }

/** The columns that hold a unit's fractions; what is undefined is left out. */
export function fractionColumns({ voteWeight, assessmentShare }: Typed) {
  return {
    ...(voteWeight && {
      voteWeightNumerator: voteWeight.numerator,
      voteWeightDenominator: voteWeight.denominator,
    }),
    ...(assessmentShare !== undefined && {
      assessmentShareNumerator: assessmentShare?.numerator ?? null,
      assessmentShareDenominator: assessmentShare?.denominator ?? null,
    }),
  }
}

/** Fractions as the audit log keeps them: text, exactly. */
export function fractionFacts({ voteWeight, assessmentShare }: Typed) {
  return {
    ...(voteWeight && { voteWeight: formatFraction(voteWeight) }),
    ...(assessmentShare !== undefined && {
      assessmentShare: assessmentShare && formatFraction(assessmentShare),
    }),
  }
}
