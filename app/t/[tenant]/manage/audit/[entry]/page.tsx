import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { PageHeader } from '@/components/ui/page-header'
import { Instant } from '@/components/ui/time'
import { tenantPage } from '@/lib/action/tenant-page'
import { describeAction, describeVia, subjectHref, subjectWord } from '@/lib/audit-log/describe-action'
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
  const subject = entry.subjectLabel ?? subjectWord(entry.subjectType)
  return (
    <>
      <PageHeader crumbs={[{ label: 'Audit log', href: '/manage/audit' }, { label: title }]} title={title} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <Section title="What changed" padded={false}>
          <Changes changes={compareFacts(entry.before, entry.after)} />
        </Section>
        <Section title="Details" className="max-xl:row-start-1">
          <Details
            items={[
              {
                label: 'When',
                value: <Instant at={entry.at} zone={brand.zone} locale={brand.locale} zoned />,
              },
              { label: 'Who', value: entry.user?.name ?? describeVia(entry.via) },
              { label: 'Subject', value: href ? <SubjectLink href={href}>{subject}</SubjectLink> : subject },
              { label: 'Kind', value: subjectWord(entry.subjectType) },
              { label: 'Action', value: <code className="text-xs">{entry.action}</code> },
            ]}
          />
        </Section>
      </div>
    </>
  )
})

function SubjectLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="underline underline-offset-4 hover:text-accent-ink">
      {children}
    </Link>
  )
}
