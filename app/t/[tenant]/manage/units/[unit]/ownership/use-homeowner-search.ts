'use client'

import { useEffect, useState } from 'react'
import { findHomeownersAction } from '@/app/t/[tenant]/manage/homeowners/actions'
import type { HomeownerChoice } from '@/lib/homeowners/find-homeowners'

/** Looks for homeowners while somebody types; what was typed before an answer came is dropped. */
export function useHomeownerSearch(text: string): { found: HomeownerChoice[]; searching: boolean } {
  const [answer, setAnswer] = useState<{ text: string; found: HomeownerChoice[] }>({ text: '', found: [] })
  const wanted = text.trim()
  useEffect(() => {
    if (wanted.length < 2) return
    let stale = false
    const timer = setTimeout(async () => {
      const result = await findHomeownersAction({ text: wanted })
      if (!stale) setAnswer({ text: wanted, found: result.ok ? result.value : [] })
    }, 150)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [wanted])
  if (wanted.length < 2) return { found: [], searching: false }
  return { found: answer.found, searching: answer.text !== wanted }
}
