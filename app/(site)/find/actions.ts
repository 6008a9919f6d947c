'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { ok, refuse } from '@/lib/action/result'
import { siteAction } from '@/lib/action/site-action'
import { env } from '@/lib/env/env'
import { findTenant } from '@/lib/tenancy/find-tenant'
import { readHost } from '@/lib/tenancy/host'
import { tenantUrl } from '@/lib/tenancy/tenant-url'
import { findByAddressSchema, findByEmailSchema } from '@/lib/tenants/schema'
import { sendPortalLinks } from '@/lib/tenants/send-portal-links'
import { accountKey } from '@/lib/throttle/account-key'
import { countFromAddress, countMail } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'

export const findByAddressAction = siteAction(
  { purpose: 'lead to a company by its address', input: findByAddressSchema },
  async ({ input }) => {
    const root = env().ROOT_DOMAIN
    const name =
      input.address.endsWith(`.${root}`) || input.address.includes('.')
        ? input.address
        : `${input.address}.${root}`
    const face = readHost(name, root)
    const tenant = await findTenant(face)
    if (!tenant || tenant.status === 'closed' || tenant.status === 'provisioning')
      return refuse('not_found', { fields: { address: 'There is no company at this address.' } })
    redirect(tenantUrl(tenant.slug, '/sign-in'))
  },
)

export const findByEmailAction = siteAction(
  { purpose: 'mail a person their portals', input: findByEmailSchema },
  async ({ input, request }) => {
    const wait = await countFromAddress('find', request.address)
    if (wait !== null) return refuseTooMany(wait)
    // The same answer at the same speed for every address: who has an account where is nobody else's business.
    if (await countMail(accountKey('find', input.email))) after(() => sendPortalLinks(input.email))
    return ok()
  },
)
