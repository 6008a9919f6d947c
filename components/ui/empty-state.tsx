import type { ReactNode } from 'react'
import { cn } from './cn'
import { EmptyArch } from './drawings'

/** What a list shows when it holds nothing: a drawing, why, and the next step. */
export function EmptyState({
  drawing = <EmptyArch />,
  title,
  children,
  action,
  className,
}: {
  drawing?: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
  className?: string
}) {
  return (
    <div className={cn('flex flex-col items-center px-6 py-14 text-center', className)}>
      {drawing}
      <p className="mt-4 font-semibold">{title}</p>
      {children && <p className="mt-1 max-w-sm text-muted">{children}</p>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
