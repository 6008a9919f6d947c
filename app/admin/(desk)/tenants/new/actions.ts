'use server'

import { platformAction } from '@/lib/action/platform-entry'
import { ok } from '@/lib/action/result'
import { recordPlatformAudit } from '@/lib/audit/record-platform-audit'
import { createCompany } from '@/lib/tenants/create-company'
import { newCompanySchema } from '@/lib/tenants/schema'

/** Sets a company up and invites its first admin. */
export const createCompanyAction = platformAction(
  { can: 'tenant:create', input: newCompanySchema },
  async ({ tx, admin, input }) => {
    await recordPlatformAudit(tx, admin, { action: 'tenant:set-up-begun', detail: { slug: input.slug } })
    return ok({ admin: { adminId: admin.adminId }, input })
  },
  ({ admin, input }) => createCompany(admin, input),
)
