'use server'

import { publicAction } from '@/lib/action/public-action'
import { ok } from '@/lib/action/result'
import { requestLink } from '@/lib/people/request-link'
import { askLinkSchema } from '@/lib/people/schema'
import { countFromAddress } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'

// Long enough to hide whether a mail was queued.
const steadyMs = 400

/** Mails a sign-in link to whoever may sign in with this address; answers alike for everybody. */
export const askLinkAction = publicAction(
  { purpose: 'sign-in', input: askLinkSchema, steadyMs },
  async ({ tx, actor, input, request }) => {
    const wait = await countFromAddress('mail', request.address)
    if (wait !== null) return refuseTooMany(wait)
    await requestLink(tx, actor, { ...input, purpose: 'sign-in' })
    return ok()
  },
)

/** Mails a link for a new password to whoever may sign in with this address; answers alike for everybody. */
export const askResetAction = publicAction(
  { purpose: 'password-reset', input: askLinkSchema, steadyMs },
  async ({ tx, actor, input, request }) => {
    const wait = await countFromAddress('mail', request.address)
    if (wait !== null) return refuseTooMany(wait)
    await requestLink(tx, actor, { ...input, purpose: 'reset' })
    return ok()
  },
)
