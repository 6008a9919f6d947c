'use server'

import { redirect } from 'next/navigation'
import { ok } from '@/lib/action/result'
import { siteAction } from '@/lib/action/site-action'
import { tenantUrl } from '@/lib/tenancy/tenant-url'
import { checkSlug } from '@/lib/tenants/check-slug'
import { createTenant } from '@/lib/tenants/create-tenant'
import { checkSlugSchema, signUpSchema } from '@/lib/tenants/schema'
import { countFromAddress } from '@/lib/throttle/attempts'
import { refuseTooMany } from '@/lib/throttle/refuse-too-many'

export const checkSlugAction = siteAction(
  { purpose: 'say whether a subdomain is free', input: checkSlugSchema },
  async ({ input }) => ok(await checkSlug(input.slug)),
)

export const signUpAction = siteAction(
  { purpose: 'sign a company up', input: signUpSchema },
  async ({ input, request }) => {
    const wait = await countFromAddress('sign-up', request.address)
    if (wait !== null) return refuseTooMany(wait)
    const made = await createTenant(input)
    if (!made.ok) return made
    // The part after # tells the landing page that its visitor comes from here and need not press a button.
    redirect(tenantUrl(made.value.slug, `/link/${made.value.token}?next=/manage#continue`))
  },
)
