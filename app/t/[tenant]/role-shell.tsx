import { House, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { GuestBanner } from '@/components/layout/guest-banner'
import { ManageShell } from '@/components/layout/manage-shell'
import type { NavItem } from '@/components/layout/nav'
import { Outlet, PageSlot } from '@/components/layout/page-slot'
import { PendingPage } from '@/components/layout/pending-page'
import { PortalShell } from '@/components/layout/portal-shell'
import { viewer } from '@/lib/action/request-actor'
import { requestFace } from '@/lib/action/request-face'
import type { Account } from '@/lib/auth/account'
import { can, type UserActor } from '@/lib/auth/actor'
import { roleLabels, staffRoles } from '@/lib/auth/permissions'
import type { Brand } from '@/lib/branding/brand-style'
import { shownBrand } from '@/lib/branding/shown-brand'
import { AccountBanner } from './account-banner'
import { leave } from './leave'
import { commands, navigation, type Place } from './manage/navigation'

type ShellProps = { actor: UserActor; brand: Brand; zone: string; account: Account }

function itemsFor(actor: UserActor, account: Account, places: Place[]): NavItem[] {
  return places
    .filter(place => place.can === null || can(actor, place.can))
    .filter(place => !place.feature || account.features.includes(place.feature))
    .map(({ label, href, exact, icon: Icon }) => ({ label, href, exact, icon: <Icon aria-hidden /> }))
}

function Manage({ actor, brand, zone, account }: ShellProps) {
  const nav = navigation
    .map(group => ({ label: group.label, items: itemsFor(actor, account, group.places) }))
    .filter(group => group.items.length > 0)
  return (
    <ManageShell
      brand={brand}
      person={{ name: actor.name, detail: actor.guest ? 'Guest, of Portico' : roleLabels[actor.role] }}
      nav={nav}
      homeHref="/manage"
      personItems={
        actor.guest ? [] : [{ label: 'Your account', href: '/account', icon: <UserRound aria-hidden /> }]
      }
      signOut={leave}
      commands={itemsFor(actor, account, commands).map(item => ({ ...item, group: 'Do' }))}
      searchUrl="/api/search"
      banner={
        actor.guest ? (
          <GuestBanner name={actor.name} until={actor.guest.until} zone={zone} leave={leave} />
        ) : (
          <AccountBanner account={account} actor={actor} now={new Date()} />
        )
      }
    >
      <PendingPage lists>
        <Outlet />
      </PendingPage>
    </ManageShell>
  )
}

const portalNav: NavItem[] = [
  { label: 'Home', href: '/portal', icon: <House aria-hidden /> },
  { label: 'Account', href: '/account', icon: <UserRound aria-hidden /> },
]

function Portal({ actor, brand }: ShellProps) {
  return (
    <PortalShell
      brand={brand}
      person={{ name: actor.name }}
      nav={portalNav}
      homeHref="/portal"
      personHref="/account"
    >
      <PendingPage>
        <Outlet />
      </PendingPage>
    </PortalShell>
  )
}

async function Shell() {
  const [{ tenant }, { actor, brand, account }] = await Promise.all([requestFace(), viewer()])
  if (!actor || tenant?.status !== 'active') return <Outlet />
  const Around = staffRoles.has(actor.role) ? Manage : Portal
  return <Around actor={actor} brand={shownBrand(brand)} zone={brand.zone} account={account} />
}

/**
 * The shell that belongs to whoever is looking: the back office for the company's own people, the portal for
 * everybody else. The page is rendered beside it, since it is the page that proves who is looking.
 */
export function RoleShell({ children }: { children: ReactNode }) {
  return (
    <PageSlot page={children}>
      <Shell />
    </PageSlot>
  )
}
