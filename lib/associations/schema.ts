import { z } from 'zod'
import { parseLocalDate } from '@/lib/time/local-date'
import { missingDay } from '@/lib/time/missing-day'
import { isZone } from './rules'

export const associationKinds = [
  { value: 'condominium', label: 'Condominium' },
  { value: 'hoa', label: 'Homeowners’ association' },
  { value: 'cooperative', label: 'Cooperative' },
  { value: 'townhome', label: 'Townhome association' },
  { value: 'master', label: 'Master association' },
] as const

export const associationStatuses = [
  { value: 'active', label: 'Active', tone: 'positive' },
  { value: 'archived', label: 'Archived', tone: 'neutral' },
] as const

const kind = z.enum(['condominium', 'hoa', 'cooperative', 'townhome', 'master'], 'Choose a kind.')
const zone = z.string().refine(isZone, 'Choose a time zone.')
const month = z.coerce
  .number('Choose a month.')
  .int('Choose a month.')
  .min(1, 'Choose a month.')
  .max(12, 'Choose a month.')
const tidy = (text: string) => text.trim().replace(/\s+/g, ' ')

const optionalText = (most: number) =>
  z
    .string()
    .default('')
    .transform(tidy)
    .pipe(z.string().max(most, `Use at most ${most} characters.`))
    .transform(text => text || null)

const jurisdiction = z
  .string()
  .default('')
  .transform(text => text.trim().toUpperCase())
  .pipe(z.string().regex(/^([A-Z]{2}(-[A-Z0-9]{1,3})?)?$/, 'Use a code such as US-FL.'))
  .transform(text => text || null)

const optionalDate = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null
    const date = parseLocalDate(text.trim())
    if (!date) context.addIssue({ code: 'custom', message: missingDay(text) ?? 'Choose a date.' })
    return date
  })

const facts = {
  name: z
    .string()
    .transform(tidy)
    .pipe(z.string().min(1, 'Write a name.').max(200, 'Use at most 200 characters.')),
  legalName: optionalText(200),
  kind,
  street: optionalText(200),
  city: optionalText(100),
  region: optionalText(60),
  postalCode: optionalText(20),
  county: optionalText(100),
  zone,
  fiscalYearStartMonth: month,
  jurisdiction,
  externalKey: optionalText(80),
  recordedOn: optionalDate,
}

export const addAssociationSchema = z.object(facts)

/** The facts as they should be; `seen` is when the record was last changed as the form knew it. */
export const editAssociationSchema = z.object({
  associationId: z.uuid(),
  seen: z.iso.datetime({ offset: true }),
  ...facts,
})

/** `withUnits` archives the active units along with it. */
export const archiveAssociationSchema = z.object({
  associationId: z.uuid(),
  withUnits: z.string().optional(),
})

export const associationIdSchema = z.object({ associationId: z.uuid() })

const ids = z.array(z.uuid()).min(1, 'Choose at least one.').max(200, 'Choose at most 200.')

export const associationIdsSchema = z.object({ ids })

const kept = <S extends z.ZodType>(schema: S) =>
  z.preprocess(value => (value === '' ? undefined : value), schema.optional())

/** One change for many associations; a field left empty stays as it is in each. */
export const editAssociationsSchema = z
  .object({
    ids,
    kind: kept(kind),
    county: kept(z.string().transform(tidy).pipe(z.string().min(1).max(100, 'Use at most 100 characters.'))),
    zone: kept(zone),
    fiscalYearStartMonth: kept(month),
    jurisdiction: kept(jurisdiction),
  })
  .refine(({ ids: _, ...change }) => Object.values(change).some(value => value !== undefined), {
    path: ['form'],
    message: 'Fill in at least one field.',
  })

export type AddAssociation = z.output<typeof addAssociationSchema>
export type EditAssociation = z.output<typeof editAssociationSchema>
export type EditAssociations = z.output<typeof editAssociationsSchema>
