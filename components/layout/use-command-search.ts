'use client'

import { useEffect, useState } from 'react'
import type { CommandEntry } from './command-menu'

type Search = { found: CommandEntry[]; state: 'idle' | 'searching' | 'failed' }

const idle: Search = { found: [], state: 'idle' }

/** Asks an address for entries that match what is typed, a moment after the last key. */
export function useCommandSearch(url: string | undefined, query: string): Search {
  const [search, setSearch] = useState(idle)
  const asked = query.trim()
  useEffect(() => {
    if (!url || asked.length < 2) return setSearch(idle)
    const abort = new AbortController()
    setSearch(last => ({ ...last, state: 'searching' }))
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`${url}?${new URLSearchParams({ q: asked })}`, { signal: abort.signal })
        if (!response.ok) throw new Error(`search answered ${response.status}`)
        setSearch({ found: await response.json(), state: 'idle' })
      } catch {
        if (!abort.signal.aborted) setSearch({ found: [], state: 'failed' })
      }
    }, 150)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [url, asked])
  return search
}
