'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { ok, refuse } from '@/lib/action/result'
import { tenantAction } from '@/lib/action/tenant-action'
import { asMember } from '@/lib/auth/actor'
import { endSessions } from '@/lib/auth/end-sessions'
import { changePassword } from '@/lib/people/change-password'
import { editProfile } from '@/lib/people/edit-profile'
import { changePasswordSchema, profileSchema, sessionSchema } from '@/lib/people/schema'

/** Saves one's own name and phone number. */
export const editProfileAction = tenantAction(
  { can: 'account:manage', input: profileSchema },
  async ({ tx, actor, input }) => {
    refresh()
    return editProfile(tx, asMember(actor), input)
  },
)

/** Changes one's own password. */
export const changePasswordAction = tenantAction(
  { can: 'account:manage', input: changePasswordSchema },
  async ({ tx, actor, input }) => {
    refresh()
    return changePassword(tx, asMember(actor), input)
  },
)

/** Signs one of one's own devices out. */
export const endSessionAction = tenantAction(
  { can: 'account:manage', input: sessionSchema },
  async ({ tx, actor, input }) => {
    const ended = await endSessions(tx, actor, { userId: asMember(actor).userId, sessionId: input.sessionId })
    return ended > 0 ? ok() : refuse('not_found')
  },
)

/** Signs all of one's devices out, this one too. */
export const endAllSessionsAction = tenantAction(
  { can: 'account:manage', input: z.object({}) },
  async ({ tx, actor }) => {
    await endSessions(tx, actor, { userId: asMember(actor).userId })
    return ok()
  },
)
