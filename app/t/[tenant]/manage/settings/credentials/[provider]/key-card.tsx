import { keyStanding } from '@/app/t/[tenant]/manage/settings/credentials/standing'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import { Instant, LocalDate } from '@/components/ui/time'
import { type Provider, providerTable } from '@/lib/credentials/providers'
import type { ShownKey } from '@/lib/credentials/read-credentials'
import type { LocalDate as Day } from '@/lib/time/local-date'
import { KeyActions } from './key-actions'

type Props = {
  provider: Provider
  instead: Provider | null
  label: string
  shown: ShownKey
  zone: string
  locale: string
  today: Day
  mayWrite: boolean
}

/** One entered key: what may be shown of it, how its test went, and what can be done. */
export function KeyCard({ provider, instead, label, shown: key, zone, locale, today, mayWrite }: Props) {
  const { fields, test } = providerTable[provider]
  const standing = keyStanding(key, { provider, instead }, today)
  const at = (instant: Date) => <Instant at={instant} zone={zone} locale={locale} />
  return (
    <Section
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          Key {key.number} <Status tone={standing.tone}>{standing.words}</Status>
        </span>
      }
      description={<>Entered {at(key.createdAt)}</>}
      actions={
        mayWrite &&
        key.state !== 'leaving' && (
          <KeyActions
            versionId={key.id}
            waiting={key.state === 'waiting'}
            testable={test !== null && !key.testing}
            details={{ label, scopes: key.scopes.join(', '), expiresOn: key.expiresOn ?? '' }}
          />
        )
      }
    >
      <div className="flex flex-col gap-4">
        {key.testOutcome && key.testedAt && key.state !== 'leaving' && (
          <Notice tone={key.testOutcome === 'passed' ? 'positive' : 'critical'}>
            {key.testDetail} <span className="text-13">Tested {at(key.testedAt)}.</span>
          </Notice>
        )}
        {key.retiresAt && (
          <Notice>Another key took over. This one is accepted until {at(key.retiresAt)}, then erased.</Notice>
        )}
        <Details
          columns={2}
          items={[
            ...Object.entries(fields).map(([field, about]) => ({
              label: about.label,
              value: key.hints[field] && <span className="font-mono text-13">{key.hints[field]}</span>,
            })),
            { label: 'Scopes', value: key.scopes.join(', ') },
            {
              label: 'Expires on',
              value: key.expiresOn && <LocalDate on={key.expiresOn} locale={locale} />,
            },
          ]}
        />
      </div>
    </Section>
  )
}
