import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { InviteForm } from './invite-form'

export const metadata: Metadata = { title: 'Invite an admin' }

/** Inviting somebody to run Portico. */
export default platformPage({ can: 'admin:manage' }, async ({ admin }) => (
  <Desk admin={admin}>
    <PageHeader
      crumbs={[{ label: 'Admins', href: '/admins' }, { label: 'Invite' }]}
      title="Invite an admin"
      description="They get an email with a link that works once, for seven days."
    />
    <InviteForm />
  </Desk>
))
