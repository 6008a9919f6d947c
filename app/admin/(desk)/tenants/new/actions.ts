'use server'

import { platformAction } from '@/lib/action/platform-entry'
import { createCompany } from '@/lib/tenants/create-company'
import { newCompanySchema } from '@/lib/tenants/schema'

/** Sets a company up and invites its first admin. */
export const createCompanyAction = platformAction(
  { can: 'tenant:create', input: newCompanySchema },
  ({ tx, admin, input }) => createCompany(tx, admin, input),
)
