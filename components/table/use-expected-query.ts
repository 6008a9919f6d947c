'use client'

import { useCallback, useOptimistic } from 'react'
import { type KnownQuery, readTableHref, type TableQuery } from './query'

type Shown = Omit<KnownQuery, 'sort'> & { query: TableQuery }

/** The query as it will be once the server has answered, so that filters, columns and arrows react at once. */
export function useExpectedQuery({ query: settled, columns, filters }: Shown) {
  const [query, setQuery] = useOptimistic(settled)
  const expect = useCallback(
    (href: string) => {
      if (href.startsWith('?')) setQuery(readTableHref(href, { columns, filters, sort: settled.sort }))
    },
    [setQuery, columns, filters, settled.sort],
  )
  return { query, expect }
}
