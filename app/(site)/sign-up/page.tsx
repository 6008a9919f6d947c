import type { Metadata } from 'next'
import { demoHome, registerRows } from '@/app/(site)/samples'
import { policyAt } from '@/lib/accounts/policy'
import { env } from '@/lib/env/env'
import { SignUpForm } from './sign-up-form'

export const metadata: Metadata = { title: 'Create your company' }
export const dynamic = 'force-dynamic'

/** Signing a company up. */
export default function SignUpPage() {
  return (
    <div data-touch="" className="mx-auto max-w-6xl px-5 py-12 lg:py-16">
      <h1 className="font-display text-4xl leading-tight tracking-tight">Open your front door</h1>
      <p className="mt-2 mb-10 max-w-prose text-muted">
        A minute of typing, and your company has its own address, in its own color, with you as its
        administrator. Free for {policyAt(new Date()).trialDays} days; no card needed.
      </p>
      <SignUpForm rootHost={new URL(env().PUBLIC_ORIGIN).host} rows={registerRows} home={demoHome} />
    </div>
  )
}
