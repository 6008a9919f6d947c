'use client'

import type { RefObject } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Why a form was refused, above its fields; lists the fields when there are several to mend. */
export function FormErrors({
  message,
  link,
  outdated = false,
  errors,
  form,
}: {
  message: string
  link?: { href: string; label: string }
  /** The page shows what is no longer so: offers to load it anew. */
  outdated?: boolean
  errors: Record<string, string>
  form: RefObject<HTMLFormElement | null>
}) {
  const entries = Object.entries(errors)
  function focusField(name: string) {
    const field = form.current?.elements.namedItem(name)
    const target = field instanceof RadioNodeList ? field[0] : field
    if (target instanceof HTMLElement) target.focus()
  }
  return (
    <div data-form-errors="" tabIndex={-1} className="outline-none">
      <Notice
        tone="critical"
        live
        title={message}
        action={
          link ? (
            <ButtonLink size="sm" href={link.href}>
              {link.label}
            </ButtonLink>
          ) : (
            outdated && (
              <Button size="sm" onClick={() => window.location.reload()}>
                Reload
              </Button>
            )
          )
        }
      >
        {entries.length > 1 && (
          <ul className="mt-1 flex flex-col gap-0.5">
            {entries.map(([name, sentence]) => (
              <li key={name}>
                <button
                  type="button"
                  className="text-left underline underline-offset-4 hover:text-ink"
                  onClick={() => focusField(name)}
                >
                  {sentence}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  )
}
