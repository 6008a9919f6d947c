'use server'

import { platformAction } from '@/lib/action/platform-entry'
import { changeAdminPassword } from '@/lib/admins/change-admin-password'
import { renewFactor, renewRecoveryCodes } from '@/lib/admins/renew-factor'
import { adminPasswordSchema, codeSchema, ownSessionSchema } from '@/lib/admins/schema'
import { signAdminOut } from '@/lib/admins/sign-admin-out'

/** Changes one's own password. */
export const changeAdminPasswordAction = platformAction(
  { can: 'account:manage', input: adminPasswordSchema },
  ({ tx, admin, input }) => changeAdminPassword(tx, admin, input),
)

/** Begins setting up another authenticator app. */
export const renewFactorAction = platformAction(
  { can: 'account:manage', input: codeSchema },
  ({ tx, admin, input }) => renewFactor(tx, admin, { code: input.code, now: new Date() }),
)

/** Makes new recovery codes, shown once. */
export const renewRecoveryCodesAction = platformAction(
  { can: 'account:manage', input: codeSchema },
  ({ tx, admin, input }) => renewRecoveryCodes(tx, admin, { code: input.code, now: new Date() }),
)

/** Signs oneself out on a device. */
export const endOwnSessionAction = platformAction(
  { can: 'account:manage', input: ownSessionSchema },
  ({ tx, admin, input }) => signAdminOut(tx, admin, { adminId: admin.adminId, sessionId: input.sessionId }),
)
