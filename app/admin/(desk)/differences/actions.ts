'use server'

import { platformAction } from '@/lib/action/platform-entry'
import { ok } from '@/lib/action/result'
import { jobIdsSchema } from '@/lib/jobs/schema'
import { resolveDifference } from '@/lib/usage/resolve-difference'

/** Puts differences away that an admin has dealt with. */
export const resolveDifferencesAction = platformAction(
  { can: 'account:change', input: jobIdsSchema },
  async ({ tx, admin, input }) => {
    for (const id of input.ids) {
      const resolved = await resolveDifference(tx, admin, { id })
      if (!resolved.ok) return resolved
    }
    return ok({ count: input.ids.length })
  },
)
