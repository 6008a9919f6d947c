import { z } from 'zod'
import { compareFractions, largestDenominator, parseFraction, whole } from '@/lib/fraction/fraction'
import { longestSeries, spellSeries } from './rules'

export const unitStatuses = [
  { value: 'active', label: 'Active', tone: 'positive' },
  { value: 'archived', label: 'Archived', tone: 'neutral' },
] as const

const tidy = (text: string) => text.trim().replace(/\s+/g, ' ')

const optionalText = (most: number) =>
  z
    .string()
    .default('')
    .transform(tidy)
    .pipe(z.string().max(most, `Use at most ${most} characters.`))
    .transform(text => text || null)

const largestWeight = 1_000_000n

const exact = (text: string, context: z.core.$RefinementCtx, example: string) => {
  const value = parseFraction(text)
  if (value) return value
  const message = /^[\d\s.,/%]+$/.test(text.trim())
    ? `This cannot be kept exactly. Write it as a fraction with a denominator of at most ${largestDenominator.toLocaleString('en-US')}.`
    : `Write ${example}.`
  context.addIssue({ code: 'custom', message })
  return null
}

const voteWeight = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return whole
    const value = exact(text, context, 'a number or fraction such as 1 or 3/2') ?? whole
    if (value.numerator > largestWeight * value.denominator)
      context.addIssue({ code: 'custom', message: 'Use at most 1,000,000 votes.' })
    return value
  })

const assessmentShare = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null
    const value = exact(text, context, 'a share such as 1/120 or 0.8333%')
    if (value && compareFractions(value, whole) > 0)
      context.addIssue({ code: 'custom', message: 'A share is at most the whole.' })
    return value
  })

const facts = {
  label: z
    .string()
    .transform(tidy)
    .pipe(z.string().min(1, 'Write the unit’s number or name.').max(40, 'Use at most 40 characters.')),
  street: optionalText(200),
  city: optionalText(100),
  region: optionalText(60),
  postalCode: optionalText(20),
  voteWeight,
  assessmentShare,
}

const associationId = z.uuid('Choose an association.')

export const addUnitSchema = z.object({ associationId, ...facts })

/** The facts as they should be; `seen` is when the record was last changed as the form knew it. */
export const editUnitSchema = z.object({
  unitId: z.uuid(),
  seen: z.iso.datetime({ offset: true }),
  ...facts,
})

/** A series of units: `numbers` as `101–120, PH1`, optionally repeated on `floors`. */
export const addSeriesSchema = z
  .object({
    associationId,
    numbers: z.string().max(2000),
    floors: z.string().max(20).default(''),
    voteWeight,
    assessmentShare,
  })
  .transform(({ numbers, floors, ...rest }, context) => {
    const labels = spellSeries(numbers, floors)
    if (!labels)
      context.addIssue({
        code: 'custom',
        path: [spellSeries(numbers) ? 'floors' : 'numbers'],
        message: `Write ranges such as 101–120, at most ${longestSeries.toLocaleString('en-US')} units.`,
      })
    return { ...rest, labels: labels ?? [] }
  })

export const unitIdsSchema = z.object({
  ids: z.array(z.uuid()).min(1, 'Choose at least one.').max(200, 'Choose at most 200.'),
})

/** One change for many units; a field left empty stays as it is in each, `equal` takes shares away. */
export const editUnitsSchema = z
  .object({
    ids: unitIdsSchema.shape.ids,
    voteWeight: z.string().default('').transform(keepEmpty(voteWeight)),
    assessmentShare: z.string().default('').transform(keepEmpty(assessmentShare)),
    equal: z.string().optional(),
  })
  .refine(change => change.voteWeight || change.assessmentShare || change.equal, {
    path: ['form'],
    message: 'Fill in at least one field.',
  })

/** Reads a field that stays as it is when empty. */
function keepEmpty<S extends z.ZodType>(schema: S) {
  return (text: string, context: z.core.$RefinementCtx): z.output<S> | null => {
    if (text.trim() === '') return null
    const parsed = schema.safeParse(text)
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message: parsed.error.issues[0]?.message ?? 'Please check this.' })
    return z.NEVER
  }
}

export type AddUnit = z.output<typeof addUnitSchema>
export type EditUnit = z.output<typeof editUnitSchema>
export type AddSeries = z.output<typeof addSeriesSchema>
export type EditUnits = z.output<typeof editUnitsSchema>
