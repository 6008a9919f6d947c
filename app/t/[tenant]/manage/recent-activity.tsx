import Link from 'next/link'
import { Section, SectionLink } from '@/components/ui/card'
import { Instant } from '@/components/ui/time'
import type { Activity } from '@/lib/overview/list-recent-activity'

/** What was done last in the company, each with a way to it. */
export function RecentActivity({
  activity,
  zone,
  locale,
}: {
  activity: Activity[]
  zone: string
  locale: string
}) {
  return (
    <Section
      title="Recent activity"
      padded={false}
      actions={<SectionLink href="/manage/audit">Audit log</SectionLink>}
    >
      <ul className="divide-y">
        {activity.map(entry => (
          <li key={entry.id} className="px-4 py-2.5">
            <p className="truncate">
              {entry.what}
              {entry.subject && (
                <>
                  {': '}
                  {entry.href ? (
                    <Link href={entry.href} prefetch={false} className="font-medium hover:underline">
                      {entry.subject}
                    </Link>
                  ) : (
                    <span className="font-medium">{entry.subject}</span>
                  )}
                </>
              )}
            </p>
            <p className="text-13 text-muted">
              {entry.by ?? 'Portico'} · <Instant at={entry.at} zone={zone} locale={locale} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
