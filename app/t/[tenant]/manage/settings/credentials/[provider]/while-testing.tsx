'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const everyMs = 1500

/** Draws the page anew until the test it waits for has answered; the page leaves it out then. */
export function WhileTesting() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [router])
  return (
    <p role="status" className="sr-only">
      The key is being tested.
    </p>
  )
}
