'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useActionToast } from '@/components/form/use-action-toast'
import { Button } from '@/components/ui/button'
import { checkDomainAction } from './actions'

const everyMs = 1_500
const mostLooks = 12

/** Looks for the record now, and at the page again until the answer is there. */
export function CheckNow({ domainId, checkedAt }: { domainId: string; checkedAt: string }) {
  const router = useRouter()
  const [asked, setAsked] = useState<{ checkedAt: string; looks: number } | null>(null)
  const waiting = asked !== null && asked.checkedAt === checkedAt && asked.looks < mostLooks
  const [run, pending] = useActionToast(checkDomainAction, {
    done: 'Looking for the record',
    onDone: () => setAsked({ checkedAt, looks: 0 }),
  })
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => {
      router.refresh()
      setAsked(known => known && { ...known, looks: known.looks + 1 })
    }, everyMs)
    return () => clearTimeout(timer)
  })
  return (
    <Button size="sm" disabled={pending || waiting} onClick={() => run({ domainId })}>
      {waiting ? 'Looking…' : 'Check now'}
    </Button>
  )
}
