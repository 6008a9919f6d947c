import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Desk } from '@/app/admin/(desk)/desk'
import { revokeTokensAction } from '@/app/admin/(desk)/tokens/actions'
import { ConfirmAction } from '@/components/form/confirm-action'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { PageHeader } from '@/components/ui/page-header'
import { Instant } from '@/components/ui/time'
import { platformPage } from '@/lib/action/platform-entry'
import { readToken } from '@/lib/api-tokens/read-token'
import { tokenStates } from '@/lib/api-tokens/token-state'

export const metadata: Metadata = { title: 'API token' }

/** One token: who uses it, what it may do and since when, and revoking it. */
export default platformPage({ can: 'token:manage' }, async ({ tx, admin, params }) => {
  const token = await readToken(tx, params.token ?? '')
  if (!token) notFound()
  const { id, name, prefix, scopes, madeBy, createdAt, lastUsedAt, expiresAt, revokedAt, revokedBy } = token
  const state = tokenStates.find(({ value }) => value === token.state)
  return (
    <Desk admin={admin}>
      <PageHeader
        crumbs={[{ label: 'API tokens', href: '/tokens' }, { label: name }]}
        title={name}
        status={<Status tone={state?.tone}>{state?.label}</Status>}
        actions={
          !revokedAt && (
            <ConfirmAction
              action={revokeTokensAction}
              values={{ ids: [id] }}
              variant="danger-outline"
              label="Revoke"
              title={`Revoke the token of ${name}?`}
              confirm="Revoke"
              doneMessage="The token is revoked"
            >
              Whatever uses it is refused from the next request on. This cannot be undone.
            </ConfirmAction>
          )
        }
      />
      <Section title="Token" className="max-w-2xl">
        <Details
          items={[
            { label: 'Begins with', value: <code className="text-xs">{`ptc_${prefix}_…`}</code> },
            { label: 'Scopes', value: scopes.join(', ') },
            { label: 'Made by', value: madeBy },
            { label: 'Made', value: <Instant at={createdAt} zone="UTC" zoned /> },
            {
              label: 'Last used',
              value: lastUsedAt ? <Instant at={lastUsedAt} zone="UTC" zoned /> : 'Never',
            },
            { label: 'Expires', value: <Instant at={expiresAt} zone="UTC" zoned /> },
            {
              label: 'Revoked',
              value: revokedAt && (
                <>
                  <Instant at={revokedAt} zone="UTC" zoned /> by {revokedBy}
                </>
              ),
            },
          ]}
        />
      </Section>
    </Desk>
  )
})
