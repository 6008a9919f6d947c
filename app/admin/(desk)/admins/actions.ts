'use server'

import { platformAction } from '@/lib/action/platform-entry'
import { changeAdminRole } from '@/lib/admins/change-admin-role'
import { inviteAdmin } from '@/lib/admins/invite-admin'
import { resendInvitation } from '@/lib/admins/resend-invitation'
import { resetFactor } from '@/lib/admins/reset-factor'
import { restoreAdmin } from '@/lib/admins/restore-admin'
import { adminIdSchema, adminRoleSchema, adminSessionSchema, inviteAdminSchema } from '@/lib/admins/schema'
import { signAdminOut } from '@/lib/admins/sign-admin-out'
import { suspendAdmin } from '@/lib/admins/suspend-admin'

/** Invites somebody to be an admin. */
export const inviteAdminAction = platformAction(
  { can: 'admin:manage', input: inviteAdminSchema },
  ({ tx, admin, input }) => inviteAdmin(tx, admin, input),
)

/** Sends an invitation again. */
export const resendInvitationAction = platformAction(
  { can: 'admin:manage', input: adminIdSchema },
  ({ tx, admin, input }) => resendInvitation(tx, admin, input),
)

/** Gives another admin a role. */
export const changeAdminRoleAction = platformAction(
  { can: 'admin:manage', input: adminRoleSchema },
  ({ tx, admin, input }) => changeAdminRole(tx, admin, input),
)

/** Shuts another admin out. */
export const suspendAdminAction = platformAction(
  { can: 'admin:manage', input: adminIdSchema },
  ({ tx, admin, input }) => suspendAdmin(tx, admin, input),
)

/** Lets a suspended admin in again. */
export const restoreAdminAction = platformAction(
  { can: 'admin:manage', input: adminIdSchema },
  ({ tx, admin, input }) => restoreAdmin(tx, admin, input),
)

/** Takes another admin's lost second factor away. */
export const resetFactorAction = platformAction(
  { can: 'admin:manage', input: adminIdSchema },
  ({ tx, admin, input }) => resetFactor(tx, admin, input),
)

/** Signs an admin out, on one device or all. */
export const signAdminOutAction = platformAction(
  { can: 'admin:manage', input: adminSessionSchema },
  ({ tx, admin, input }) => signAdminOut(tx, admin, input),
)
