'use client'

import { MailCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'

/** Where to look after asking for a link; the same words whether or not the address is known. */
export function LinkSent({
  email,
  company,
  minutes,
  onBack,
}: {
  email: string
  company: string
  minutes: number
  onBack: () => void
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="flex flex-col gap-4 rounded-lg border bg-surface p-5">
      <MailCheck aria-hidden className="size-8 text-accent-ink" strokeWidth={1.5} />
      <div>
        <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
          Check your inbox
        </h2>
        <p className="mt-1 text-muted">
          If <span className="font-medium break-words text-ink">{email}</span> can sign in to {company}, a
          link is on its way. It works once, for {minutes} minutes.
        </p>
      </div>
      <p className="text-13 text-muted">Nothing there? Look among spam, or check the address for a slip.</p>
      <Button className="self-start" onClick={onBack}>
        Use another address
      </Button>
    </div>
  )
}
