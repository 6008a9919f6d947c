import type { ReactNode } from 'react'
import { Logo } from '@/components/ui/logo'
import type { Brand } from '@/lib/branding/brand-style'
import { BrandMark } from './brand-mark'

/** One card in the middle for signing in, invitations and the like; in the tenant's brand, or Portico's without one. */
export function AuthShell({
  brand,
  title,
  description,
  footer,
  children,
}: {
  brand?: Brand
  title: ReactNode
  description?: ReactNode
  footer?: ReactNode
  children?: ReactNode
}) {
  return (
    <div data-touch="" className="flex min-h-dvh flex-col border-t-4 border-accent">
      <main
        id="content"
        className="mx-auto flex w-full max-w-md flex-1 flex-col px-5 pt-12 pb-10 sm:justify-center sm:pt-0"
      >
        <div className="mb-8">{brand ? <BrandMark brand={brand} /> : <Logo />}</div>
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {description && <p className="mt-1.5 text-muted">{description}</p>}
        <div className="mt-6">{children}</div>
        {footer && <div className="mt-8 border-t pt-4 text-sm text-muted">{footer}</div>}
      </main>
    </div>
  )
}
