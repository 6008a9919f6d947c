import { platformRoute } from '@/lib/action/platform-route'
import { ok } from '@/lib/action/result'
import { inviteAdmin } from '@/lib/organizations/invite-admin'
import { invitationSchema } from '@/lib/organizations/schema'

/** Invites a company's first admin by mail. */
export const POST = platformRoute(
  { scope: 'organizations:write', body: invitationSchema },
  async ({ api, params, input }) => {
    const invited = await inviteAdmin(api, params.organization ?? '', input)
    return invited.ok ? ok({ status: 201, body: invited.value }) : invited
  },
)
