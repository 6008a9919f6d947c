import { AuthFrame } from '@/app/t/[tenant]/(auth)/auth-frame'
import { ButtonLink } from '@/components/ui/button'
import type { Brand } from '@/lib/auth/actor'

/** What an unknown, expired or spent link shows: that, and how to get a new one. */
export function LinkGone({
  brand,
  again,
}: {
  brand: Brand
  again: { href: string; label: string } | 'ask-the-company'
}) {
  return (
    <AuthFrame
      brand={brand}
      title="This link no longer works"
      description="It has expired, or it was already used. Each link works once."
    >
      {again === 'ask-the-company' ? (
        <div className="flex flex-col gap-4">
          <p className="text-muted">
            If you have already accepted the invitation, sign in. Otherwise ask {brand.name} to send it again.
          </p>
          <ButtonLink variant="primary" size="lg" href="/sign-in">
            Sign in
          </ButtonLink>
        </div>
      ) : (
        <ButtonLink variant="primary" size="lg" href={again.href} className="w-full">
          {again.label}
        </ButtonLink>
      )}
    </AuthFrame>
  )
}
