'use server'

import { factorAction } from '@/lib/action/factor-entry'
import { confirmEnrolment } from '@/lib/admins/confirm-enrolment'
import { passFactor } from '@/lib/admins/pass-factor'
import { codeSchema, factorSchema } from '@/lib/admins/schema'

/** Proves the second factor of somebody whose password was right. */
export const passFactorAction = factorAction(
  { purpose: 'sign-in', input: factorSchema },
  ({ admin, input, request }) =>
    passFactor(admin, { code: input.code, address: request.address, now: new Date() }),
)

/** Ends the enrolment of an authenticator app; answers with the recovery codes, shown once. */
export const confirmEnrolmentAction = factorAction(
  { purpose: 'enrolment', input: codeSchema },
  ({ admin, input, request }) =>
    confirmEnrolment(admin, { code: input.code, address: request.address, now: new Date() }),
)
