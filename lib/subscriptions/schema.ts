import { z } from 'zod'

/** A change of the plan of one kind; without a version the plan is given up. */
export const changePlanSchema = z.object({
  kind: z.enum(['tier', 'per-homeowner']),
  versionId: z
    .string()
    .regex(/^([a-z]+(-[a-z]+)*-[1-9][0-9]*)?$/)
    .transform(text => text || null),
})
export type ChangePlan = z.infer<typeof changePlanSchema>

export const billingEmailSchema = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.union([z.literal(''), z.email('Enter an email address, like accounts@example.com.')]))
    .transform(text => text || null),
})

export const couponSchema = z.object({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9-]{3,40}$/, 'Enter the code as you were given it, like WELCOME-20.'),
})

/** The plan that an admin of the platform gives a company, and why. */
export const changePlanForSchema = z.object({
  tenantId: z.uuid(),
  versionId: z.string().regex(/^[a-z]+(-[a-z]+)*-[1-9][0-9]*$/, 'Choose a plan.'),
  reason: z.string().trim().min(3, 'Say why, in a few words.').max(500),
})
