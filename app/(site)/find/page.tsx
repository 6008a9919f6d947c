import type { Metadata } from 'next'
import Link from 'next/link'
import { env } from '@/lib/env/env'
import { AddressForm, EmailForm } from './find-forms'

export const metadata: Metadata = { title: 'Find your portal' }
export const dynamic = 'force-dynamic'

/** Finding one's company: by its address, or by email. */
export default function FindPage() {
  return (
    <div data-touch="" className="mx-auto max-w-md px-5 py-12 lg:py-20">
      <h1 className="font-display text-4xl leading-tight tracking-tight">Find your portal</h1>
      <p className="mt-2 mb-8 text-muted">Every company signs its people in at an address of its own.</p>
      <AddressForm rootHost={new URL(env().PUBLIC_ORIGIN).host} />
      <p className="my-8 flex items-center gap-4 text-sm text-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or, if you do not know it
      </p>
      <EmailForm />
      <p className="mt-10 border-t pt-4 text-sm text-muted">
        Your company is not on Portico yet?{' '}
        <Link href="/sign-up" className="font-medium text-accent-ink underline underline-offset-4">
          Create it
        </Link>
      </p>
    </div>
  )
}
