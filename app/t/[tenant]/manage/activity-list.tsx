import { Instant } from '@/components/ui/time'
import type { Activity } from '@/lib/audit-log/list-activity'

/** What was done to a record, by whom and when. */
export function ActivityList({
  activity,
  addedAt,
  sentenceOf,
  zone,
  locale,
}: {
  activity: Activity[]
  /** When the record came to be: what there is to say of one that an import made and nobody touched since. */
  addedAt: Date
  /** What was done, in words. */
  sentenceOf: (one: Activity) => string
  zone: string
  locale: string
}) {
  if (activity.length === 0)
    return (
      <p className="px-4 py-6 text-muted">
        Added <Instant at={addedAt} zone={zone} locale={locale} dateOnly />
      </p>
    )
  return (
    <ol className="divide-y">
      {activity.map(one => (
        <li key={one.id} className="flex flex-wrap items-baseline gap-x-4 px-4 py-2.5">
          <span className="min-w-56 flex-1">{sentenceOf(one)}</span>
          <span className="text-13 text-muted">
            {one.by ?? 'The system'}, <Instant at={one.at} zone={zone} locale={locale} />
          </span>
        </li>
      ))}
    </ol>
  )
}
