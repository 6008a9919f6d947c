import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { NothingFound } from '@/components/ui/drawings'
import { EmptyState } from '@/components/ui/empty-state'
import { formatNumber } from '@/components/ui/format-number'
import { Skeleton } from '@/components/ui/skeleton'
import type { TablePage } from './column'
import { changeQuery, type TableQuery, tableHref } from './query'

function Step({ href, rel, children }: { href: string | null; rel: string; children: ReactNode }) {
  const look = buttonClass('secondary', 'sm')
  return href ? (
    <a href={href} rel={rel} className={look}>
      {children}
    </a>
  ) : (
    <button type="button" disabled className={look}>
      {children}
    </button>
  )
}

const endings: [RegExp, string][] = [
  [/people$/, 'person'],
  [/ies$/, 'y'],
  [/s$/, ''],
]

/** So many of what a plural names; of one, the singular of the words that lists use. */
function countOf(count: number, noun: string): string {
  const ending = endings.find(([plural]) => plural.test(noun))
  return `${formatNumber(count)} ${count === 1 && ending ? noun.replace(...ending) : noun}`
}

/** Below the table: how many rows there are, and the way to the neighbouring pages. */
export function TableFooter({
  page,
  noun,
  previousHref,
  nextHref,
}: {
  page: TablePage
  noun: string
  previousHref: string | null
  nextHref: string | null
}) {
  const all = !previousHref && !nextHref
  const count =
    page.total === undefined
      ? `${countOf(page.rows.length, noun)}${all ? '' : ' on this page'}`
      : page.capped
        ? `${formatNumber(page.total)}+ ${noun}`
        : countOf(page.total, noun)
  return (
    <div className="flex items-center justify-between gap-4 pt-3">
      <p aria-live="polite" className="text-13 text-muted tabular-nums">
        {count}
      </p>
      {!all && (
        <nav aria-label="Pages" className="flex gap-2">
          <Step href={previousHref} rel="prev">
            <ChevronLeft aria-hidden /> Previous
          </Step>
          <Step href={nextHref} rel="next">
            Next <ChevronRight aria-hidden />
          </Step>
        </nav>
      )}
    </div>
  )
}

/** What stands in place of rows when a search or filter leaves none. */
export function NoResults({ query, noun }: { query: TableQuery; noun: string }) {
  const wider = tableHref(changeQuery(query, { q: '', filters: {}, after: null, before: null }))
  return (
    <EmptyState
      drawing={<NothingFound />}
      title={`No ${noun} match`}
      action={
        <a href={wider} className={buttonClass()}>
          Clear search and filters
        </a>
      }
    >
      {query.q
        ? `Nothing was found for “${query.q}”${Object.keys(query.filters).length > 0 ? ' with these filters' : ''}.`
        : 'Take away a filter to see more.'}
    </EmptyState>
  )
}

/** The table while its first rows are on their way. */
export function TableSkeleton({ columns = 5, rows = 12 }: { columns?: number; rows?: number }) {
  return (
    <div role="status" aria-label="Loading" className="data-table">
      <div className="flex gap-2 pb-3">
        <Skeleton className="h-8 w-64" />
        <Skeleton className="h-8 w-24" />
        <Skeleton className="h-8 w-24" />
      </div>
      <div className="data-table-frame divide-y">
        {Array.from({ length: rows }, (_, row) => row).map(row => (
          <div key={row} className="flex h-10 items-center gap-6 px-3">
            {Array.from({ length: columns }, (_, column) => column).map(column => (
              <Skeleton key={column} className={column === 0 ? 'flex-[2]' : 'flex-1'} />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
