import { z } from 'zod'
import { apiScopes } from '@/lib/auth/read-api-token'

/** How long a token may live, in days. */
export const tokenDays = ['30', '90', '365'] as const

/** Making an API token. */
export const newTokenSchema = z.object({
  name: z
    .string('Name the system that will use it.')
    .trim()
    .min(1, 'Name the system that will use it.')
    .max(80, 'Use at most 80 characters.'),
  scopes: z.array(z.enum(apiScopes)).min(1, 'Choose at least one.'),
  days: z.enum(tokenDays, 'Choose how long it lives.').transform(Number),
})
export type NewToken = z.output<typeof newTokenSchema>

/** Naming tokens. */
export const tokenIdsSchema = z.object({ ids: z.array(z.uuid()).min(1, 'Choose at least one.').max(200) })
