import { ConfirmAction } from '@/components/form/confirm-action'
import { Status } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { Instant } from '@/components/ui/time'
import type { Domain } from '@/lib/domains/read-domains'
import { recordName } from '@/lib/domains/rules'
import { removeDomainAction } from './actions'
import { CheckNow } from './check-now'
import { problemOf, standingOf } from './words'

function RecordRow({ label, value, copy }: { label: string; value: string; copy?: boolean }) {
  return (
    <div className="grid grid-cols-[4rem_minmax(0,1fr)] items-center gap-x-3 py-1">
      <dt className="text-13 text-muted">{label}</dt>
      <dd className="flex items-center justify-between gap-3">
        <span className="break-all font-mono text-13">{value}</span>
        {copy && <CopyButton text={value} label={`Copy ${label.toLowerCase()}`} />}
      </dd>
    </div>
  )
}

/** One domain: where its claim stands, the record that proves it, and what can be done. */
export function DomainCard({ domain, zone, locale }: { domain: Domain; zone: string; locale: string }) {
  const { id, host, token, checkedAt, status } = domain
  const standing = standingOf(domain)
  const problem = problemOf(domain)
  return (
    <Card className="flex flex-col gap-4 p-4">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="break-all font-semibold">{host}</h2>
        <Status tone={standing.tone}>{standing.label}</Status>
      </header>
      {problem && <p className="max-w-prose text-13">{problem}</p>}
      <dl className="rounded-md border bg-sunken px-3 py-2">
        <RecordRow label="Type" value="TXT" />
        <RecordRow label="Name" value={recordName(host)} copy />
        <RecordRow label="Value" value={token} copy />
      </dl>
      <footer className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-13 text-muted">
          {checkedAt ? (
            <>
              Last looked at <Instant at={checkedAt} zone={zone} locale={locale} />
            </>
          ) : (
            'Not looked at yet'
          )}
        </p>
        <div className="flex gap-2">
          <CheckNow domainId={id} checkedAt={checkedAt?.toISOString() ?? ''} />
          <ConfirmAction
            action={removeDomainAction}
            values={{ domainId: id }}
            label="Remove"
            size="sm"
            title={`Remove ${host}?`}
            confirm="Remove domain"
            doneMessage={`${host} is removed`}
          >
            {status === 'verified'
              ? 'Your company no longer answers there at once; links to it stop working.'
              : 'You can add it again later; the record will have another value.'}
          </ConfirmAction>
        </div>
      </footer>
    </Card>
  )
}
