import { redirect } from 'next/navigation'
import { AuthFrame } from '@/app/t/[tenant]/(auth)/auth-frame'
import { leave } from '@/app/t/[tenant]/leave'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { publicPage } from '@/lib/action/public-page'

export const metadata = { title: 'Sign out' }

/** Asks before signing out, since a link to this page could stand anywhere. */
export default publicPage({ purpose: 'sign-out' }, async ({ brand, actor }) => {
  if (!actor) redirect('/sign-in?ended=out')
  return (
    <AuthFrame brand={brand} title="Sign out?" description={`You are signed in as ${actor.email}.`}>
      <form action={leave} className="flex flex-col gap-3">
        <SubmitButton size="lg">Sign out</SubmitButton>
        <ButtonLink size="lg" href="/">
          Stay signed in
        </ButtonLink>
      </form>
    </AuthFrame>
  )
})
