import { TableSkeleton } from '@/components/table/table-ends'
import { Skeleton, SkeletonText } from '@/components/ui/skeleton'

/** A back-office page on its way: heading, then a table or a few cards. */
export function PageSkeleton({ kind = 'list' }: { kind?: 'list' | 'record' }) {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton className="mb-2 h-7 w-56" />
      <Skeleton className="mb-6 w-80 max-w-full" />
      {kind === 'list' ? (
        <TableSkeleton />
      ) : (
        <div className="grid gap-6 lg:grid-cols-2">
          {['facts', 'people', 'history', 'notes'].map(part => (
            <div key={part} className="rounded-lg border bg-surface p-4">
              <Skeleton className="mb-5 w-32" />
              <SkeletonText lines={4} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
