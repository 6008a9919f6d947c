import { redirect } from 'next/navigation'
import { AuthFrame } from '@/app/t/[tenant]/(auth)/auth-frame'
import { EndedNotice } from '@/app/t/[tenant]/(auth)/ended-notice'
import { publicPage } from '@/lib/action/public-page'
import { safeNext } from '@/lib/auth/safe-next'
import { SignInForm } from './sign-in-form'

export const metadata = { title: 'Sign in' }

/** Signing in with email and password, or asking for a link instead. */
export default publicPage({ purpose: 'sign-in' }, async ({ brand, actor, query }) => {
  const next = safeNext(query.next)
  if (actor) redirect(next)
  return (
    <AuthFrame brand={brand} title="Sign in" description={`to ${brand.name}`}>
      <EndedNotice ended={query.ended} company={brand.name} />
      <SignInForm next={next} company={brand.name} />
    </AuthFrame>
  )
})
