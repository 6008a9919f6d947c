'use client'

import { Plus, X } from 'lucide-react'
import { OwnerPicker, type Picked } from '@/app/t/[tenant]/manage/units/[unit]/ownership/owner-picker'
import { ShareField } from '@/app/t/[tenant]/manage/units/[unit]/ownership/share-field'
import { useFormState } from '@/components/form/form-state'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { formatShare } from '@/lib/fraction/fraction'
import { readShare, splitRest } from '@/lib/ownerships/rules'

/** One new owner; `fixed` when the share was written by hand or is kept, so that it follows no others. */
export type OwnerDraft = { key: number; picked: Picked | null; email: string; share: string; fixed: boolean }

/** Gives rows whose share is not fixed an equal part of what the fixed ones leave. */
export function shareOut(rows: OwnerDraft[]): OwnerDraft[] {
  const fixed = rows.filter(row => row.fixed).flatMap(row => readShare(row.share) ?? [])
  const part = splitRest(fixed, rows.filter(row => !row.fixed).length)
  return rows.map(row => (row.fixed ? row : { ...row, share: part ? formatShare(part) : '' }))
}

function PickedOwner({ row, onChange }: { row: OwnerDraft; onChange: (row: OwnerDraft) => void }) {
  const { picked } = row
  const id = `new-email-${row.key}`
  if (!picked) return null
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span className="font-medium">{picked.id === null ? 'New homeowner' : 'Homeowner'}</span>
      <div className="flex min-h-(--control-h) items-center gap-2">
        <span className="min-w-0 flex-1 truncate">
          {picked.name} {picked.id !== null && <span className="text-13 text-muted">{picked.detail}</span>}
        </span>
        <Button variant="link" size="sm" onClick={() => onChange({ ...row, picked: null, email: '' })}>
          Change
        </Button>
      </div>
      {picked.id === null && (
        <>
          <Label htmlFor={id}>Email of {picked.name}</Label>
          <Input
            id={id}
            type="email"
            autoComplete="off"
            value={row.email}
            onChange={event => onChange({ ...row, email: event.target.value })}
          />
        </>
      )}
    </div>
  )
}

function OwnerRow({
  row,
  index,
  onChange,
  onRemove,
}: {
  row: OwnerDraft
  index: number
  onChange: (row: OwnerDraft) => void
  onRemove?: () => void
}) {
  const { errors, mend } = useFormState()
  function change(next: OwnerDraft) {
    if (next.picked !== row.picked || next.email !== row.email)
      mend(`homeownerId.${index}`, `email.${index}`, 'homeownerId')
    // The other rows share out what this one leaves.
    if (next.share !== row.share) mend(...Object.keys(errors).filter(name => name.startsWith('share.')))
    onChange(next)
  }
  const problem = errors[`homeownerId.${index}`]
  const emailProblem = errors[`email.${index}`]
  return (
    <li className="grid grid-cols-[8rem_1fr] items-start gap-3 max-sm:[&>:nth-child(4)]:col-span-2 sm:grid-cols-[minmax(0,1fr)_7rem_2rem]">
      <input type="hidden" name="homeownerId[]" value={row.picked?.id ?? ''} />
      <input type="hidden" name="name[]" value={row.picked?.id === null ? row.picked.name : ''} />
      <input type="hidden" name="email[]" value={row.email} />
      {row.picked ? (
        <div>
          <PickedOwner row={row} onChange={change} />
          {(problem || emailProblem) && <FieldError>{problem ?? emailProblem}</FieldError>}
        </div>
      ) : (
        <OwnerPicker
          label={index === 0 ? 'New owner' : 'Co-owner'}
          allowNew
          error={problem}
          onPick={picked => change({ ...row, picked })}
        />
      )}
      <ShareField
        value={row.share}
        error={errors[`share.${index}`]}
        onChange={share => change({ ...row, share, fixed: share.trim() !== '' })}
      />
      {onRemove && (
        <IconButton label="Remove this owner" className="mt-6.5" onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      )}
    </li>
  )
}

/** The new owners of a unit, one a row, with their shares. */
export function OwnerRows({
  rows,
  onRows,
  onAdd,
}: {
  rows: OwnerDraft[]
  onRows: (rows: OwnerDraft[]) => void
  onAdd: () => void
}) {
  const { errors, mend } = useFormState()
  function remove(row: OwnerDraft) {
    // What was said of rows by their number would stand beside others.
    mend(...Object.keys(errors).filter(name => /\.\d+$/.test(name)))
    onRows(rows.filter(one => one.key !== row.key))
  }
  return (
    <>
      <ul className="flex flex-col gap-4">
        {rows.map((row, index) => (
          <OwnerRow
            key={row.key}
            row={row}
            index={index}
            onChange={changed => onRows(rows.map(one => (one.key === row.key ? changed : one)))}
            onRemove={rows.length > 1 ? () => remove(row) : undefined}
          />
        ))}
      </ul>
      <Button size="sm" className="self-start" onClick={onAdd}>
        <Plus aria-hidden />
        Add a co-owner
      </Button>
    </>
  )
}
