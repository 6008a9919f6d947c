'use server'

import { extendTrial } from '@/lib/accounts/extend-trial'
import { extendTrialSchema } from '@/lib/accounts/schema'
import { platformAction } from '@/lib/action/platform-entry'
import { giveCredit } from '@/lib/invoices/give-credit'
import { giveCreditSchema } from '@/lib/invoices/schema'

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
