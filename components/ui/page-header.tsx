import type { ReactNode } from 'react'
import { ActionRow } from './action-row'
import { Breadcrumb, type Crumb } from './breadcrumb'

/** The top of a page: where it is, its one h1, a line about it, and what can be done. */
export function PageHeader({
  title,
  crumbs,
  description,
  status,
  actions,
}: {
  title: ReactNode
  crumbs?: Crumb[]
  description?: ReactNode
  status?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="mb-5 flex flex-col gap-1.5">
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-xl leading-8 font-semibold tracking-tight [[data-touch]_&]:text-2xl">
              {title}
            </h1>
            {status}
          </div>
          {description && <p className="max-w-2xl text-muted">{description}</p>}
        </div>
        {actions && <ActionRow>{actions}</ActionRow>}
      </div>
    </header>
  )
}
