'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Notice } from '@/components/ui/notice'

const everyMs = 1500
const most = 20

/** Looks again until Stripe has told of the payment method that was just entered there. */
export function AwaitMethod() {
  const router = useRouter()
  const [looked, setLooked] = useState(0)
  useEffect(() => {
    if (looked >= most) return
    const timer = setTimeout(() => {
      setLooked(looked + 1)
      router.refresh()
    }, everyMs)
    return () => clearTimeout(timer)
  }, [looked, router])
  return (
    <Notice tone="info" title="Your payment method is on its way" live>
      {looked < most
        ? 'Stripe is telling us about it. This takes a few seconds.'
        : 'Stripe has not told us about it yet. Look again in a minute.'}
    </Notice>
  )
}
