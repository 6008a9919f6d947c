'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { cancelDeletionAction, requestDeletionAction } from '@/app/admin/(desk)/actions'
import { ActionForm } from '@/components/form/action-form'
import { ConfirmAction } from '@/components/form/confirm-action'
import { SubmitButton } from '@/components/form/submit-button'
import { TextareaField } from '@/components/form/textarea-field'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Dialog } from '@/components/ui/dialog'
import { Instant } from '@/components/ui/time'

type Request = { requestedAt: Date; dueAt: Date; reason: string }
type Props = { id: string; name: string; status: string; request: Request | null }

function AskDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const router = useRouter()
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Ask to delete ${name}?`}
      description="Its pages close at once. Nothing is removed for 30 days, in which this can be taken back."
    >
      <ActionForm
        action={requestDeletionAction}
        doneMessage={`${name} is closed`}
        onDone={() => {
          onClose()
          router.refresh()
        }}
      >
        <input type="hidden" name="tenantId" value={id} />
        <TextareaField name="reason" label="Reason" hint="Who asked for it, and how." rows={3} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton variant="danger">Ask for deletion</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  )
}

/** Asking for a company's deletion, or taking that back; the removal itself is an operator's. */
export function DeletionSection({ id, name, status, request }: Props) {
  const [asking, setAsking] = useState(false)
  if (request)
    return (
      <Section
        title="Deletion"
        actions={
          <ConfirmAction
            action={cancelDeletionAction}
            values={{ tenantId: id }}
            label="Take back"
            size="sm"
            title={`Keep ${name}?`}
            confirm="Keep the company"
            danger={false}
            doneMessage={`${name} is kept`}
          >
            The company becomes what it was before.
          </ConfirmAction>
        }
      >
        <p>
          Asked for on <Instant at={request.requestedAt} zone="UTC" dateOnly />: {request.reason}
        </p>
        <p className="text-muted">
          Until <Instant at={request.dueAt} zone="UTC" zoned /> this can be taken back; then an operator may
          remove the company for good.
        </p>
      </Section>
    )
  if (status !== 'active' && status !== 'suspended') return null
  return (
    <Section
      title="Deletion"
      actions={
        <Button size="sm" variant="danger-outline" onClick={() => setAsking(true)}>
          Ask for deletion
        </Button>
      }
    >
      <p className="text-muted">Closes the company at once; it can be taken back for 30 days.</p>
      {asking && <AskDialog id={id} name={name} onClose={() => setAsking(false)} />}
    </Section>
  )
}
