'use server'

import { platformAction } from '@/lib/action/platform-entry'
import { createToken } from '@/lib/api-tokens/create-token'
import { revokeToken } from '@/lib/api-tokens/revoke-token'
import { newTokenSchema, tokenIdSchema } from '@/lib/api-tokens/schema'

/** Makes an API token; the answer is the only place where it is ever shown. */
export const createTokenAction = platformAction(
  { can: 'token:manage', input: newTokenSchema },
  ({ tx, admin, input }) => createToken(tx, admin, input, new Date()),
)

/** Ends an API token. */
export const revokeTokenAction = platformAction(
  { can: 'token:manage', input: tokenIdSchema },
  ({ tx, admin, input }) => revokeToken(tx, admin, input, new Date()),
)
