import { cn } from '@/components/ui/cn'
import { Instant } from '@/components/ui/time'
import type { Moment } from '@/lib/messaging/describe-timeline'

const dots: Record<Moment['tone'], string> = {
  neutral: 'bg-line-strong',
  positive: 'bg-positive',
  caution: 'bg-caution',
  critical: 'bg-critical',
}

/** What happened to a message, the first thing first. */
export function Timeline({ moments, zone, locale }: { moments: Moment[]; zone: string; locale: string }) {
  return (
    <ol className="flex flex-col">
      {moments.map(({ at, title, detail, tone }, index) => (
        <li
          key={`${at.getTime()} ${title}`}
          className="relative grid grid-cols-[0.5rem_1fr] gap-x-3 pb-4 last:pb-0"
        >
          {index < moments.length - 1 && (
            <span aria-hidden className="absolute top-3 bottom-0 left-[0.21875rem] w-px bg-line" />
          )}
          <span aria-hidden className={cn('mt-1.5 size-2 rounded-full', dots[tone])} />
          <div className="min-w-0">
            <p>{title}</p>
            {detail && <p className="text-13 break-words text-muted">{detail}</p>}
            <p className="text-13 text-muted">
              <Instant at={at} zone={zone} locale={locale} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
