'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useCallback, useEffect, useTransition } from 'react'

/** Where a click on a plain link or on a row leads, or nothing when the browser should have it. */
function destinationOf(event: MouseEvent): string | undefined {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0
  if (event.defaultPrevented || modified || !(event.target instanceof Element)) return undefined
  const link = event.target.closest('a')
  if (link) {
    const elsewhere = link.target || link.hasAttribute('download') || link.origin !== window.location.origin
    return elsewhere ? undefined : (link.getAttribute('href') ?? undefined)
  }
  if (event.target.closest('button, input, label, select, .pick') || window.getSelection()?.toString())
    return undefined
  return event.target.closest<HTMLElement>('tr[data-href]')?.dataset.href
}

/**
 * Goes to another state of the list, or to a record, without loading the document anew; `pending` while the server
 * answers. `onStart` runs inside the transition, for optimistic state. One listener serves every plain link in the table, instead of a component for each.
 */
export function useTableNavigation(root: RefObject<HTMLElement | null>, onStart: (href: string) => void) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const go = useCallback(
    (href: string, { replace = false } = {}) => {
      const options = { scroll: !href.startsWith('?') }
      startTransition(() => {
        onStart(href)
        if (replace) router.replace(href, options)
        else router.push(href, options)
      })
    },
    [router, onStart],
  )
  useEffect(() => {
    const element = root.current
    function onClick(event: MouseEvent) {
      const href = destinationOf(event)
      if (href === undefined) return
      event.preventDefault()
      go(href)
    }
    element?.addEventListener('click', onClick)
    return () => element?.removeEventListener('click', onClick)
  }, [root, go])
  return { go, pending }
}
