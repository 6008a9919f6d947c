'use server'

import { tenantAction } from '@/lib/action/tenant-action'
import { askTest } from '@/lib/credentials/ask-test'
import { confirmKey } from '@/lib/credentials/confirm-key'
import { describeKey } from '@/lib/credentials/describe-key'
import { discardKey } from '@/lib/credentials/discard-key'
import { enterKey } from '@/lib/credentials/enter-key'
import { removeCredential } from '@/lib/credentials/remove-credential'
import { credentialSchema, describeKeySchema, enterKeySchema, keySchema } from '@/lib/credentials/schema'

export const enterKeyAction = tenantAction(
  { can: 'credential:write', input: enterKeySchema },
  ({ tx, actor, input }) => enterKey(tx, actor, input),
)

export const describeKeyAction = tenantAction(
  { can: 'credential:write', input: describeKeySchema },
  ({ tx, actor, input }) => describeKey(tx, actor, input),
)

export const askTestAction = tenantAction({ can: 'credential:write', input: keySchema }, ({ tx, input }) =>
  askTest(tx, input),
)

export const confirmKeyAction = tenantAction(
  { can: 'credential:write', input: keySchema },
  ({ tx, actor, input }) => confirmKey(tx, actor, input),
)

export const discardKeyAction = tenantAction(
  { can: 'credential:write', input: keySchema },
  ({ tx, actor, input }) => discardKey(tx, actor, input),
)

export const removeCredentialAction = tenantAction(
  { can: 'credential:write', input: credentialSchema },
  ({ tx, actor, input }) => removeCredential(tx, actor, input),
)
