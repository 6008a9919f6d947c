'use server'

import { refresh } from 'next/cache'
import { ok, refuse } from '@/lib/action/result'
import { tenantAction } from '@/lib/action/tenant-action'
import { endSessions } from '@/lib/auth/end-sessions'
import { changeRole } from '@/lib/people/change-role'
import { findAssociations } from '@/lib/people/find-associations'
import { inviteColleague } from '@/lib/people/invite-colleague'
import { limitAssociations } from '@/lib/people/limit-associations'
import { resendInvitation } from '@/lib/people/resend-invitation'
import { restorePerson } from '@/lib/people/restore-person'
import {
  findAssociationsSchema,
  inviteSchema,
  limitSchema,
  permissionsSchema,
  personSchema,
  roleSchema,
  theirSessionSchema,
} from '@/lib/people/schema'
import { setPermissions } from '@/lib/people/set-permissions'
import { suspendPerson } from '@/lib/people/suspend-person'

/** Invites a colleague. */
export const inviteColleagueAction = tenantAction(
  { can: 'user:invite', input: inviteSchema },
  ({ tx, actor, input }) => inviteColleague(tx, actor, input),
)

/** Mails an invitation again. */
export const resendInvitationAction = tenantAction(
  { can: 'user:invite', input: personSchema },
  ({ tx, actor, input }) => resendInvitation(tx, actor, input),
)

/** Takes somebody's access away. */
export const suspendPersonAction = tenantAction(
  { can: 'user:invite', input: personSchema },
  ({ tx, actor, input }) => suspendPerson(tx, actor, input),
)

/** Gives a suspended person their access back. */
export const restorePersonAction = tenantAction(
  { can: 'user:invite', input: personSchema },
  ({ tx, actor, input }) => restorePerson(tx, actor, input),
)

/** Gives somebody another role. */
export const changeRoleAction = tenantAction(
  { can: 'user:permit', input: roleSchema },
  ({ tx, actor, input }) => {
    refresh()
    return changeRole(tx, actor, input)
  },
)

/** Sets what somebody may do beside their role. */
export const setPermissionsAction = tenantAction(
  { can: 'user:permit', input: permissionsSchema },
  ({ tx, actor, input }) => {
    refresh()
    return setPermissions(tx, actor, input)
  },
)

/** Limits a colleague to some associations. */
export const limitAssociationsAction = tenantAction(
  { can: 'user:permit', input: limitSchema },
  ({ tx, actor, input }) => {
    refresh()
    return limitAssociations(tx, actor, input)
  },
)

/** Signs one of somebody's devices out. */
export const endTheirSessionAction = tenantAction(
  { can: 'user:invite', input: theirSessionSchema },
  async ({ tx, actor, input }) => {
    const ended = await endSessions(tx, actor, input)
    return ended > 0 ? ok() : refuse('not_found')
  },
)

/** Signs somebody out everywhere. */
export const endTheirSessionsAction = tenantAction(
  { can: 'user:invite', input: personSchema },
  async ({ tx, actor, input }) => {
    return ok({ ended: await endSessions(tx, actor, { userId: input.userId }) })
  },
)

/** Finds associations to limit somebody to. */
export const findAssociationsAction = tenantAction(
  { can: 'association:read', input: findAssociationsSchema },
  async ({ tx, input }) => ok(await findAssociations(tx, input.q)),
)
