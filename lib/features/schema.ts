import { z } from 'zod'
import { featureIds } from './registry'

const feature = z.enum(featureIds, 'Choose a feature.')

/** Switching a feature on or off. */
export const chooseFeatureSchema = z.object({
  feature,
  on: z.enum(['true', 'false']).transform(on => on === 'true'),
})

const dayOrNone = z
  .string()
  .trim()
  .transform(text => (text === '' ? null : text))
  .pipe(z.iso.date('Enter a day, like 2026-12-31.').nullable())

/** Granting or denying a company a feature against its plans. */
export const overrideSchema = z.object({
  tenantId: z.uuid(),
  feature,
  effect: z.enum(['grant', 'deny'], 'Choose whether to grant or deny it.'),
  reason: z.string().trim().min(3, 'Say why, in a few words.').max(300, 'Keep it under 300 characters.'),
  untilOn: dayOrNone,
})

/** Lifting an override. */
export const liftOverrideSchema = z.object({ tenantId: z.uuid(), feature })
