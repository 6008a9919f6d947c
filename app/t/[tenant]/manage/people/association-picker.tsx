'use client'

import { useEffect, useId, useState } from 'react'
import { useFieldError } from '@/components/form/form-state'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldError } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import type { AssociationName } from '@/lib/people/find-associations'
import { findAssociationsAction } from './actions'

/** The associations whose name holds the words, asked of the server a moment after the typing stops. */
function useFound(q: string): AssociationName[] | null {
  const [found, setFound] = useState<AssociationName[] | null>(null)
  useEffect(() => {
    let left = false
    const timer = setTimeout(
      async () => {
        const result = await findAssociationsAction({ q })
        if (!left && result.ok) setFound(result.value)
      },
      q ? 200 : 0,
    )
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [q])
  return found
}

/** Chooses associations out of many: those chosen stay on top, the rest is searched. Sent as `associationIds[]`. */
export function AssociationPicker({ initial }: { initial: AssociationName[] }) {
  const id = useId()
  const error = useFieldError('associationIds')
  const [chosen, setChosen] = useState(initial)
  const [q, setQ] = useState('')
  const found = useFound(q)
  const others = found?.filter(({ id: other }) => !chosen.some(one => one.id === other))
  const toggle = (association: AssociationName, checked: boolean) =>
    setChosen(checked ? [...chosen, association] : chosen.filter(one => one.id !== association.id))
  const row = (association: AssociationName, checked: boolean) => (
    <label
      key={association.id}
      htmlFor={`${id}-${association.id}`}
      className="flex min-h-8 items-center gap-2.5 px-3 py-1 hover:bg-hover pointer-coarse:min-h-11"
    >
      <Checkbox
        id={`${id}-${association.id}`}
        name="associationIds[]"
        value={association.id}
        checked={checked}
        onChange={event => toggle(association, event.target.checked)}
      />
      <span className="min-w-0 truncate">{association.name}</span>
    </label>
  )
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>Associations</Label>
      <Input
        id={id}
        type="search"
        placeholder="Search by name or city"
        value={q}
        onChange={event => setQ(event.target.value)}
        onKeyDown={event => event.key === 'Enter' && event.preventDefault()}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-count`}
      />
      <div className="max-h-72 divide-y overflow-y-auto rounded-md border bg-surface">
        {chosen.length > 0 && <div className="py-1">{chosen.map(one => row(one, true))}</div>}
        <div className="py-1" aria-busy={found === null}>
          {others?.map(one => row(one, false))}
          {others?.length === 0 && (
            <p className="px-3 py-2 text-13 text-muted">
              {q ? 'No other association matches.' : 'No others.'}
            </p>
          )}
        </div>
      </div>
      <p id={`${id}-count`} role="status" className="text-13 text-muted">
        {chosen.length} chosen
      </p>
      {error && <FieldError>{error}</FieldError>}
    </div>
  )
}
