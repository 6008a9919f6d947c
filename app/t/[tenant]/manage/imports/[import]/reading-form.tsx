'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { rereadFileAction } from '@/app/t/[tenant]/manage/imports/actions'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { encodingLabels, separatorLabels } from './words'

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** Corrects how a file is read, for when accents look wrong or the headings stand elsewhere. */
export function ReadingForm(props: {
  importId: string
  csv: boolean
  encoding: string
  delimiter: string
  headerRow: string
}) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <div>
        <Button size="sm" onClick={() => setOpen(true)}>
          Read it differently
        </Button>
      </div>
    )
  return (
    <ActionForm action={rereadFileAction} onDone={() => router.refresh()}>
      <input type="hidden" name="importId" value={props.importId} />
      {props.csv ? (
        <>
          <SelectField
            name="encoding"
            label="Encoding"
            placeholder="Recognise"
            optional
            options={optionsOf(encodingLabels)}
            defaultValue={props.encoding}
          />
          <SelectField
            name="delimiter"
            label="Separator"
            placeholder="Recognise"
            optional
            options={optionsOf(separatorLabels)}
            defaultValue={props.delimiter}
          />
        </>
      ) : (
        <>
          <input type="hidden" name="encoding" value="" />
          <input type="hidden" name="delimiter" value="" />
        </>
      )}
      <TextField
        name="headerRow"
        label="Headings in row"
        optional
        inputMode="numeric"
        defaultValue={props.headerRow}
        className="max-w-40"
      />
      <FormActions>
        <SubmitButton variant="secondary">Read again</SubmitButton>
      </FormActions>
    </ActionForm>
  )
}
