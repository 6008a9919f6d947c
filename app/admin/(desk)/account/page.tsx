import type { Metadata } from 'next'
import { Desk } from '@/app/admin/(desk)/desk'
import { SessionList } from '@/app/t/[tenant]/session-list'
import { ConfirmAction } from '@/components/form/confirm-action'
import { Card, SettingsRow } from '@/components/ui/card'
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
      <div className="border-t pt-8">
        <SettingsRow title="Password" description="A new one signs your other devices out.">
          <AdminPasswordForm email={admin.email} />
        </SettingsRow>
        <SettingsRow
          title="Second factor"
          description="Every sign-in asks for a code of your authenticator app, or one of your recovery codes."
        >
          <FactorForms />
        </SettingsRow>
        <SettingsRow title="Where you are signed in" description="Sign out whatever you do not know.">
          <Card>
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
          </Card>
        </SettingsRow>
      </div>
    </Desk>
  )
})
