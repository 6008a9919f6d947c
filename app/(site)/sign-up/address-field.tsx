'use client'

import { Check, CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { TextField } from '@/components/form/text-field'
import { type SlugCheck, useSlugCheck } from './use-slug-check'

function Wrong({ children }: { children: ReactNode }) {
  return (
    <span className="flex items-start gap-1.5 text-critical">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </span>
  )
}

function Said({ slug, rootHost, onChange, check }: Props & { check: SlugCheck }) {
  if (check.state === 'free') {
    return (
      <span className="inline-flex items-center gap-1 text-positive">
        <Check aria-hidden className="size-3.5" />
        {slug}.{rootHost} is free
      </span>
    )
  }
  if (check.state === 'wrong') return <Wrong>{check.message}</Wrong>
  if (check.state === 'taken') {
    const { suggestion } = check
    return (
      <Wrong>
        This address is taken.{' '}
        {suggestion && (
          <button
            type="button"
            className="rounded-sm font-medium text-accent-ink underline underline-offset-4"
            onClick={() => onChange(suggestion)}
          >
            Take {suggestion}
          </button>
        )}
      </Wrong>
    )
  }
  return check.state === 'asking'
    ? 'Looking whether it is free…'
    : 'Where your team and your homeowners sign in.'
}

type Props = { slug: string; rootHost: string; onChange: (slug: string) => void }

/** The company's subdomain, with a word on whether it can be had. */
export function AddressField({ slug, rootHost, onChange }: Props) {
  const check = useSlugCheck(slug)
  return (
    <TextField
      name="slug"
      label="Your address"
      value={slug}
      onChange={event => onChange(event.target.value.toLowerCase())}
      after={`.${rootHost}`}
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
      maxLength={40}
      aria-invalid={check.state === 'wrong' || check.state === 'taken' ? true : undefined}
      hint={
        <span aria-live="polite">
          <Said slug={slug} rootHost={rootHost} onChange={onChange} check={check} />
        </span>
      }
    />
  )
}
