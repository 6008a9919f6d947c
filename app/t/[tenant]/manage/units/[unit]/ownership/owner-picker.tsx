'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { FieldError, fieldAria } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import type { HomeownerChoice } from '@/lib/homeowners/find-homeowners'
import { useHomeownerSearch } from './use-homeowner-search'

/** Who was picked: somebody on record, or a name that is to be added. */
export type Picked = { id: string; name: string; detail: string | null } | { id: null; name: string }

type Option = { key: string; picked: Picked; label: string; detail: string }

function optionsOf(found: HomeownerChoice[], text: string, allowNew: boolean): Option[] {
  const known = found.map(({ id, name, email, unit }) => {
    const detail = [email, unit].filter(Boolean).join(' · ')
    return { key: id, picked: { id, name, detail: detail || null }, label: name, detail }
  })
  const name = text.trim().replace(/\s+/g, ' ')
  if (!allowNew || name.length < 2) return known
  return [
    ...known,
    { key: 'new', picked: { id: null, name }, label: `Add “${name}”`, detail: 'New homeowner' },
  ]
}

function Options({
  id,
  options,
  active,
  onPick,
}: {
  id: string
  options: Option[]
  active: number
  onPick: (picked: Picked) => void
}) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Homeowners"
      className="absolute inset-x-0 top-full z-30 mt-1 max-h-72 overflow-y-auto rounded-md border border-line-strong bg-raised p-1 shadow-[0_4px_16px_oklch(0.2_0.03_262/0.14)]"
    >
      {options.map((option, index) => (
        <div
          key={option.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // The field keeps the focus: losing it would close the list before the click arrives.
          onPointerDown={event => {
            event.preventDefault()
            onPick(option.picked)
          }}
          className={cn('cursor-pointer rounded-sm px-2 py-1.5', index === active && 'bg-hover')}
        >
          <span className="block font-medium">{option.label}</span>
          {option.detail && <span className="block truncate text-13 text-muted">{option.detail}</span>}
        </div>
      ))}
    </div>
  )
}

/** A field that finds homeowners as one types, and offers to add a name that is new. */
export function OwnerPicker({
  label,
  error,
  allowNew = false,
  autoFocus,
  onPick,
}: {
  label: string
  error?: string
  allowNew?: boolean
  autoFocus?: boolean
  onPick: (picked: Picked) => void
}) {
  const id = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const { found, searching } = useHomeownerSearch(text)
  const options = optionsOf(found, text, allowNew)
  const shown = open && options.length > 0
  const at = Math.min(active, options.length - 1)
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && shown) setActive((at + step + options.length) % options.length)
    else if (event.key === 'Enter' && shown && !searching)
      onPick(options[at]?.picked ?? { id: null, name: text })
    else if (event.key === 'Escape' && shown) setOpen(false)
    else if (event.key !== 'Enter') return
    event.preventDefault()
  }
  return (
    <div className="relative flex flex-col gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Input
        {...fieldAria(id, { error })}
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown ? `${id}-list-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        autoFocus={autoFocus}
        placeholder={allowNew ? 'Search, or write a new name' : 'Search by name or email'}
        value={text}
        onChange={event => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shown && <Options id={`${id}-list`} options={options} active={at} onPick={onPick} />}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}
