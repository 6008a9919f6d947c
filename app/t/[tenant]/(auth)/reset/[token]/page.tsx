import { AuthFrame } from '@/app/t/[tenant]/(auth)/auth-frame'
import { ChoosePasswordForm } from '@/app/t/[tenant]/(auth)/choose-password-form'
import { LinkGone } from '@/app/t/[tenant]/(auth)/link-gone'
import { publicPage } from '@/lib/action/public-page'
import { peekSignInLink } from '@/lib/auth/peek-sign-in-link'

export const metadata = { title: 'Choose a new password', referrer: 'no-referrer' }

/** Choosing a new password with the link of a reset mail. */
export default publicPage({ purpose: 'password-reset' }, async ({ brand, params, asSystem }) => {
  const token = params.token ?? ''
  const link = await asSystem(tx => peekSignInLink(tx, token))
  if (link?.purpose !== 'reset')
    return <LinkGone brand={brand} again={{ href: '/reset', label: 'Email me a new link' }} />
  return (
    <AuthFrame
      brand={brand}
      title="Choose a new password"
      description={`For ${link.email}. You will be signed out everywhere else.`}
    >
      <ChoosePasswordForm token={token} email={link.email} label="Save and sign in" />
    </AuthFrame>
  )
})
