import Link from 'next/link'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { ArchMark, Logo } from '@/components/ui/logo'
import { SkipLink } from './skip-link'
import { ThemeToggle } from './theme-toggle'

export type SiteLink = { href: string; label: string }

/** Portico's public pages: header with the way in, footer with everything else. */
export function SiteShell({
  links,
  signIn,
  signUp,
  footer,
  children,
}: {
  links: SiteLink[]
  signIn: SiteLink
  signUp: SiteLink
  footer: { title: string; links: SiteLink[] }[]
  children: ReactNode
}) {
  return (
    <div className="flex min-h-dvh flex-col text-base">
      <SkipLink />
      <header className="border-b">
        <div className="mx-auto flex h-16 max-w-6xl items-center gap-3 px-5 sm:gap-8">
          <Link href="/" className="mr-auto rounded-sm">
            <Logo />
          </Link>
          <nav aria-label="Main" className="hidden gap-6 text-sm text-muted md:flex">
            {links.map(link => (
              <Link key={link.href} href={link.href} className="rounded-sm hover:text-ink">
                {link.label}
              </Link>
            ))}
          </nav>
          <div className="flex items-center gap-1.5">
            <ButtonLink href={signIn.href} variant="ghost" className="px-2 text-sm sm:px-3">
              {signIn.label}
            </ButtonLink>
            <ButtonLink href={signUp.href} variant="primary" className="px-2.5 text-sm sm:px-3">
              {signUp.label}
            </ButtonLink>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <footer className="border-t bg-sunken text-sm">
        <div className="mx-auto flex max-w-6xl flex-wrap justify-between gap-10 px-5 py-10">
          <div className="flex flex-col items-start gap-4">
            <ArchMark className="size-8 text-accent-ink" />
            <p className="max-w-56 text-muted">For companies that look after other people’s homes.</p>
            <ThemeToggle />
          </div>
          {footer.map(column => (
            <nav key={column.title} aria-label={column.title}>
              <p className="pb-2 font-medium">{column.title}</p>
              <ul className="flex flex-col gap-1.5 text-muted">
                {column.links.map(link => (
                  <li key={link.href}>
                    <Link
                      href={link.href}
                      className="rounded-sm hover:text-ink hover:underline underline-offset-4"
                    >
                      {link.label}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
      </footer>
    </div>
  )
}
