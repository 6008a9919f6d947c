import { AuthShell } from '@/components/layout/auth-shell'
import { ButtonLink } from '@/components/ui/button'
import { platformPublicPage } from '@/lib/action/platform-public-page'
import { peekAdminLink } from '@/lib/auth/peek-admin-link'
import { asPlatform } from '@/lib/db/as-platform'
import { InvitationForm } from './invitation-form'

export const metadata = { title: 'Your invitation', referrer: 'no-referrer', robots: { index: false } }

/** Taking up an invitation to Portico's administration. */
export default platformPublicPage({ purpose: 'invitation' }, async ({ params }) => {
  const token = params.token ?? ''
  const link = await asPlatform(tx => peekAdminLink(tx, token))
  if (!link)
    return (
      <AuthShell
        title="This link no longer works"
        description="It has expired, or it was already used. Ask an owner to send it again."
      >
        <ButtonLink variant="primary" size="lg" href="/sign-in" className="w-full">
          Sign in
        </ButtonLink>
      </AuthShell>
    )
  return (
    <AuthShell
      title={`Welcome, ${link.admin.name}`}
      description={`Choose a password for ${link.admin.email}. Your second factor comes next.`}
    >
      <InvitationForm token={token} email={link.admin.email} />
    </AuthShell>
  )
})
