import { z } from 'zod'

/** For how long a company may let Portico's support in, in hours. */
export const grantHours = [1, 4, 24, 168] as const

const hours = z.enum(grantHours.map(String) as ['1', '4', '24', '168'], 'Choose for how long.')

/** Leave for Portico's support to come in. */
export const grantSupportSchema = z.object({
  purpose: z
    .string()
    .trim()
    .min(5, 'Say what it is for, in a few words.')
    .max(500, 'Keep it under 500 characters.'),
  hours: hours.transform(Number),
})

export type GrantSupport = z.output<typeof grantSupportSchema>

/** Names a grant. */
export const grantIdSchema = z.object({ grantId: z.uuid() })
