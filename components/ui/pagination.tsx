import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonClass } from './button-class'

function Step({ href, rel, children }: { href?: string | null; rel: string; children: ReactNode }) {
  const look = buttonClass('secondary', 'sm')
  return href ? (
    <Link href={href} rel={rel} className={look} prefetch={false}>
      {children}
    </Link>
  ) : (
    <button type="button" disabled className={look}>
      {children}
    </button>
  )
}

/** Keyset paging: there is a next or a previous page or there is not; `summary` says what is shown. */
export function Pagination({
  previousHref,
  nextHref,
  summary,
}: {
  previousHref?: string | null
  nextHref?: string | null
  summary?: ReactNode
}) {
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-4">
      <p className="text-13 text-muted tabular-nums">{summary}</p>
      <div className="flex gap-2">
        <Step href={previousHref} rel="prev">
          <ChevronLeft aria-hidden /> Previous
        </Step>
        <Step href={nextHref} rel="next">
          Next <ChevronRight aria-hidden />
        </Step>
      </div>
    </nav>
  )
}
