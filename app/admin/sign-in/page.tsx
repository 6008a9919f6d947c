import { redirect } from 'next/navigation'
import { AuthShell } from '@/components/layout/auth-shell'
import { Notice } from '@/components/ui/notice'
import { platformPublicPage } from '@/lib/action/platform-public-page'
import { safeNext } from '@/lib/auth/safe-next'
import { AdminSignInForm } from './admin-sign-in-form'

export const metadata = { title: 'Administration', robots: { index: false } }

/** Signing in to Portico's own administration. */
export default platformPublicPage({ purpose: 'sign-in' }, async ({ admin, query }) => {
  const next = safeNext(query.next)
  if (admin) redirect(next)
  return (
    <AuthShell
      title="Administration"
      description="For the people who run Portico. You need your password and a code from your authenticator app."
    >
      {query.ended === 'out' && <Notice className="mb-5">You are signed out.</Notice>}
      <AdminSignInForm next={next} />
    </AuthShell>
  )
})
