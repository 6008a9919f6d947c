import {
  resendInvitationAction,
  restorePersonAction,
  suspendPersonAction,
} from '@/app/t/[tenant]/manage/people/actions'
import { ActionButton, ConfirmAction } from '@/components/form/confirm-action'
import type { Person } from '@/lib/people/read-person'

/** What can be done with a person's access as it stands. */
export function PersonActions({ person }: { person: Person }) {
  const values = { userId: person.id }
  if (person.state.value === 'suspended')
    return (
      <ActionButton
        action={restorePersonAction}
        values={values}
        label="Restore access"
        doneMessage={`${person.name} can sign in again`}
      />
    )
  return (
    <>
      {person.state.value === 'invited' && (
        <ActionButton
          action={resendInvitationAction}
          values={values}
          label="Send invitation again"
          doneMessage="Invitation on its way; the earlier link has ended"
        />
      )}
      <ConfirmAction
        action={suspendPersonAction}
        values={values}
        label="Suspend"
        title={`Suspend ${person.name}?`}
        confirm="Suspend"
        doneMessage={`${person.name} is suspended`}
      >
        They are signed out at once and cannot sign in until you restore their access. Nothing they did is
        lost.
      </ConfirmAction>
    </>
  )
}
