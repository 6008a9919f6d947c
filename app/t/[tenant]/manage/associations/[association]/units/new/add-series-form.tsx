'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { addSeriesAction } from '@/app/t/[tenant]/manage/units/actions'
import { FractionFields } from '@/app/t/[tenant]/manage/units/unit-fields'
import { ActionForm } from '@/components/form/action-form'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { spellSeries } from '@/lib/units/rules'

function Preview({ numbers, floors }: { numbers: string; floors: string }) {
  if (numbers.trim() === '') return null
  const labels = spellSeries(numbers, floors)
  if (!labels) return <p className="text-13 text-muted">Write ranges such as 101–120, divided by commas.</p>
  const some = labels.length > 8 ? [...labels.slice(0, 5), '…', ...labels.slice(-2)] : labels
  return (
    <Notice title={labels.length === 1 ? '1 unit' : `${labels.length.toLocaleString('en-US')} units`}>
      <span className="tabular-nums">{some.join(', ').replace(', …,', ' …')}</span>
    </Notice>
  )
}

/** The form for a numbered series of units, with what it will come to. */
export function AddSeriesForm({ associationId }: { associationId: string }) {
  const router = useRouter()
  const [numbers, setNumbers] = useState('')
  const [floors, setFloors] = useState('')
  const back = `/manage/associations/${associationId}/units`
  return (
    <ActionForm
      action={addSeriesAction}
      doneMessage="Units added"
      onDone={() => {
        router.push(back)
        router.refresh()
      }}
    >
      <input type="hidden" name="associationId" value={associationId} />
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
        <TextField
          name="numbers"
          label="Numbers"
          hint="Ranges and single ones: 101–120, 201–220, PH1"
          value={numbers}
          onChange={event => setNumbers(event.target.value)}
          autoComplete="off"
        />
        <TextField
          name="floors"
          label="Floors"
          optional
          hint="01–20 on 1–6: 101 to 620"
          value={floors}
          onChange={event => setFloors(event.target.value)}
          autoComplete="off"
        />
      </div>
      <Preview numbers={numbers} floors={floors} />
      <FractionFields />
      <FormActions>
        <SubmitButton>Add units</SubmitButton>
        <ButtonLink href={back} variant="ghost">
          Cancel
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}
