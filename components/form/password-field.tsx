'use client'

import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { TextField } from './text-field'

/** A password with a button to look at what was typed. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, 'type' | 'after' | 'before'>) {
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      after={
        <button
          type="button"
          aria-pressed={shown}
          aria-label="Show password"
          className="-mx-2.5 grid h-full w-11 place-items-center text-muted hover:text-ink"
          onClick={() => setShown(!shown)}
        >
          <Icon aria-hidden className="size-4" />
        </button>
      }
    />
  )
}
