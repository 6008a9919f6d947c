import { archiveHomeownerAction, restoreHomeownerAction } from '@/app/t/[tenant]/manage/homeowners/actions'
import { ActionButton, ConfirmAction } from '@/components/form/confirm-action'
import { ButtonLink } from '@/components/ui/button'

type Props = {
  id: string
  name: string
  archived: boolean
  /** The looker is a guest and the homeowner signs in, which a guest neither ends nor leads back to. */
  held: boolean
}

/** What can be done with a homeowner's record as a whole. */
export function RecordActions({ id, name, archived, held }: Props) {
  const values = { homeownerId: id }
  if (held)
    return (
      <>
        <span className="text-13 text-muted">
          Guests do not {archived ? 'restore' : 'archive'} people who sign in
        </span>
        {!archived && <ButtonLink href={`/manage/homeowners/${id}/edit`}>Edit</ButtonLink>}
      </>
    )
  if (archived)
    return (
      <ActionButton
        action={restoreHomeownerAction}
        values={values}
        label="Restore"
        doneMessage={`${name} is out of the archive`}
      />
    )
  return (
    <>
      <ConfirmAction
        action={archiveHomeownerAction}
        values={values}
        variant="ghost"
        label="Archive"
        title={`Archive ${name}?`}
        confirm="Archive"
        doneMessage={`${name} is in the archive`}
      >
        The record leaves the lists and access to the portal ends. The history stays, and you can restore it.
      </ConfirmAction>
      <ButtonLink href={`/manage/homeowners/${id}/edit`}>Edit</ButtonLink>
    </>
  )
}
