import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { SessionList } from '@/app/t/[tenant]/session-list'
import { ConfirmAction } from '@/components/form/confirm-action'
import { Section } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { listAdminSessions } from '@/lib/admins/list-admin-sessions'
import { adminRoleLabel } from '@/lib/admins/rules'
import { endOwnSessionAction } from './actions'
import { AdminPasswordForm } from './admin-password-form'
import { FactorForms } from './factor-forms'

export const metadata: Metadata = { title: 'Your account' }

/** An admin's own page: password, second factor, devices. */
export default platformPage({ can: 'account:manage' }, async ({ tx, admin }) => {
  const sessions = await listAdminSessions(tx, admin.adminId, new Date())
  return (
    <Desk admin={admin}>
      <PageHeader title="Your account" description={`${admin.email} · ${adminRoleLabel(admin.role)}`} />
      <div className="flex max-w-3xl flex-col gap-5">
        <Section title="Password">
          <AdminPasswordForm email={admin.email} />
        </Section>
        <Section title="Second factor" description="A code of the present app is needed for either of these.">
          <FactorForms />
        </Section>
        <Section title="Where you are signed in" padded={false}>
          <SessionList
            sessions={sessions}
            zone="UTC"
            current={admin.sessionId}
            act={({ id }) =>
              id !== admin.sessionId && (
                <ConfirmAction
                  action={endOwnSessionAction}
                  values={{ sessionId: id }}
                  label="Sign out"
                  size="sm"
                  title="Sign this device out?"
                  confirm="Sign out"
                  doneMessage="Signed out"
                />
              )
            }
          />
        </Section>
      </div>
    </Desk>
  )
})
