import { leave } from '@/app/t/[tenant]/leave'
import { SessionList } from '@/app/t/[tenant]/session-list'
import { ActionButton, ConfirmAction } from '@/components/form/confirm-action'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { tenantPage } from '@/lib/action/tenant-page'
import { asMember } from '@/lib/auth/actor'
import { listSessions } from '@/lib/auth/list-sessions'
import { roleLabels, staffRoles } from '@/lib/auth/permissions'
import { endAllSessionsAction, endSessionAction } from './actions'
import { OwnPermissions } from './own-permissions'
import { PasswordForm } from './password-form'
import { ProfileForm } from './profile-form'

export const metadata = { title: 'Your account' }

/** A person's own page: profile, password, devices, and what they may do. */
export default tenantPage({ can: 'account:manage' }, async ({ tx, actor: viewer, brand }) => {
  const actor = asMember(viewer)
  const user = await tx.user.findFirstOrThrow({
    where: { id: actor.userId },
    select: { phone: true, passwordHash: true },
  })
  const sessions = await listSessions(tx, { id: actor.userId, role: actor.role })
  return (
    <div className="flex max-w-3xl flex-col gap-5 [&>header]:mb-0">
      <PageHeader
        title="Your account"
        description={`${actor.email} · ${roleLabels[actor.role]} at ${brand.name}`}
        actions={
          <form action={leave}>
            <SubmitButton variant="secondary">Sign out</SubmitButton>
          </form>
        }
      />
      <Section title="Profile">
        <ProfileForm name={actor.name} phone={user.phone} />
      </Section>
      <Section
        title="Password"
        description={
          user.passwordHash ? undefined : 'You sign in with links by email. Set a password to have both ways.'
        }
      >
        <PasswordForm email={actor.email} hasPassword={user.passwordHash !== null} />
      </Section>
      <Section
        title="Where you are signed in"
        padded={false}
        actions={
          <ConfirmAction
            action={endAllSessionsAction}
            label="Sign out everywhere"
            title="Sign out everywhere?"
            confirm="Sign out everywhere"
            doneMessage="Signed out everywhere"
            size="sm"
          >
            Every device listed here is signed out, this one too. You can sign in again right away.
          </ConfirmAction>
        }
      >
        <SessionList
          sessions={sessions}
          zone={brand.zone}
          current={actor.sessionId}
          act={session =>
            session.id !== actor.sessionId && (
              <ActionButton
                action={endSessionAction}
                values={{ sessionId: session.id }}
                label="Sign out"
                doneMessage={`${session.device} is signed out`}
                size="sm"
              />
            )
          }
        />
      </Section>
      {staffRoles.has(actor.role) && (
        <Section title="What you may do" description="Set by your company’s admins.">
          <OwnPermissions actor={actor} />
        </Section>
      )}
    </div>
  )
})
