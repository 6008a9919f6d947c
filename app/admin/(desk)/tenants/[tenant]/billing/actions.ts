'use server'

import { extendTrial } from '@/lib/accounts/extend-trial'
import { extendTrialSchema } from '@/lib/accounts/schema'
import { platformAction } from '@/lib/action/platform-entry'
import type { TenantId } from '@/lib/db/in-tenant'
import { giveCredit } from '@/lib/invoices/give-credit'
import { giveCreditSchema } from '@/lib/invoices/schema'
import { holdLimitsOf } from '@/lib/limits/hold-limit'
import { readLimitUsageOf } from '@/lib/limits/read-limit-usage-of'
import { changePlanFor } from '@/lib/subscriptions/change-plan-for'
import { changePlanForSchema } from '@/lib/subscriptions/schema'

/** Lets a company's trial run longer. */
export const extendTrialAction = platformAction(
  { can: 'account:change', input: extendTrialSchema },
  ({ tx, admin, input }) => extendTrial(tx, admin, input, new Date()),
)

/** Gives a company credit, which its next invoices take off. */
export const giveCreditAction = platformAction(
  { can: 'account:change', input: giveCreditSchema },
  ({ tx, admin, input }) => giveCredit(tx, admin, input),
)

/** Changes a company's plan for it. */
export const changePlanForAction = platformAction(
  { can: 'account:change', input: changePlanForSchema },
  async ({ tx, admin, input }) => {
    await holdLimitsOf(tx, input.tenantId)
    const usage = await readLimitUsageOf(tx, input.tenantId as TenantId)
    return changePlanFor(tx, admin, input, { usage, now: new Date() })
  },
)
