'use client'

import { Download } from 'lucide-react'
import { buttonClass } from '@/components/ui/button-class'
import type { DataTableProps } from './data-table'
import { DisplayMenu } from './display-menu'
import { FilterMenu } from './filter-menu'
import { changeFilter, changeQuery, isNarrowed, tableHref } from './query'
import { SearchBox } from './search-box'
import { ViewsMenu } from './views-menu'

type Props = Pick<
  DataTableProps,
  'noun' | 'columns' | 'query' | 'filters' | 'searchLabel' | 'views' | 'exportHref' | 'children'
> & { go: (href: string, options?: { replace?: boolean }) => void }

/** Above the table: views, search and filters at the start; export, columns and the page's own buttons at the end. */
export function TableToolbar({
  noun,
  columns,
  query,
  filters = [],
  searchLabel,
  views,
  exportHref,
  children,
  go,
}: Props) {
  const plain = tableHref(changeQuery(query, { q: '', filters: {}, view: null }))
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3">
      {views && <ViewsMenu views={views} query={query} go={go} />}
      <SearchBox
        value={query.q}
        label={searchLabel ?? `Search ${noun}`}
        onSearch={q => go(tableHref(changeQuery(query, { q })), { replace: true })}
      />
      <div className="flex gap-2 max-sm:order-last max-sm:-mx-4 max-sm:w-screen max-sm:overflow-x-auto max-sm:px-4 max-sm:py-0.5">
        {filters.map(filter => (
          <FilterMenu
            key={filter.id}
            filter={filter}
            values={query.filters[filter.id] ?? []}
            onChange={values => go(tableHref(changeFilter(query, filter.id, values)), { replace: true })}
          />
        ))}
        {isNarrowed(query) && (
          <a href={plain} className={buttonClass('ghost')}>
            Clear
          </a>
        )}
      </div>
      <div className="ml-auto flex items-center gap-2">
        {exportHref && (
          <a
            href={`${exportHref}${tableHref(query, { withPage: false, withView: false })}`}
            download
            className={buttonClass()}
          >
            <Download aria-hidden />
            <span className="max-sm:sr-only">Export CSV</span>
          </a>
        )}
        <DisplayMenu
          columns={columns}
          chosen={query.columns}
          size={query.size}
          onSize={size => go(tableHref(changeQuery(query, { size })), { replace: true })}
          onChange={chosen => go(tableHref(changeQuery(query, { columns: chosen })), { replace: true })}
        />
        {children}
      </div>
    </div>
  )
}
