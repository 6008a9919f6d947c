'use client'

import { Check } from 'lucide-react'
import { TextField } from '@/components/form/text-field'
import { useSlugCheck } from './use-slug-check'

function Said({ slug, rootHost, onChange }: Props) {
  const check = useSlugCheck(slug)
  if (check.state === 'free') {
    return (
      <span className="inline-flex items-center gap-1 text-positive">
        <Check aria-hidden className="size-3.5" />
        {slug}.{rootHost} is free
      </span>
    )
  }
  if (check.state === 'wrong') return <span className="text-critical">{check.message}</span>
  if (check.state === 'taken') {
    const { suggestion } = check
    return (
      <span className="text-critical">
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
      </span>
    )
  }
  return check.state === 'asking'
    ? 'Looking whether it is free…'
    : 'Where your team and your homeowners sign in.'
}

type Props = { slug: string; rootHost: string; onChange: (slug: string) => void }

/** The company's subdomain, with a word on whether it can be had. */
export function AddressField({ slug, rootHost, onChange }: Props) {
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
      hint={
        <span aria-live="polite">
          <Said slug={slug} rootHost={rootHost} onChange={onChange} />
        </span>
      }
    />
  )
}
