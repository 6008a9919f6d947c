import { removeCredentialAction } from '@/app/t/[tenant]/manage/settings/credentials/actions'
import { CredentialStanding } from '@/app/t/[tenant]/manage/settings/credentials/standing'
import { ConfirmAction } from '@/components/form/confirm-action'
import { PageHeader } from '@/components/ui/page-header'
import { type Provider, providerTable } from '@/lib/credentials/providers'
import type { ShownCredential } from '@/lib/credentials/read-credentials'
import type { LocalDate } from '@/lib/time/local-date'

type Props = {
  provider: Provider
  credential: ShownCredential | undefined
  instead: Provider | null
  /** What serves again when the keys are removed. */
  next: Provider | null
  mayWrite: boolean
  today: LocalDate
}

/** The top of a service's page: what the company calls its key, how it stands, and how to remove it. */
export function ProviderHeader({ provider, credential, instead, next, mayWrite, today }: Props) {
  const { name, kind, inUse } = providerTable[provider]
  return (
    <PageHeader
      title={credential?.label ?? name}
      crumbs={[
        { label: 'Settings', href: '/manage/settings' },
        { label: 'Credentials', href: '/manage/settings/credentials' },
        { label: name },
      ]}
      description={credential && credential.label !== name ? `${name} · ${kind}` : kind}
      status={<CredentialStanding credential={credential} instead={instead} today={today} />}
      actions={
        credential &&
        mayWrite && (
          <ConfirmAction
            action={removeCredentialAction}
            values={{ credentialId: credential.id }}
            label="Remove"
            title={`Remove the keys of ${name}?`}
            confirm="Remove keys"
            doneMessage="Keys removed"
          >
            They stop being used at once and are erased.{' '}
            {inUse &&
              !instead &&
              `${next ? `Your key of ${providerTable[next].name}` : 'Portico’s own account'} serves again. `}
            The access log stays.
          </ConfirmAction>
        )
      }
    />
  )
}
