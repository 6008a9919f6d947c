import Link from 'next/link'
import { AskForm } from '@/app/t/[tenant]/(auth)/ask-form'
import { AuthFrame } from '@/app/t/[tenant]/(auth)/auth-frame'
import { publicPage } from '@/lib/action/public-page'
import { safeNext } from '@/lib/auth/safe-next'

export const metadata = { title: 'Sign in by email' }

/** Asking for a one-time link instead of typing a password. */
export default publicPage({ purpose: 'sign-in' }, async ({ brand, query }) => (
  <AuthFrame
    brand={brand}
    title="Sign in by email"
    description="We email you a link that signs you in. No password needed."
  >
    <AskForm what="link" company={brand.name} next={safeNext(query.next)} />
    <p className="mt-5 text-sm">
      <Link href="/sign-in" className="text-accent-ink underline underline-offset-4">
        Sign in with a password
      </Link>
    </p>
  </AuthFrame>
))
