import { AuthFrame } from '@/app/t/[tenant]/(auth)/auth-frame'
import { LinkGone } from '@/app/t/[tenant]/(auth)/link-gone'
import { publicPage } from '@/lib/action/public-page'
import { peekSignInLink } from '@/lib/auth/peek-sign-in-link'
import { safeNext } from '@/lib/auth/safe-next'
import { siteUrl } from '@/lib/tenancy/tenant-url'
import { ConfirmLink } from './confirm-link'

export const metadata = { title: 'Sign in', referrer: 'no-referrer' }

/** The landing page of a sign-in link: it waits for a press, so that mail scanners do not spend the link. */
export default publicPage({ purpose: 'sign-in' }, async ({ brand, params, query, asSystem }) => {
  const token = params.token ?? ''
  const link = await asSystem(tx => peekSignInLink(tx, token))
  if (link?.purpose !== 'sign-in')
    return <LinkGone brand={brand} again={{ href: '/sign-in/link', label: 'Email me a new link' }} />
  return (
    <AuthFrame brand={brand} title={`Hello, ${link.name}`} description={`Sign in to ${brand.name}`}>
      <ConfirmLink token={token} email={link.email} next={safeNext(query.next)} site={siteUrl('/')} />
    </AuthFrame>
  )
})
