'use server'

import { revalidatePath } from 'next/cache'
import { tenantAction } from '@/lib/action/tenant-action'
import { grantSupport } from '@/lib/support-access/grant-support'
import { revokeSupport } from '@/lib/support-access/revoke-support'
import { grantIdSchema, grantSupportSchema } from '@/lib/support-access/schema'

const here = () => revalidatePath('/t/[tenant]/manage/settings/support', 'page')

/** Lets Portico's support in. */
export const grantSupportAction = tenantAction(
  { can: 'support:grant', input: grantSupportSchema },
  async ({ tx, actor, input }) => {
    const granted = await grantSupport(tx, actor, input)
    here()
    return granted
  },
)

/** Takes leave back from Portico's support. */
export const revokeSupportAction = tenantAction(
  { can: 'support:grant', input: grantIdSchema },
  async ({ tx, actor, input }) => {
    const revoked = await revokeSupport(tx, actor, input)
    here()
    return revoked
  },
)
