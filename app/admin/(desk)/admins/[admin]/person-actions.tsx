'use client'

import {
  resendInvitationAction,
  resetFactorAction,
  restoreAdminAction,
  suspendAdminAction,
} from '@/app/admin/(desk)/admins/actions'
import { ActionButton, ConfirmAction } from '@/components/form/confirm-action'
import type { AdminPerson } from '@/lib/admins/read-admin-person'

/** What an owner can do about another admin's access. */
export function PersonActions({ person }: { person: AdminPerson }) {
  const values = { adminId: person.id }
  if (person.state === 'suspended')
    return (
      <ActionButton
        action={restoreAdminAction}
        values={values}
        label="Restore"
        variant="primary"
        doneMessage={`${person.name} can sign in again`}
      />
    )
  return (
    <>
      {person.state === 'invited' && (
        <ActionButton
          action={resendInvitationAction}
          values={values}
          label="Send the invitation again"
          doneMessage="The invitation is on its way"
        />
      )}
      {person.enrolled && (
        <ConfirmAction
          action={resetFactorAction}
          values={values}
          label="Reset second factor"
          title={`Reset ${person.name}’s second factor?`}
          confirm="Reset"
          doneMessage="Second factor reset"
        >
          They are signed out everywhere. With their password they can set a new one up, so make sure it is
          they who ask.
        </ConfirmAction>
      )}
      <ConfirmAction
        action={suspendAdminAction}
        values={values}
        label="Suspend"
        variant="danger-outline"
        title={`Suspend ${person.name}?`}
        confirm="Suspend"
        doneMessage={`${person.name} is suspended`}
      >
        They are signed out everywhere at once, and out of every company that let them in.
      </ConfirmAction>
    </>
  )
}
