import Link from 'next/link'
import type { ReactNode } from 'react'
import { ActionRow } from './action-row'
import { cn } from './cn'

/** A framed surface; borders, no shadow. */
export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cn('rounded-lg border bg-surface', className)}>{children}</div>
}

/** A framed part of a page with a heading, an optional sentence and actions, and a footer line. */
export function Section({
  title,
  description,
  actions,
  footer,
  padded = true,
  className,
  id,
  children,
}: {
  title: ReactNode
  description?: ReactNode
  actions?: ReactNode
  footer?: ReactNode
  padded?: boolean
  className?: string
  id?: string
  children: ReactNode
}) {
  return (
    <section id={id} className={cn('overflow-clip rounded-lg border bg-surface', className)}>
      <header className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-2.5">
        <div className="min-w-0">
          <h2 className="text-sm font-semibold [[data-touch]_&]:text-base">{title}</h2>
          {description && <p className="text-13 text-muted">{description}</p>}
        </div>
        {actions && <ActionRow small>{actions}</ActionRow>}
      </header>
      <div className={padded ? 'p-4' : undefined}>{children}</div>
      {footer && <footer className="border-t bg-sunken px-4 py-2.5 text-13 text-muted">{footer}</footer>}
    </section>
  )
}

/** Leads from a section's heading to where there is more of it. */
export function SectionLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="rounded-sm text-13 font-medium text-accent-ink underline-offset-4 hover:underline"
    >
      {children}
    </Link>
  )
}

/** Settings in two columns: what it is about on the left, the form on the right; one column on phones. */
export function SettingsRow({
  title,
  description,
  children,
}: {
  title: ReactNode
  description?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="grid gap-4 border-b py-8 first-of-type:pt-0 last:border-b-0 lg:grid-cols-[minmax(0,18rem)_minmax(0,1fr)] lg:gap-12">
      <div>
        <h2 className="font-semibold">{title}</h2>
        {description && <p className="mt-1 text-13 text-muted">{description}</p>}
      </div>
      <div className="min-w-0 max-w-2xl">{children}</div>
    </section>
  )
}
