import type { ReactNode } from 'react'
import { Desk } from '@/app/admin/(desk)/desk'
import { Status } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { TabNav } from '@/components/ui/tab-nav'
import { accountStateChoices } from '@/lib/accounts/states'
import { type AdminActor, type AdminPermission, adminCan } from '@/lib/auth/admin-actor'
import { tenantStatuses } from '@/lib/directory/rules'
import { TenantActions } from './tenant-actions'

type Company = {
  id: string
  name: string
  status: string
  statusReason: string | null
  account: { state: string } | null
}
type Part = '' | '/billing' | '/use' | '/features' | '/messages' | '/jobs' | '/notes'

const parts: { path: Part; label: string; can?: AdminPermission }[] = [
  { path: '', label: 'Overview' },
  { path: '/billing', label: 'Billing' },
  { path: '/use', label: 'Usage' },
  { path: '/features', label: 'Features' },
  { path: '/messages', label: 'Messages', can: 'job:read' },
  { path: '/jobs', label: 'Jobs', can: 'job:read' },
  { path: '/notes', label: 'Notes' },
]

/** The head of a company's pages in the dashboard, with its parts. */
export function TenantFrame({
  admin,
  company,
  part,
  children,
}: {
  admin: AdminActor
  company: Company
  part: Part
  children: ReactNode
}) {
  const { id, name, status, statusReason } = company
  // An open company stands as its account does; the directory alone knows one that is closed or suspended by an admin.
  const standing = status === 'active' && company.account ? company.account.state : status
  const state = [...accountStateChoices, ...tenantStatuses].find(choice => choice.value === standing)
  const base = `/tenants/${id}`
  return (
    <Desk admin={admin}>
      <PageHeader
        crumbs={[{ label: 'Companies', href: '/tenants' }, { label: name }]}
        title={name}
        status={<Status tone={state?.tone}>{state?.label}</Status>}
        actions={adminCan(admin, 'tenant:suspend') && <TenantActions id={id} name={name} status={status} />}
      />
      <TabNav
        label={`Parts of ${name}`}
        current={`${base}${part}`}
        tabs={parts
          .filter(({ can }) => !can || adminCan(admin, can))
          .map(({ path, label }) => ({ href: `${base}${path}`, label }))}
      />
      <div className="mt-5">
        {status === 'suspended' && (
          <Notice
            tone="caution"
            title="On hold: its pages are closed, its jobs wait, and nothing is charged."
            className="mb-5"
          >
            Reason: {statusReason}
          </Notice>
        )}
        {status === 'closed' && (
          <Notice
            tone="caution"
            title="Closed: its pages are not served, and it is to be deleted."
            className="mb-5"
          >
            An owner can take that back on its overview.
          </Notice>
        )}
        {children}
      </div>
    </Desk>
  )
}
