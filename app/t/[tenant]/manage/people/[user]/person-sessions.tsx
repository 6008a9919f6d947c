import { endTheirSessionAction, endTheirSessionsAction } from '@/app/t/[tenant]/manage/people/actions'
import { SessionList } from '@/app/t/[tenant]/session-list'
import { ActionButton, ConfirmAction } from '@/components/form/confirm-action'
import { Section } from '@/components/ui/card'
import type { OpenSession } from '@/lib/auth/list-sessions'
import type { Person } from '@/lib/people/read-person'

/** Where a person is signed in, and signing them out. */
export function PersonSessions({
  person,
  sessions,
  zone,
  mayEnd,
}: {
  person: Person
  sessions: OpenSession[]
  zone: string
  mayEnd: boolean
}) {
  const { id: userId, name } = person
  return (
    <Section
      title="Where they are signed in"
      padded={sessions.length === 0}
      actions={
        mayEnd &&
        sessions.length > 0 && (
          <ConfirmAction
            action={endTheirSessionsAction}
            values={{ userId }}
            label="Sign out everywhere"
            title={`Sign ${name} out everywhere?`}
            confirm="Sign out everywhere"
            doneMessage={`${name} is signed out everywhere`}
            size="sm"
          >
            They can sign in again right away.
          </ConfirmAction>
        )
      }
    >
      {sessions.length === 0 ? (
        <p className="text-muted">Not signed in anywhere.</p>
      ) : (
        <SessionList
          sessions={sessions}
          zone={zone}
          act={session =>
            mayEnd && (
              <ActionButton
                action={endTheirSessionAction}
                values={{ userId, sessionId: session.id }}
                label="Sign out"
                doneMessage={`${session.device} is signed out`}
                size="sm"
              />
            )
          }
        />
      )}
    </Section>
  )
}
