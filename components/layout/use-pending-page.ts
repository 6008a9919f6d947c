'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'

/** A page that comes sooner is shown without any word of waiting. */
const patience = 150
/** A page that takes longer went elsewhere: what was there is shown again. */
const giveUp = 10_000

/**
 * Says that another page was asked for and has not come, once that lasts long enough to notice.
 * @returns the path on its way, or null
 */
export function usePendingPage(): string | null {
  const pathname = usePathname()
  const [pending, setPending] = useState<{ from: string; to: string } | null>(null)
  useEffect(() => {
    let timers: ReturnType<typeof setTimeout>[] = []
    const stop = () => {
      for (const timer of timers) clearTimeout(timer)
    }
    function onLeaving(event: Event) {
      stop()
      setPending(null)
      const to =
        event instanceof CustomEvent ? new URL(event.detail, window.location.href).pathname : pathname
      if (to === window.location.pathname) return
      timers = [
        setTimeout(() => setPending({ from: pathname, to }), patience),
        setTimeout(() => setPending(null), giveUp),
      ]
    }
    window.addEventListener('portico:leaving', onLeaving)
    return () => {
      window.removeEventListener('portico:leaving', onLeaving)
      stop()
    }
  }, [pathname])
  // Arriving changes the path, and with it the answer, in the same paint.
  return pending?.from === pathname ? pending.to : null
}
