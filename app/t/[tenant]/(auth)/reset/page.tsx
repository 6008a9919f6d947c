import Link from 'next/link'
import { AskForm } from '@/app/t/[tenant]/(auth)/ask-form'
import { AuthFrame } from '@/app/t/[tenant]/(auth)/auth-frame'
import { publicPage } from '@/lib/action/public-page'

export const metadata = { title: 'Reset your password' }

/** Asking for a link to choose a new password. */
export default publicPage({ purpose: 'password-reset' }, async ({ brand }) => (
  <AuthFrame
    brand={brand}
    title="Reset your password"
    description="We email you a link to choose a new one. Until you use it, the old one stays."
  >
    <AskForm what="reset" company={brand.name} next="/" />
    <p className="mt-5 text-sm">
      <Link href="/sign-in" className="text-accent-ink underline underline-offset-4">
        Back to sign in
      </Link>
    </p>
  </AuthFrame>
))
