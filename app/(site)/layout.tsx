import type { ReactNode } from 'react'
import { SiteShell } from '@/components/layout/site-shell'

const links = [
  { href: '/#import', label: 'Import' },
  { href: '/#isolation', label: 'Isolation' },
  { href: '/#roles', label: 'Roles' },
  { href: '/#portal', label: 'Portal' },
  { href: '/#pricing', label: 'Pricing' },
]

const footer = [
  {
    title: 'Start',
    links: [
      { href: '/sign-up', label: 'Create your company' },
      { href: '/find', label: 'Find your portal' },
      { href: '/#pricing', label: 'Pricing' },
    ],
  },
  { title: 'What works today', links: links.filter(link => link.label !== 'Pricing') },
]

/** Portico's public pages. */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <SiteShell
      links={links}
      signIn={{ href: '/find', label: 'Sign in' }}
      signUp={{ href: '/sign-up', label: 'Create your company' }}
      footer={footer}
    >
      {children}
    </SiteShell>
  )
}
