'use server'

import { tenantAction } from '@/lib/action/tenant-action'
import { askCheck } from '@/lib/domains/ask-check'
import { claimDomain } from '@/lib/domains/claim-domain'
import { removeDomain } from '@/lib/domains/remove-domain'
import { claimDomainSchema, domainIdSchema } from '@/lib/domains/schema'

/** Claims a domain for the company. */
export const claimDomainAction = tenantAction(
  { can: 'settings:write', feature: 'custom-domain', input: claimDomainSchema },
  ({ tx, actor, input }) => claimDomain(tx, actor, input),
)

/** Has a claim looked at now. */
export const checkDomainAction = tenantAction(
  { can: 'settings:write', input: domainIdSchema },
  ({ tx, input }) => askCheck(tx, input),
)

/** Gives a domain up. */
export const removeDomainAction = tenantAction(
  { can: 'settings:write', input: domainIdSchema },
  ({ tx, actor, input }) => removeDomain(tx, actor, input),
)
