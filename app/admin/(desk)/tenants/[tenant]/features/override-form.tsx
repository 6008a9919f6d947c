'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { ConfirmAction } from '@/components/form/confirm-action'
import { RadioField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { DateField } from '@/components/form/text-field'
import { TextareaField } from '@/components/form/textarea-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { liftOverrideAction, overrideFeatureAction } from './actions'

const choices = [
  { value: 'grant', label: 'Grant', description: 'The company has it, whatever its plans say.' },
  { value: 'deny', label: 'Deny', description: 'The company does not have it, whatever its plans say.' },
]

/** Grants, denies or lets the plans decide about one feature of a company; always with the reason. */
export function OverrideForm(props: {
  tenantId: string
  feature: string
  label: string
  overridden: boolean
  /** What is mostly wanted: the opposite of what the plans say. */
  usual: 'grant' | 'deny'
}) {
  const { tenantId, feature, label, overridden, usual } = props
  const [asking, setAsking] = useState(false)
  const router = useRouter()
  function done() {
    setAsking(false)
    router.refresh()
  }
  return (
    <div className="flex gap-2">
      {overridden && (
        <ConfirmAction
          action={liftOverrideAction}
          values={{ tenantId, feature }}
          size="sm"
          danger={false}
          label="Lift"
          title={`Let the plans decide about ${label}?`}
          confirm="Lift"
          doneMessage="The plans decide again"
        >
          The company’s next request goes by its plans alone.
        </ConfirmAction>
      )}
      <Button size="sm" onClick={() => setAsking(true)}>
        Override
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={label}
        description="Holds from the company’s next request on. Its admins see the reason."
      >
        <ActionForm action={overrideFeatureAction} doneMessage={`${label} is overridden`} onDone={done}>
          <input type="hidden" name="tenantId" value={tenantId} />
          <input type="hidden" name="feature" value={feature} />
          <RadioField name="effect" label="Decision" choices={choices} defaultValue={usual} />
          <TextareaField name="reason" label="Reason" rows={3} maxLength={300} />
          <DateField
            name="untilOn"
            label="Until"
            hint="The first day without it, in UTC. Empty: until lifted."
            optional
          />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <SubmitButton>Save</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </div>
  )
}
