import type { ComponentProps } from 'react'
import { AuthShell } from '@/components/layout/auth-shell'
import type { Brand } from '@/lib/auth/actor'
import { shownBrand } from '@/lib/branding/shown-brand'

/** The frame of every page around signing in, in the tenant's brand, with where to ask for help. */
export function AuthFrame({
  brand,
  footer,
  ...shell
}: Omit<ComponentProps<typeof AuthShell>, 'brand'> & { brand: Brand }) {
  const { supportEmail, supportPhone } = brand
  const help = (supportEmail || supportPhone) && (
    <p>
      Need help? Contact {brand.name}
      {supportEmail && (
        <>
          {' at '}
          <a className="text-accent-ink underline underline-offset-4" href={`mailto:${supportEmail}`}>
            {supportEmail}
          </a>
        </>
      )}
      {supportPhone && (
        <>
          {supportEmail ? ' or ' : ' on '}
          <a className="text-accent-ink underline underline-offset-4" href={`tel:${supportPhone}`}>
            {supportPhone}
          </a>
        </>
      )}
      .
    </p>
  )
  return <AuthShell brand={shownBrand(brand)} footer={footer ?? help} {...shell} />
}
