'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { controlClass } from '@/components/ui/control-class'

/** Searches a list while one types; Escape empties it. */
export function SearchBox({
  value,
  label,
  onSearch,
}: {
  value: string
  label: string
  onSearch: (q: string) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = value
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  function search(text: string, wait: number) {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (text.trim() !== value) onSearch(text.trim())
    }, wait)
  }
  return (
    <search className="relative min-w-0 flex-1 basis-40 sm:max-w-64">
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-faint"
      />
      <input
        ref={input}
        type="search"
        name="q"
        aria-label={label}
        placeholder={label}
        defaultValue={value}
        autoComplete="off"
        className={cn(controlClass, 'h-(--control-h) pl-8 [&::-webkit-search-cancel-button]:appearance-none')}
        onChange={event => search(event.target.value, 250)}
        onKeyDown={event => {
          if (event.key === 'Enter') search(event.currentTarget.value, 0)
          if (event.key !== 'Escape') return
          if (event.currentTarget.value === '') return event.currentTarget.blur()
          event.currentTarget.value = ''
          search('', 0)
        }}
      />
    </search>
  )
}
