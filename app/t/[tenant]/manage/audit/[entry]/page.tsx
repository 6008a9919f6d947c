import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { formatInstant, formatLocalDate } from '@/components/ui/format-date'
import { PageHeader } from '@/components/ui/page-header'
import { Instant } from '@/components/ui/time'
import { tenantPage } from '@/lib/action/tenant-page'
import {
  describeAction,
  describeSubject,
  describeVia,
  subjectHref,
  subjectWord,
} from '@/lib/audit-log/describe-action'
import { readAuditEntry } from '@/lib/audit-log/read-audit-entry'
import { compareFacts } from '@/lib/audit-log/rules'
import { Changes } from './changes'

export const metadata: Metadata = { title: 'Audit entry' }

/** One entry of the audit log with what was before and after. */
export default tenantPage({ can: 'audit:read' }, async ({ tx, params, brand }) => {
  const entry = await readAuditEntry(tx, params.entry ?? '')
  if (!entry) notFound()
  const title = describeAction(entry.action)
  const href = subjectHref(entry.subjectType, entry.subjectId)
  const subject = entry.subjectLabel ? describeSubject(entry.subjectLabel) : subjectWord(entry.subjectType)
  const { zone, locale } = brand
  const changes = compareFacts(entry.before, entry.after, {
    date: on => formatLocalDate(on, 'medium', locale),
    instant: at => formatInstant(at, zone, { locale, zoned: true }),
  })
  return (
    <>
      <PageHeader crumbs={[{ label: 'Audit log', href: '/manage/audit' }, { label: title }]} title={title} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <Section title="What changed" padded={false}>
          <Changes changes={changes} />
        </Section>
        <Section title="Details" className="max-xl:row-start-1">
          <Details
            items={[
              {
                label: 'When',
                value: <Instant at={entry.at} zone={zone} locale={locale} zoned />,
              },
              { label: 'Who', value: whoOf(entry) },
              { label: 'Subject', value: href ? <SubjectLink href={href}>{subject}</SubjectLink> : subject },
              { label: 'Kind', value: subjectWord(entry.subjectType) },
            ]}
          />
        </Section>
      </div>
    </>
  )
})

type Doer = {
  user: { name: string } | null
  guestName: string | null
  via: string
  subjectLabel: string | null
}

/** Who acted: a person, a guest of Portico's, whoever signed in, or the system. */
function whoOf({ user, guestName, via, subjectLabel }: Doer): string {
  if (user) return user.name
  if (guestName) return `${guestName} of Portico`
  return (via === 'sign-in' && subjectLabel) || describeVia(via)
}

function SubjectLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="underline underline-offset-4 hover:text-accent-ink">
      {children}
    </Link>
  )
}
