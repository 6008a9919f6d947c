import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signAdminOutAction } from '@/app/admin/(desk)/admins/actions'
import { Desk } from '@/app/admin/(desk)/desk'
import { SessionList } from '@/app/t/[tenant]/session-list'
import { ConfirmAction } from '@/components/form/confirm-action'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { Email } from '@/components/ui/email'
import { PageHeader } from '@/components/ui/page-header'
import { platformPage } from '@/lib/action/platform-entry'
import { listAdminSessions } from '@/lib/admins/list-admin-sessions'
import { readAdminPerson } from '@/lib/admins/read-admin-person'
import { adminRoleLabel, adminStates } from '@/lib/admins/rules'
import { adminCan } from '@/lib/auth/admin-actor'
import { PersonActions } from './person-actions'
import { RoleForm } from './role-form'

export const metadata: Metadata = { title: 'Admin' }

/** One of the platform's people: role, second factor, sessions. */
export default platformPage({ can: 'admin:read' }, async ({ tx, admin, params }) => {
  const person = await readAdminPerson(tx, params.admin ?? '')
  if (!person) notFound()
  const manages = adminCan(admin, 'admin:manage') && person.id !== admin.adminId
  const sessions = manages ? await listAdminSessions(tx, person.id, new Date()) : []
  const state = adminStates.find(({ value }) => value === person.state)
  return (
    <Desk admin={admin}>
      <PageHeader
        crumbs={[{ label: 'Admins', href: '/admins' }, { label: person.name }]}
        title={person.name}
        status={<Status tone={state?.tone}>{state?.label}</Status>}
        actions={manages && <PersonActions person={person} />}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Section title="Person" className={manages ? undefined : 'lg:col-span-2'}>
          <Details
            items={[
              { label: 'Email', value: <Email address={person.email} /> },
              { label: 'Role', value: adminRoleLabel(person.role) },
              { label: 'Second factor', value: person.enrolled ? 'Set up' : 'Not set up yet' },
            ]}
          />
        </Section>
        {manages && (
          <Section title="What they may do" description="Counts from their next click on.">
            <RoleForm adminId={person.id} role={person.role} />
          </Section>
        )}
        {manages && (
          <Section title="Where they are signed in" padded={false} className="lg:col-span-2">
            {sessions.length === 0 ? (
              <p className="p-4 text-muted">Nowhere.</p>
            ) : (
              <SessionList
                sessions={sessions}
                zone="UTC"
                act={({ id }) => (
                  <ConfirmAction
                    action={signAdminOutAction}
                    values={{ adminId: person.id, sessionId: id }}
                    label="Sign out"
                    size="sm"
                    title="Sign this device out?"
                    confirm="Sign out"
                    doneMessage="Signed out"
                  />
                )}
              />
            )}
          </Section>
        )}
      </div>
    </Desk>
  )
})
