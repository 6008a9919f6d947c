import { redirect } from 'next/navigation'
import { publicPage } from '@/lib/action/public-page'
import { homeOf } from '@/lib/auth/permissions'

/** The tenant's front door: leads everybody to where they belong. */
export default publicPage({ purpose: 'lead to the right home' }, async ({ actor }) =>
  redirect(actor ? homeOf(actor.role) : '/sign-in'),
)
