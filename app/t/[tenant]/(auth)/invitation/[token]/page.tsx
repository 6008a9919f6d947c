import { AuthFrame } from '@/app/t/[tenant]/(auth)/auth-frame'
import { ChoosePasswordForm } from '@/app/t/[tenant]/(auth)/choose-password-form'
import { LinkGone } from '@/app/t/[tenant]/(auth)/link-gone'
import { publicPage } from '@/lib/action/public-page'
import { peekSignInLink } from '@/lib/auth/peek-sign-in-link'

export const metadata = { title: 'Your invitation', referrer: 'no-referrer' }

/** Taking up an invitation: with a password, or without. */
export default publicPage({ purpose: 'invitation' }, async ({ brand, params, asSystem }) => {
  const token = params.token ?? ''
  const link = await asSystem(tx => peekSignInLink(tx, token))
  if (link?.purpose !== 'invitation') return <LinkGone brand={brand} again="ask-the-company" />
  return (
    <AuthFrame
      brand={brand}
      title={`Welcome, ${link.name}`}
      description={`${brand.name} has set up your access as ${link.email}.`}
    >
      <ChoosePasswordForm token={token} email={link.email} label="Set password and continue" optional />
    </AuthFrame>
  )
})
