import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { Instant, LocalDate } from '@/components/ui/time'
import { type Provider, providerTable } from '@/lib/credentials/providers'
import type { ShownCredential } from '@/lib/credentials/read-credentials'
import type { LocalDate as Day } from '@/lib/time/local-date'
import { CredentialStanding } from './standing'

type Props = {
  provider: Provider
  credential: ShownCredential | undefined
  instead: Provider | null
  zone: string
  locale: string
  today: Day
}

/** One service: whether the company has a key there, what can be said of it, and what uses it. */
export function ProviderCard({ provider, credential, instead, zone, locale, today }: Props) {
  const { name, kind, use, fields } = providerTable[provider]
  const key = credential?.keys.find(each => each.state === 'active') ?? credential?.keys[0]
  const [, shown] = Object.entries(fields).flatMap(([field, { label, shown }]) =>
    shown === 'whole' ? [] : [label, key?.hints[field] ?? ''],
  )
  const at = (instant: Date | null) => instant && <Instant at={instant} zone={zone} locale={locale} />
  return (
    <Card className="relative flex flex-col gap-4 p-4 focus-within:border-line-strong hover:border-line-strong">
      <header className="flex flex-wrap items-start justify-between gap-2">
        <div>
          <h2 className="font-semibold">
            <Link
              href={`/manage/settings/credentials/${provider}`}
              className="after:absolute after:inset-0 after:rounded-lg"
            >
              {name}
            </Link>
          </h2>
          <p className="text-13 text-muted">{kind}</p>
        </div>
        <CredentialStanding credential={credential} instead={instead} today={today} />
      </header>
      <p className="text-13 text-muted">{use}</p>
      {key && (
        <Details
          className="mt-auto border-t pt-4 text-13"
          items={[
            { label: 'Key', value: <span className="font-mono">{shown}</span> },
            { label: 'Scopes', value: key.scopes.join(', ') },
            {
              label: 'Expires',
              value: key.expiresOn && <LocalDate on={key.expiresOn} locale={locale} />,
            },
            { label: 'Last test', value: at(key.testedAt) },
            { label: 'Last used', value: at(credential?.lastUsedAt ?? null) },
          ]}
        />
      )}
    </Card>
  )
}
