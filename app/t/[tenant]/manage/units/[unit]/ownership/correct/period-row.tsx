'use client'

import { X } from 'lucide-react'
import { OwnerPicker, type Picked } from '@/app/t/[tenant]/manage/units/[unit]/ownership/owner-picker'
import { ShareField } from '@/app/t/[tenant]/manage/units/[unit]/ownership/share-field'
import { useFormState } from '@/components/form/form-state'
import { FieldError } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'

export type PeriodDraft = {
  key: string
  id: string | null
  picked: Picked | null
  startsOn: string
  endsOn: string
  share: string
}

function Day({
  name,
  label,
  value,
  error,
  id,
  onChange,
}: {
  name: 'startsOn' | 'endsOn'
  label: string
  value: string
  error?: string
  id: string
  onChange: (text: string) => void
}) {
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Input
        id={id}
        type="date"
        name={`${name}[]`}
        value={value}
        aria-invalid={error ? true : undefined}
        onChange={event => onChange(event.target.value)}
      />
      {error && <FieldError>{error}</FieldError>}
    </div>
  )
}

/** One period of a unit's history, to be corrected. */
export function PeriodRow({
  period,
  index,
  onChange,
  onRemove,
}: {
  period: PeriodDraft
  index: number
  onChange: (change: Partial<PeriodDraft>) => void
  onRemove: () => void
}) {
  const { errors, mend } = useFormState()
  function change(part: Partial<PeriodDraft>) {
    mend(...Object.keys(part).map(name => `${name === 'picked' ? 'homeownerId' : name}.${index}`))
    onChange(part)
  }
  function remove() {
    // What was said of rows by their number would stand beside others.
    mend(...Object.keys(errors).filter(name => /\.\d+$/.test(name)))
    onRemove()
  }
  const { key, picked } = period
  return (
    <li className="grid grid-cols-2 items-start gap-3 border-b pb-4 max-sm:[&>:nth-child(3)]:col-span-2 sm:grid-cols-[minmax(0,1fr)_9.5rem_9.5rem_6rem_2rem]">
      <input type="hidden" name="periodId[]" value={period.id ?? ''} />
      <input type="hidden" name="homeownerId[]" value={picked?.id ?? ''} />
      {picked ? (
        <div className="flex flex-col gap-1.5">
          <span className="font-medium">Owner</span>
          <span className="flex min-h-(--control-h) items-center truncate">{picked.name}</span>
        </div>
      ) : (
        <OwnerPicker
          label="Owner"
          error={errors[`homeownerId.${index}`]}
          onPick={chosen => change({ picked: chosen })}
        />
      )}
      <Day
        name="startsOn"
        label="First day"
        id={`${key}-from`}
        value={period.startsOn}
        error={errors[`startsOn.${index}`]}
        onChange={startsOn => change({ startsOn })}
      />
      <Day
        name="endsOn"
        label="No longer on"
        id={`${key}-until`}
        value={period.endsOn}
        error={errors[`endsOn.${index}`]}
        onChange={endsOn => change({ endsOn })}
      />
      <ShareField
        value={period.share}
        error={errors[`share.${index}`]}
        onChange={share => change({ share })}
      />
      <IconButton
        label="This never was: remove it"
        className="max-sm:justify-self-end max-sm:self-end sm:mt-6.5"
        onClick={remove}
      >
        <X aria-hidden />
      </IconButton>
    </li>
  )
}
