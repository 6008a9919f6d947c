'use server'

import { tenantAction } from '@/lib/action/tenant-action'
import { correctOwnership } from '@/lib/ownerships/correct-ownership'
import { endOwnership } from '@/lib/ownerships/end-ownership'
import { correctSchema, endSchema, transferSchema } from '@/lib/ownerships/schema'
import { transferOwnership } from '@/lib/ownerships/transfer-ownership'

/** Transfers the unit to new owners on a day. */
export const transferOwnershipAction = tenantAction(
  { can: 'homeowner:write', input: transferSchema },
  ({ tx, actor, input }) => transferOwnership(tx, actor, input),
)

/** Ends the ownership of the unit without a known successor. */
export const endOwnershipAction = tenantAction(
  { can: 'homeowner:write', input: endSchema },
  ({ tx, actor, input }) => endOwnership(tx, actor, input),
)

/** Corrects who owned the unit when. */
export const correctOwnershipAction = tenantAction(
  { can: 'homeowner:write', input: correctSchema },
  ({ tx, actor, input }) => correctOwnership(tx, actor, input),
)
