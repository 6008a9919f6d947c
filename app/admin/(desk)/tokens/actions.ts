'use server'

import { platformAction } from '@/lib/action/platform-entry'
import { createToken } from '@/lib/api-tokens/create-token'
import { revokeTokens } from '@/lib/api-tokens/revoke-tokens'
import { newTokenSchema, tokenIdsSchema } from '@/lib/api-tokens/schema'

/** Makes an API token; the answer is the only place where it is ever shown. */
export const createTokenAction = platformAction(
  { can: 'token:manage', input: newTokenSchema },
  ({ tx, admin, input }) => createToken(tx, admin, input, new Date()),
)

/** Ends API tokens. */
export const revokeTokensAction = platformAction(
  { can: 'token:manage', input: tokenIdsSchema },
  ({ tx, admin, input }) => revokeTokens(tx, admin, input, new Date()),
)
