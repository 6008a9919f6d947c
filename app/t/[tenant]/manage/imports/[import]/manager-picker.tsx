'use client'

import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Section } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { formatNumber } from '@/components/ui/format-number'
import { InputGroup } from '@/components/ui/input'
import type { ListedManager } from '@/lib/imports/list-managers'

/** Chooses the management companies whose associations are taken; each stands for all of its spellings. */
export function ManagerPicker({
  importId,
  first,
  chosen,
  onChange,
}: {
  importId: string
  first: ListedManager[]
  chosen: ListedManager[]
  onChange: (chosen: ListedManager[]) => void
}) {
  const [search, setSearch] = useState('')
  const found = useManagers(importId, search, first)
  const isChosen = (key: string) => chosen.some(one => one.key === key)
  const shown = [...chosen, ...found.filter(({ key }) => !isChosen(key))]
  const toggle = (company: ListedManager) =>
    onChange(isChosen(company.key) ? chosen.filter(({ key }) => key !== company.key) : [...chosen, company])
  return (
    <Section
      title="Management company"
      description={chosen.length === 0 ? 'None chosen: all of them are taken.' : `${chosen.length} chosen`}
      padded={false}
    >
      <div className="border-b p-3">
        <InputGroup
          before={<Search aria-hidden className="size-4" />}
          type="search"
          aria-label="Search management companies"
          placeholder="Search companies"
          value={search}
          onChange={event => setSearch(event.target.value)}
        />
      </div>
      <ul className="max-h-64 overflow-y-auto py-1">
        {shown.map(company => (
          <li key={company.key}>
            <label
              htmlFor={`company-${company.key}`}
              className="flex cursor-pointer items-center gap-3 px-4 py-1.5 hover:bg-hover"
            >
              <Checkbox
                id={`company-${company.key}`}
                checked={isChosen(company.key)}
                onChange={() => toggle(company)}
              />
              <span className="min-w-0 flex-1 truncate max-sm:whitespace-normal">
                {company.name || <span className="text-muted">No company named</span>}
              </span>
              <span className="text-right text-13 text-muted tabular-nums max-sm:max-w-28">
                {formatNumber(company.associations)}{' '}
                {company.associations === 1 ? 'association' : 'associations'}, {formatNumber(company.units)}{' '}
                units
              </span>
            </label>
          </li>
        ))}
        {shown.length === 0 && (
          <li className="px-4 py-6 text-center text-muted">No company is called that.</li>
        )}
      </ul>
    </Section>
  )
}

function useManagers(importId: string, search: string, first: ListedManager[]): ListedManager[] {
  const [found, setFound] = useState(first)
  useEffect(() => {
    if (search.trim() === '') return setFound(first)
    const stop = new AbortController()
    const timer = setTimeout(() => {
      fetch(`/api/imports/${importId}/managers?q=${encodeURIComponent(search)}`, { signal: stop.signal })
        .then(response => (response.ok ? response.json() : null))
        .then((managers: ListedManager[] | null) => managers && setFound(managers))
        .catch(() => undefined)
    }, 150)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [importId, search, first])
  return found
}
