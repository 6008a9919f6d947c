'use server'

import { tenantAction } from '@/lib/action/tenant-action'
import { liftSuppression } from '@/lib/messaging/lift-suppression'
import { messageIdSchema, suppressionIdSchema } from '@/lib/messaging/schema'
import { sendAgain } from '@/lib/messaging/send-again'

/** Sends a message that came to nothing again. */
export const sendAgainAction = tenantAction(
  { can: 'message:send', input: messageIdSchema },
  ({ tx, actor, input }) => sendAgain(tx, actor, input),
)

/** Lets messages go to an address again. */
export const liftSuppressionAction = tenantAction(
  { can: 'message:send', input: suppressionIdSchema },
  ({ tx, actor, input }) => liftSuppression(tx, actor, input),
)
