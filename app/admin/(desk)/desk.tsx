import {
  BellRing,
  Building2,
  ChartLine,
  Diff,
  KeyRound,
  ListChecks,
  ReceiptText,
  ScrollText,
  UserRound,
  Webhook,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { leave } from '@/app/admin/leave'
import { AdminShell } from '@/components/layout/admin-shell'
import { adminRoleLabel } from '@/lib/admins/rules'
import { type AdminActor, type AdminPermission, adminCan } from '@/lib/auth/admin-actor'

const places: { href: string; label: string; icon: ReactNode; can: AdminPermission }[] = [
  { href: '/', label: 'Overview', icon: <ChartLine aria-hidden />, can: 'metric:read' },
  { href: '/tenants', label: 'Companies', icon: <Building2 aria-hidden />, can: 'tenant:read' },
  { href: '/invoices', label: 'Invoices', icon: <ReceiptText aria-hidden />, can: 'invoice:read' },
  { href: '/dunning', label: 'Dunning', icon: <BellRing aria-hidden />, can: 'invoice:read' },
  { href: '/differences', label: 'Differences', icon: <Diff aria-hidden />, can: 'invoice:read' },
  { href: '/webhooks', label: 'Webhooks', icon: <Webhook aria-hidden />, can: 'invoice:read' },
  { href: '/jobs', label: 'Jobs', icon: <ListChecks aria-hidden />, can: 'job:read' },
  { href: '/tokens', label: 'API tokens', icon: <KeyRound aria-hidden />, can: 'token:manage' },
  { href: '/admins', label: 'Admins', icon: <UserRound aria-hidden />, can: 'admin:read' },
  { href: '/audit', label: 'Audit log', icon: <ScrollText aria-hidden />, can: 'audit:read' },
]

/** The frame of every page of the platform's dashboard, with the places that the admin's role opens. */
export function Desk({ admin, children }: { admin: AdminActor; children: ReactNode }) {
  const nav = places
    .filter(place => adminCan(admin, place.can))
    .map(({ href, label, icon }) => ({ href, label, icon }))
  return (
    <AdminShell
      person={{ name: admin.name, detail: adminRoleLabel(admin.role) }}
      nav={nav}
      homeHref="/"
      personItems={[{ label: 'Your account', href: '/account', icon: <UserRound aria-hidden /> }]}
      signOut={leave}
    >
      {children}
    </AdminShell>
  )
}
