'use client'

import { useId } from 'react'
import { useFieldError } from '@/components/form/form-state'
import { cn } from '@/components/ui/cn'
import { FieldError, fieldAria } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { compareFractions, formatShare, sumOf, whole } from '@/lib/fraction/fraction'
import { readShare } from '@/lib/ownerships/rules'

/** A share of the unit as people write it: 1/2, 50%, 33 1/3%. */
export function ShareField({
  value,
  onChange,
  error,
  label = 'Share',
}: {
  value: string
  onChange: (text: string) => void
  error?: string
  label?: string
}) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Input
        {...fieldAria(id, { error })}
        name="share[]"
        value={value}
        onChange={event => onChange(event.target.value)}
        autoComplete="off"
        className="tabular-nums"
      />
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}

/** Why the history as a whole was refused, such as what its shares add up to. */
export function SharesProblem() {
  const refused = useFieldError('shares')
  return refused && <FieldError>{refused}</FieldError>
}

/** What the shares written so far add up to; they must make one whole. */
export function ShareSum({ shares }: { shares: string[] }) {
  const refused = useFieldError('shares')
  const parts = shares.map(readShare)
  const known = parts.every(part => part !== null)
  const sum = sumOf(parts.flatMap(part => part ?? []))
  const fits = known && compareFractions(sum, whole) === 0
  if (refused && !fits) return <FieldError>{refused}</FieldError>
  return (
    <p role="status" className={cn('text-13 tabular-nums', fits ? 'text-positive' : 'text-caution')}>
      {fits
        ? 'The shares add up to 100%.'
        : known
          ? `The shares add up to ${formatShare(sum)}; they must add up to exactly 100%.`
          : 'Write every share, such as 1/2, 50% or 33 1/3%.'}
    </p>
  )
}
