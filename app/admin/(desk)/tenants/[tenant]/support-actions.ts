'use server'

import { platformAction } from '@/lib/action/platform-entry'
import { tenantIdSchema } from '@/lib/directory/schema'
import { enterSupport } from '@/lib/support-access/enter-support'

/** Enters a company that lets support in; answers with the address on its own host. */
export const enterSupportAction = platformAction(
  { can: 'support:enter', input: tenantIdSchema },
  ({ tx, admin, input }) => enterSupport(tx, admin, input),
)
