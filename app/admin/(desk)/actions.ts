'use server'

import { platformAction } from '@/lib/action/platform-entry'
import { cancelDeletion } from '@/lib/directory/cancel-deletion'
import { reactivateTenant } from '@/lib/directory/reactivate-tenant'
import { requestDeletion } from '@/lib/directory/request-deletion'
import { suspendTenantSchema, tenantIdSchema } from '@/lib/directory/schema'
import { suspendTenant } from '@/lib/directory/suspend-tenant'
import { discardDeadLetters } from '@/lib/jobs/discard-dead-letters'
import { retryDeadLetters } from '@/lib/jobs/retry-dead-letters'
import { jobIdsSchema } from '@/lib/jobs/schema'

/** Closes a tenant's pages, with the reason. */
export const suspendTenantAction = platformAction(
  { can: 'tenant:suspend', input: suspendTenantSchema },
  ({ tx, admin, input }) => suspendTenant(tx, admin, input),
)

/** Opens a suspended tenant's pages again. */
export const reactivateTenantAction = platformAction(
  { can: 'tenant:suspend', input: tenantIdSchema },
  ({ tx, admin, input }) => reactivateTenant(tx, admin, input),
)

/** Puts dead letters back into their queues. */
export const retryJobsAction = platformAction(
  { can: 'job:retry', input: jobIdsSchema },
  ({ tx, admin, input }) => retryDeadLetters(tx, admin, input),
)

/** Throws dead letters away. */
export const discardJobsAction = platformAction(
  { can: 'job:retry', input: jobIdsSchema },
  ({ tx, admin, input }) => discardDeadLetters(tx, admin, input),
)

/** Closes a company and asks for its deletion. */
export const requestDeletionAction = platformAction(
  { can: 'tenant:delete', input: suspendTenantSchema },
  ({ tx, admin, input }) => requestDeletion(tx, admin, input, new Date()),
)

/** Takes such a request back. */
export const cancelDeletionAction = platformAction(
  { can: 'tenant:delete', input: tenantIdSchema },
  ({ tx, admin, input }) => cancelDeletion(tx, admin, input, new Date()),
)
